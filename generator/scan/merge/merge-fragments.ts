import type { Diagnostic } from '../../diagnostics/index.ts';
import type { ProjectModel } from '../../model/project.ts';
import type { TypeDefinition } from '../../model/types.ts';
import type { GeneratorSettings } from '../../settings.ts';
import type { DemandDraft, FileFragment, MessageDraft } from '../fragments/index.ts';
import { byPlace } from '../kinds/scan-constructed.ts';
import { nameDefinitions } from '../types/name-definitions.ts';
import { mergeConstructed } from './merge-constructed.ts';
import { linkUpcasters } from './link-upcasters.ts';
import { findSharedNames, nameVariables } from './message-names.ts';
import { reachableDefinitions } from './reachable-definitions.ts';
import { findSharedModules } from './shared-modules.ts';
import { findUnusedLayouts, findUnusedOptions } from './unused-settings.ts';

/** A project put together from what its files say. */
export interface MergedProject {
  readonly model: ProjectModel;
  /** Those of the model, before their names were made unique. */
  readonly definitions: readonly TypeDefinition[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether any of those is about more than one file. */
  readonly hasFindings: boolean;
  /** Of the model's messages, in the same order. */
  readonly drafts: readonly MessageDraft[];
  /** The first demand for each external, by property. */
  readonly asked: ReadonlyMap<string, DemandDraft>;
}

/**
 * Puts the fragments of all files together. Whatever depends on more than one file is decided here: unique names, who
 * provides what, definitions in use, findings about several declarations. A full run and one that has looked at a single
 * file come through here with the same fragments, and so to the same model.
 */
export function mergeFragments(
  fragments: Iterable<FileFragment>,
  definition: (id: string) => TypeDefinition | undefined,
  settings: GeneratorSettings,
  modules: ProjectModel['modules'],
): MergedProject {
  const all = [...fragments];
  const drafts = sortedMessages(all);
  const messages = nameVariables(drafts.map(({ model }) => model));
  const diagnostics = [...findSharedNames(drafts), ...findUnusedOptions(drafts, settings)];
  const { asked, ...constructed } = mergeConstructed(
    all.flatMap((fragment) => fragment.constructed).toSorted(byPlace),
    messages,
    diagnostics,
  );
  const upcasters = linkUpcasters(
    drafts,
    all.flatMap((fragment) => fragment.upcasters).toSorted(byPlace),
    new Set(all.flatMap((fragment) => fragment.refusedSteps)),
    diagnostics,
  );
  const { definitions, written } = reachableDefinitions(messages, upcasters, definition);
  if (!diagnostics.some(({ severity }) => severity === 'error')) {
    diagnostics.push(...findUnusedLayouts(definitions, settings));
  }
  const types = nameDefinitions(written);
  const { handlers, behaviors, validators, services } = constructed;
  const named = types.filter(({ expression }) => expression && expression.external !== true);
  diagnostics.push(
    ...findSharedModules([...messages, ...handlers, ...behaviors, ...validators, ...services, ...named]),
  );
  const model = { namespace: settings.namespace, messages, ...constructed, upcasters, types, modules };
  return {
    model,
    definitions,
    diagnostics: [...fragmentFindings(all), ...diagnostics],
    hasFindings: diagnostics.length > 0,
    drafts,
    asked,
  };
}

/** What was found in single files, as far as it stands when all are seen. */
export function fragmentFindings(fragments: readonly FileFragment[]): readonly Diagnostic[] {
  const isConditional = fragments.some(({ conditional }) => conditional.length > 0);
  const bases = new Set(isConditional ? fragments.flatMap((fragment) => fragment.bases) : []);
  return fragments.flatMap(({ diagnostics, conditional }) => [
    ...diagnostics,
    ...conditional.flatMap((finding) =>
      bases.has(finding.base) === (finding.whenBase ?? false) ? finding.diagnostics : [],
    ),
  ]);
}

/** The messages of all fragments, by module and exported name. */
export function sortedMessages(fragments: Iterable<FileFragment>): readonly MessageDraft[] {
  return [...fragments].flatMap(({ messages }) => messages).toSorted((a, b) => byPlace(a.model, b.model));
}
