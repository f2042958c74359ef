import { expect, test } from 'vitest';
import { indexTypes } from '../../generator/codecs/type-index.ts';
import { unionPlan } from '../../generator/codecs/union-plan.ts';
import { emitProject } from '../../generator/emit/index.ts';
import type { HandlerModel, MessageModel, ProjectModel, ValidatorModel } from '../../generator/model/project.ts';
import type { TypeDefinition, UnionType } from '../../generator/model/types.ts';
import type { ConstructedDraft, FileFragment } from '../../generator/scan/fragments/index.ts';
import { mergeFragments } from '../../generator/scan/merge/index.ts';
import { settingsFor } from '../support/settings.ts';
import { countReads } from './support/count-reads.ts';

const settings = settingsFor('.');

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const at = (number: number): { readonly module: string; readonly position: MessageModel['position'] } => ({
  module: `src/part${number}`,
  position: { file: `src/part${number}.ts`, line: 1, column: 1 },
});

const constructed = (number: number, name: string): Omit<HandlerModel, 'messages' | 'form' | 'usesContext'> => ({
  ...at(number),
  id: `src/part${number}#${name}`,
  exportName: name,
  variable: name.toLowerCase(),
  lifetime: 'singleton',
  dependencies: [],
  order: 0,
  disposable: false,
});

/** `count` commands with a key, each in a module of its own, with a handler and a validator. */
function modelOf(count: number): ProjectModel {
  return {
    namespace: '',
    messages: numbers(count).map((number): MessageModel => ({
      ...at(number),
      exportName: `Do${number}`,
      name: `do-${number}`,
      variable: `do${number}`,
      kind: 'command',
      reliable: false,
      form: 'data',
      qos: 1,
      version: 1,
      body: { kind: 'reference', id: `src/part${number}#Do${number}` },
      options: { partitionKey: 'id' },
    })),
    handlers: numbers(count).map((number): HandlerModel => ({
      ...constructed(number, `Do${number}Handler`),
      form: 'class',
      messages: [`do-${number}`],
      usesContext: false,
    })),
    behaviors: [],
    validators: numbers(count).map((number): ValidatorModel => {
      const { order: _, ...validator } = constructed(number, `Do${number}Validator`);
      return { ...validator, message: `do-${number}`, async: false };
    }),
    services: [],
    upcasters: [],
    externals: [],
    types: numbers(count).map((number): TypeDefinition => ({
      ...at(number),
      id: `src/part${number}#Do${number}`,
      name: `Do${number}`,
      expression: { name: `Do${number}`, module: `src/part${number}` },
      shape: {
        kind: 'object',
        members: [
          { name: 'id', type: { kind: 'string' } },
          { name: 'state', type: { kind: 'union', variants: [{ kind: 'null' }, { kind: 'number' }] } },
        ],
      },
    })),
    modules: [],
  };
}

function readsOf(count: number, run: (model: ProjectModel) => unknown): number {
  let reads = 0;
  run(countReads(modelOf(count), () => void reads++));
  return reads;
}

/** How much more is read for eight times the messages: 64 where everything is compared with everything. */
function growth(run: (model: ProjectModel) => unknown): number {
  return readsOf(400, run) / readsOf(50, run);
}

function emit(model: ProjectModel): unknown {
  return emitProject(model, { output: 'src/catga', importExtension: '.js', generatorVersion: '0.0.0' });
}

function merge({ messages, handlers, types }: ProjectModel): unknown {
  const definitions = new Map(types.map((definition) => [definition.id, definition]));
  const end = { line: 1, column: 2 };
  const fragments = messages.map((model, index): FileFragment => ({
    messages: [{ key: model.name, typeKey: model.name, name: model.exportName, end, model }],
    candidates: [],
    bases: [],
    constructed: handlers.slice(index, index + 1).map((handler): ConstructedDraft => {
      const { id, exportName, module, lifetime, position } = handler;
      const of = { subject: 'handler', model: handler } as const;
      return {
        id,
        name: exportName,
        module,
        exportName,
        lifetime,
        span: { position, end },
        demands: [],
        provides: [id],
        of,
      };
    }),
    upcasters: [],
    refusedSteps: [],
    conditional: [],
    diagnostics: [],
  }));
  return mergeFragments(fragments, (id) => definitions.get(id), settings, []);
}

// Sorting reads n log n.
test.each([
  ['emit', emit],
  ['scan', merge],
])('%s: what is read grows with the number of messages, not with its square', (_area, run) => {
  expect(growth(run)).toBeLessThan(11);
});

const unionOf = (kind: 'string' | 'undefined'): UnionType => ({
  kind: 'union',
  variants: [{ kind: 'null' }, { kind }],
});

test('emit: a model has one index, and in it a union is decided once, wherever it stands', () => {
  const model = modelOf(1);
  const index = indexTypes(model);
  expect(indexTypes(model)).toBe(index);
  expect(unionPlan(index, unionOf('string'))).toBe(unionPlan(index, unionOf('string')));
  expect(unionPlan(index, unionOf('undefined'))).toHaveProperty('clash');
  expect(unionPlan(index, unionOf('undefined'))).toBe(unionPlan(index, unionOf('undefined')));
});
