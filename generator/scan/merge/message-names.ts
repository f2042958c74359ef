import { isBindable } from '../../emit/identifiers.ts';
import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { MessageModel } from '../../model/project.ts';
import { camelCase } from '../types/pascal-case.ts';
import type { MessageDraft } from '../fragments/index.ts';

/** What generated modules export beside messages, and what messages are exported as to packages that compose them. */
const taken: ReadonlySet<string> = new Set([
  'composeServices',
  'externalValues',
  'registry',
  'schemaHash',
  'scope',
  'services',
]);

/** Names that the handlers, behaviors, validators and services of a project cannot have for the same reason. */
export function reservedVariables(messages: readonly MessageModel[]): readonly string[] {
  return [...taken, ...codecVariables(messages)];
}

function codecVariables(messages: readonly MessageModel[]): readonly string[] {
  return messages.flatMap(({ variable }) => [`${variable}Codec`, `${variable}ResponseCodec`]);
}

/** Two types of one name get their variables from their wire names, which differ. */
export function nameVariables(declared: readonly MessageModel[]): readonly MessageModel[] {
  const codecs = new Set(codecVariables(declared));
  const isFree = (variable: string): boolean => isBindable(variable) && !taken.has(variable) && !codecs.has(variable);
  // `class` or `delete` cannot name a constant.
  const models = declared.map((model) =>
    isFree(model.variable) ? model : { ...model, variable: `${model.variable}Message` },
  );
  const shared = new Map<string, number>();
  for (const { variable } of models) shared.set(variable, (shared.get(variable) ?? 0) + 1);
  const used = new Set(models.filter(({ variable }) => shared.get(variable) === 1).map(({ variable }) => variable));
  return models.map((model) => {
    if (shared.get(model.variable) === 1) return model;
    const base = camelCase(model.name);
    let variable = base;
    for (let next = 2; used.has(variable) || !isFree(variable); next++) variable = `${base}${next}`;
    used.add(variable);
    return { ...model, variable };
  });
}

/** A wire name belongs to one message. */
export function findSharedNames(drafts: readonly MessageDraft[]): readonly Diagnostic[] {
  const first = new Map<string, MessageModel>();
  const found: Diagnostic[] = [];
  for (const { model, end } of drafts) {
    const other = first.get(model.name);
    if (!other) {
      first.set(model.name, model);
      continue;
    }
    const args = { name: show(model), other: show(other), wireName: model.name };
    const related = [{ position: other.position, message: `${show(other)} has it too` }];
    found.push(createDiagnostic('CATGA1003', args, model.position, { end, related }));
  }
  return found;
}

function show({ module, exportName }: MessageModel): string {
  return `${module}#${exportName}`;
}
