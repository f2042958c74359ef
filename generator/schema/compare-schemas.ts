import { compare } from '../emit/identifiers.ts';
import { comparable, compareShapes, preparedSide, type ShapeChange } from './compare-shapes.ts';
import type { FrozenShape, RecordedMessage, RecordedShape, RecordedTypes, Schema } from './schema.ts';

/** What became of a message as a whole. */
export type MessageChange =
  | { readonly kind: 'removed' }
  /** Gone, while a new one has its shape. */
  | { readonly kind: 'renamed'; readonly now: string }
  | { readonly kind: 'response'; readonly was: boolean; readonly is: boolean }
  | { readonly kind: 'kind'; readonly was: string; readonly is: string }
  | { readonly kind: 'qos-lowered'; readonly was: number; readonly is: number }
  | { readonly kind: 'version-backwards'; readonly was: number; readonly is: number };

/** Everything that breaks between two generations of a project's messages. */
export interface SchemaChanges {
  /** By message, sorted by name. */
  readonly messages: readonly { readonly name: string; readonly change: MessageChange }[];
  /** Each place once, with the messages that hold it, sorted by path. */
  readonly shapes: readonly AffectedShape[];
  /** Messages whose version was raised, with what was read before. Sorted. */
  readonly raised: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** Recorded versions that are no longer read, because the declaration says that nothing so old exists: `@version 3 from 2`. */
  readonly dropped: readonly { readonly name: string; readonly version: number }[];
  /** Messages that were not there before. Sorted. */
  readonly added: readonly string[];
}

export interface AffectedShape extends ShapeChange {
  readonly response: boolean;
  /** Wire names, sorted. */
  readonly messages: readonly string[];
}

/**
 * Compares what is declared with what was recorded.
 *
 * @param oldest - By message, the oldest version that is still read.
 * @param acknowledged - Messages whose removal was recorded on purpose.
 */
export function compareSchemas(
  before: Schema,
  now: Schema,
  oldest: ReadonlyMap<string, number>,
  acknowledged: ReadonlySet<string>,
): SchemaChanges {
  const messages: { name: string; change: MessageChange }[] = [];
  const raised: { name: string; from: number; to: number }[] = [];
  const dropped: { name: string; version: number }[] = [];
  const places = new Map<string, AffectedShape>();
  const added = [...now.messages.keys()].filter((name) => !before.messages.has(name));
  for (const old of [...before.messages.values()].toSorted((a, b) => compare(a.name, b.name))) {
    const { name } = old;
    const current = now.messages.get(name);
    if (current === undefined) {
      if (old.removed !== undefined || acknowledged.has(name)) continue;
      const renamed = added.find((other) => isSame(old, before, now.messages.get(other), now));
      messages.push({ name, change: renamed === undefined ? { kind: 'removed' } : { kind: 'renamed', now: renamed } });
      continue;
    }
    const bridged = current.version > old.version;
    if (bridged) raised.push({ name, from: old.version, to: current.version });
    const read = oldest.get(name) ?? 1;
    dropped.push(
      ...[...old.former.keys(), old.version].filter((version) => version < read).map((version) => ({ name, version })),
    );
    for (const change of messageChanges(old, current)) messages.push({ name, change });
    const oldTypes = old.removed ?? before.types;
    if (!bridged) collect(places, name, false, shapeChanges(old, oldTypes, current, now.types, 'body'));
    collect(places, name, true, shapeChanges(old, oldTypes, current, now.types, 'response'));
  }
  return { messages, shapes: [...places.values()].toSorted((a, b) => compare(a.path, b.path)), raised, dropped, added };
}

/** What keeps a declared former type from reading what was recorded of that version. */
export function compareFormer(
  recorded: RecordedShape,
  recordedTypes: RecordedTypes,
  declared: FrozenShape,
): readonly ShapeChange[] {
  const changes = shapeChanges(recorded, recordedTypes, declared, declared.types, 'body');
  // Nobody writes the former version any more: reading it is all that is asked for.
  return changes.filter(({ newCannotReadOld }) => newCannotReadOld);
}

/** The shape of the version that is current in a recorded schema, or of a former one. */
export function recordedVersion(
  { types }: Schema,
  message: RecordedMessage,
  version: number,
): { readonly shape: RecordedShape; readonly types: RecordedTypes } | undefined {
  if (version === message.version) return { shape: message, types: message.removed ?? types };
  const former = message.former.get(version);
  return former && { shape: former, types: former.types };
}

function* messageChanges(old: RecordedMessage, current: RecordedMessage): Iterable<MessageChange> {
  if (old.kind !== current.kind) {
    yield { kind: 'kind', was: old.kind, is: current.kind };
    return;
  }
  if (current.version < old.version) yield { kind: 'version-backwards', was: old.version, is: current.version };
  if (current.version === old.version) {
    if (current.qos < old.qos) yield { kind: 'qos-lowered', was: old.qos, is: current.qos };
  }
  const [was, is] = [old.response !== undefined, current.response !== undefined];
  if (was !== is) yield { kind: 'response', was, is };
}

function shapeChanges(
  old: RecordedShape,
  oldTypes: RecordedTypes,
  current: RecordedShape,
  types: RecordedTypes,
  of: 'body' | 'response',
): readonly ShapeChange[] {
  const before = comparable(old, of, preparedSide(oldTypes));
  const now = comparable(current, of, preparedSide(types));
  return before === undefined || now === undefined ? [] : compareShapes(before, now);
}

function collect(
  places: Map<string, AffectedShape>,
  message: string,
  response: boolean,
  changes: readonly ShapeChange[],
): void {
  for (const change of changes) {
    const key = `${change.path === '' ? message : change.path} ${change.kind} ${change.was} ${change.is}`;
    const known = places.get(key);
    places.set(
      key,
      known === undefined
        ? { ...change, response, messages: [message] }
        : { ...known, messages: [...new Set([...known.messages, message])] },
    );
  }
}

function isSame(old: RecordedMessage, before: Schema, current: RecordedMessage | undefined, now: Schema): boolean {
  if (current === undefined || old.kind !== current.kind) return false;
  if ((old.response === undefined) !== (current.response === undefined)) return false;
  return (['body', 'response'] as const).every(
    (of) => shapeChanges(old, before.types, current, now.types, of).length === 0,
  );
}
