import { createDiagnostic, sortDiagnostics, type Diagnostic, type DiagnosticId } from '../diagnostics/index.ts';
import type { MessageModel, ProjectModel, UpcasterModel } from '../model/project.ts';
import type { SourcePosition } from '../model/types.ts';
import { compatibleChanges } from './compatible-changes.ts';
import {
  compareFormer,
  compareSchemas,
  recordedVersion,
  type AffectedShape,
  type MessageChange,
} from './compare-schemas.ts';
import { formerShape } from './former-shape.ts';
import { recordSchema } from './record-schema.ts';
import type { Schema } from './schema.ts';

/** What a comparison with a recorded schema comes to. */
export interface SchemaCheck {
  /** What breaks, sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
  /** What has changed and breaks nothing, in words. Sorted. */
  readonly compatible: readonly string[];
}

/**
 * Compares a project's declarations with a recorded schema.
 *
 * @param recorded - What others still send, read and store: the schema of the last release, or of the main branch.
 * @param committed - The schema beside the declarations, where it is another: removals that it records are on purpose.
 */
export function checkSchema(recorded: Schema, model: ProjectModel, committed: Schema = recorded): SchemaCheck {
  const now = recordSchema(model);
  const oldest = new Map(model.messages.map(({ name, oldestVersion }) => [name, oldestVersion ?? 1]));
  const removed = [...committed.messages.values()].filter((message) => message.removed !== undefined);
  const changes = compareSchemas(recorded, now, oldest, new Set(removed.map(({ name }) => name)));
  const declared = new Map(model.messages.map((message) => [message.name, message]));
  const diagnostics = [
    ...changes.messages.map(({ name, change }) =>
      messageDiagnostic(name, change, recorded, declared.get(name), declared),
    ),
    ...changes.shapes.map((change) => shapeDiagnostic(change, model, declared)),
    ...formerDiagnostics(recorded, model),
  ];
  return {
    diagnostics: sortDiagnostics(diagnostics),
    compatible: compatibleChanges(recorded, now, changes),
  };
}

// Where nothing is declared any more, the record is what there is to point at.
const schemaFile: SourcePosition = { file: 'catga.schema.json', line: 1, column: 1 };

function messageDiagnostic(
  name: string,
  change: MessageChange,
  recorded: Schema,
  message: MessageModel | undefined,
  declared: ReadonlyMap<string, MessageModel>,
): Diagnostic {
  const position = message?.position ?? schemaFile;
  const kind = recorded.messages.get(name)?.kind ?? 'message';
  switch (change.kind) {
    case 'removed':
      return createDiagnostic('CATGA8110', { kind, name }, position);
    case 'renamed':
      return createDiagnostic(
        'CATGA8111',
        { kind, name, now: change.now },
        declared.get(change.now)?.position ?? position,
      );
    case 'response': {
      const text = change.is ? 'is answered with a value now' : 'is no longer answered with a value';
      return createDiagnostic('CATGA8112', { name, change: text }, position);
    }
    case 'kind':
      return createDiagnostic(
        'CATGA8113',
        { name, was: withArticle(change.was), is: withArticle(change.is) },
        position,
      );
    case 'qos-lowered':
      return createDiagnostic('CATGA8114', { name, was: change.was, is: change.is }, position);
    default:
      return createDiagnostic('CATGA8115', { name, was: change.was, is: change.is }, position);
  }
}

function withArticle(kind: string): string {
  return `${kind === 'event' ? 'an' : 'a'} ${kind}`;
}

const ids: Readonly<Record<AffectedShape['kind'], DiagnosticId>> = {
  'member-removed': 'CATGA8101',
  retyped: 'CATGA8102',
  'required-member-added': 'CATGA8103',
  'became-required': 'CATGA8104',
  'became-optional': 'CATGA8105',
  widened: 'CATGA8106',
  narrowed: 'CATGA8107',
  undecidable: 'CATGA8108',
  'name-reused': 'CATGA8109',
  'place-changed': 'CATGA8119',
  'layout-changed': 'CATGA8118',
};

function shapeDiagnostic(
  change: AffectedShape,
  model: ProjectModel,
  declared: ReadonlyMap<string, MessageModel>,
): Diagnostic {
  const { kind, was, is, messages } = change;
  const [first = ''] = messages;
  const definition = model.types.find(({ name }) => name === change.type);
  const position = definition?.position ?? declared.get(first)?.position ?? schemaFile;
  const path = change.path === '' ? `${declared.get(first)?.exportName ?? first} response` : change.path;
  const args = { messages: listed(messages), path, was, is, who: whoFails(change), bridge: bridge(change) };
  return createDiagnostic(ids[kind], args, position, { path });
}

/** Two names, then how many more. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 2).map((name) => `\`${name}\``);
  return names.length > 2 ? `${shown.join(', ')} and ${names.length - 2} more` : shown.join(' and ');
}

function whoFails({ response, newCannotReadOld, oldCannotReadNew }: AffectedShape): string {
  const [stored, later] = response
    ? [
        'responses of services that were not updated cannot be read',
        'callers that were not updated cannot read the responses',
      ]
    : ['what was stored or sent before cannot be read', 'services that were not updated cannot read what is sent now'];
  const texts = [...(newCannotReadOld ? [stored] : []), ...(oldCannotReadNew ? [later] : [])];
  return `${texts.join(', and ')}.`;
}

/** Upcasters read old messages; old callers of a request have no such thing for its new answer. */
function bridge({ response }: AffectedShape): string {
  return response
    ? 'declare a new message for the new answer and keep this one until nobody sends it'
    : 'raise `@version` and write an `Upcaster` from the former shape';
}

function formerDiagnostics(recorded: Schema, model: ProjectModel): readonly Diagnostic[] {
  return model.upcasters.flatMap((upcaster): readonly Diagnostic[] => {
    const message = recorded.messages.get(upcaster.message);
    const version = message && recordedVersion(recorded, message, upcaster.from);
    if (version === undefined) return [];
    const [change] = compareFormer(version.shape, version.types, formerShape(upcaster, model));
    if (change === undefined) return [];
    const { expression } = upcaster.former;
    const args = { type: expression.name, version: upcaster.from, name: upcaster.message };
    const { path, was, is } = change;
    return [createDiagnostic('CATGA8117', { ...args, path, was, is }, positionOf(upcaster, model), { path })];
  });
}

/** Of the former type, else of what reads it. */
function positionOf({ former, position }: UpcasterModel, model: ProjectModel): SourcePosition {
  const { body } = former;
  const definition = body.kind === 'reference' ? model.types.find(({ id }) => id === body.id) : undefined;
  return definition?.position ?? position;
}
