import type { ProjectModel } from '../../model/project.ts';
import { resolveDependencies } from '../dependencies/index.ts';
import { compareText } from '../project-paths.ts';
import type { ScanContext } from '../scan-context.ts';
import type { Identities } from '../types/identity.ts';
import { behavior } from './behaviors.ts';
import { findClasses } from './class-drafts.ts';
import type { Draft } from './constructed.ts';
import { findFunctionHandlers } from './function-handlers.ts';
import { classHandler, functionHandler, reportSecondHandlers } from './handlers.ts';
import type { MessageIndex } from './messages.ts';
import { service } from './services.ts';
import { validator } from './validators.ts';

/** Everything that generated code constructs. */
export type ConstructedModels = Pick<ProjectModel, 'handlers' | 'behaviors' | 'validators' | 'services' | 'externals'>;

/** Finds handlers, behaviors, validators and services, and what each of them is given. */
export function scanConstructed(
  context: ScanContext,
  messages: MessageIndex,
  identities: Identities,
): ConstructedModels {
  const classes = [...findClasses(context)].toSorted(byPlace);
  const functions = [...findFunctionHandlers(context)].toSorted(byPlace);
  const drafts: readonly Draft[] = [...classes, ...functions].toSorted(byPlace);
  const { byId, externals } = resolveDependencies(context, identities, drafts);
  const dependencies = (id: string): NonNullable<ReturnType<typeof byId.get>> => byId.get(id) ?? [];
  const of = (subject: (typeof classes)[number]['subject']): typeof classes =>
    classes.filter((draft) => draft.subject === subject);

  const handlers = [
    ...of('handler').map((draft) => classHandler(context, messages, draft, dependencies)),
    ...functions.map((draft) => functionHandler(context, messages, draft, dependencies)),
  ].toSorted(byPlace);
  reportSecondHandlers(context, messages, handlers, new Map(drafts.map((draft) => [draft.id, draft])));
  const models = {
    handlers,
    behaviors: of('behavior').map((draft) => behavior(context, messages, draft, dependencies)),
    validators: of('validator')
      .map((draft) => validator(context, messages, draft, dependencies))
      .filter((model) => model !== undefined),
    services: of('service').map((draft) => service(context, draft, dependencies)),
  };
  const variables = uniqueVariables(
    [...models.handlers, ...models.behaviors, ...models.validators, ...models.services],
    externals.map(({ property }) => property),
  );
  const renamed = <T extends { readonly id: string; readonly variable: string }>(list: readonly T[]): readonly T[] =>
    list.map((model) => ({ ...model, variable: variables.get(model.id) ?? model.variable }));
  return {
    handlers: renamed(models.handlers),
    behaviors: renamed(models.behaviors),
    validators: renamed(models.validators),
    services: renamed(models.services),
    externals,
  };
}

/** Properties of one object: what has a name of its own keeps it, doubles are numbered in order of their ids. */
function uniqueVariables(
  models: readonly { readonly id: string; readonly variable: string }[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const variables = new Map<string, string>();
  for (const { id, variable } of [...models].toSorted((a, b) => compareText(a.id, b.id))) {
    let name = variable;
    for (let next = 2; used.has(name); next++) name = `${variable}${next}`;
    used.add(name);
    variables.set(id, name);
  }
  return variables;
}

function byPlace(
  a: { readonly module: string; readonly exportName: string },
  b: { readonly module: string; readonly exportName: string },
): number {
  return compareText(a.module, b.module) || compareText(a.exportName, b.exportName);
}
