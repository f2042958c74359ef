import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { DependencyModel, HandlerModel, MessageModel, ProjectModel } from '../../model/project.ts';
import type { ConstructedDraft, ConstructedModel, DemandDraft } from '../fragments/index.ts';
import { compareText } from '../project-paths.ts';
import { reservedVariables } from './message-names.ts';
import { resolveDependencies } from './resolve-dependencies.ts';

/** Everything that generated code constructs. */
export interface ConstructedModels extends Pick<
  ProjectModel,
  'handlers' | 'behaviors' | 'validators' | 'services' | 'externals'
> {
  /** The first demand for each external, by property. */
  readonly asked: ReadonlyMap<string, DemandDraft>;
}

/** Gives all that is constructed its dependencies and its name; `drafts` are sorted by place. */
export function mergeConstructed(
  drafts: readonly ConstructedDraft[],
  messages: readonly MessageModel[],
  diagnostics: Diagnostic[],
): ConstructedModels {
  const { byId, externals, asked } = resolveDependencies(drafts, diagnostics);
  const variables = uniqueVariables(
    drafts.flatMap(({ of }) => of.model ?? []),
    [...externals.map(({ property }) => property), ...reservedVariables(messages)],
  );
  const finished = <T extends NonNullable<ConstructedModel['model']>>(model: T): T =>
    withDependencies(model, variables.get(model.id) ?? model.variable, byId.get(model.id) ?? []);
  const handlers = drafts.flatMap(({ of }) => (of.subject === 'handler' ? finished(of.model) : []));
  diagnostics.push(...findSecondHandlers(handlers, messages, drafts));
  return {
    handlers,
    behaviors: drafts.flatMap(({ of }) => (of.subject === 'behavior' ? finished(of.model) : [])),
    validators: drafts.flatMap(({ of }) => (of.subject === 'validator' && of.model ? finished(of.model) : [])),
    services: drafts.flatMap(({ of }) => (of.subject === 'service' ? finished(of.model) : [])),
    externals,
    asked,
  };
}

const finishedModels = new WeakMap<object, NonNullable<ConstructedModel['model']>>();

/** The same object as the last time where nothing is different: emitters tell by that what they need not print again. */
export function withDependencies<T extends NonNullable<ConstructedModel['model']>>(
  model: T,
  variable: string,
  dependencies: readonly DependencyModel[],
): T {
  // Only what has been made of this very model is kept under it.
  const before = finishedModels.get(model) as T | undefined;
  if (before?.variable === variable && sameDependencies(before.dependencies, dependencies)) return before;
  const made = { ...model, variable, dependencies };
  finishedModels.set(model, made);
  return made;
}

function sameDependencies(before: readonly DependencyModel[], now: readonly DependencyModel[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, index) => {
      const other = now[index];
      return (
        other !== undefined &&
        one.parameter === other.parameter &&
        one.optional === other.optional &&
        (one.kind === 'service'
          ? other.kind === 'service' && one.id === other.id
          : other.kind === 'external' && one.property === other.property)
      );
    })
  );
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

/** A command or query goes to exactly one handler: which of several was meant is not for us to say. */
function findSecondHandlers(
  handlers: readonly HandlerModel[],
  messages: readonly MessageModel[],
  drafts: readonly ConstructedDraft[],
): readonly Diagnostic[] {
  const byMessage = new Map<string, HandlerModel[]>();
  for (const handler of handlers) {
    for (const name of handler.messages) {
      const list = byMessage.get(name);
      if (list) list.push(handler);
      else byMessage.set(name, [handler]);
    }
  }
  const spans = new Map(drafts.map(({ id, span }) => [id, span]));
  const found: Diagnostic[] = [];
  for (const { kind, name: message } of messages) {
    const all = byMessage.get(message) ?? [];
    const second = all[1];
    const span = second && spans.get(second.id);
    if (kind === 'event' || !span) continue;
    const names = all.map(({ exportName, module }) => `${exportName} (${module})`);
    const related = all
      .filter((handler) => handler !== second)
      .map(({ position, exportName }) => ({ position, message: `${exportName} handles it` }));
    const args = { message, handlers: names.join(' and ') };
    found.push(createDiagnostic('CATGA2002', args, span.position, { end: span.end, related }));
  }
  return found;
}
