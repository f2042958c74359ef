import { expect, test } from 'vitest';
import { emitProject } from '../../generator/emit/index.ts';
import type { HandlerModel, MessageModel, ProjectModel, ValidatorModel } from '../../generator/model/project.ts';
import type { TypeDefinition } from '../../generator/model/types.ts';
import { reportSecondHandlers } from '../../generator/scan/kinds/handlers.ts';
import { countReads } from './support/count-reads.ts';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const at = (number: number): { readonly module: string; readonly position: MessageModel['position'] } => ({
  module: `src/part${number}`,
  position: { file: `src/part${number}.ts`, line: 1, column: 1 },
});

/** `count` commands with a key, each in a module of its own, with a handler and a validator. */
function modelOf(count: number): ProjectModel {
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

test('emit: what is read of the model grows with the number of messages, not with its square', () => {
  const emit = (model: ProjectModel): unknown =>
    emitProject(model, { output: 'src/catga', importExtension: '.js', generatorVersion: '0.0.0' });
  // Sorting reads n log n.
  expect(growth(emit)).toBeLessThan(11);
});

test('scan: looking for second handlers grows with the number of messages, not with its square', () => {
  const look = ({ messages, handlers }: ProjectModel): void => {
    const index = { models: messages, bySymbol: new Map(), byType: new Map(), types: new Map() };
    const context = { report: () => expect.unreachable() } as never;
    reportSecondHandlers(context, index, handlers, new Map());
  };
  expect(growth(look)).toBeLessThan(9);
});
