import { isBindable } from '../../emit/identifiers.ts';
import type { MessageModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import { camelCase } from '../types/pascal-case.ts';
import type { MessageDeclaration } from './message-declarations.ts';

/** Two types of one name get their variables from their wire names, which differ. */
export function nameVariables(declared: readonly MessageModel[]): readonly MessageModel[] {
  // `class` or `delete` cannot name a constant.
  const models = declared.map((model) =>
    isBindable(model.variable) ? model : { ...model, variable: `${model.variable}Message` },
  );
  const shared = new Map<string, number>();
  for (const { variable } of models) shared.set(variable, (shared.get(variable) ?? 0) + 1);
  const taken = new Set(models.filter(({ variable }) => shared.get(variable) === 1).map(({ variable }) => variable));
  return models.map((model) => {
    if (shared.get(model.variable) === 1) return model;
    const base = camelCase(model.name);
    let variable = base;
    for (let next = 2; taken.has(variable); next++) variable = `${base}${next}`;
    taken.add(variable);
    return { ...model, variable };
  });
}

/** A wire name belongs to one message. */
export function reportSharedNames(
  context: ScanContext,
  models: readonly MessageModel[],
  declarations: readonly MessageDeclaration[],
): void {
  const first = new Map<string, number>();
  for (const [index, model] of models.entries()) {
    const before = first.get(model.name);
    if (before === undefined) {
      first.set(model.name, index);
      continue;
    }
    const other = models[before];
    const declaration = declarations[index];
    if (!other || !declaration) continue;
    context.report('CATGA1003', { name: show(model), other: show(other), wireName: model.name }, declaration.node, {
      related: [{ position: other.position, message: `${show(other)} has it too` }],
    });
  }
}

function show({ module, exportName }: MessageModel): string {
  return `${module}#${exportName}`;
}
