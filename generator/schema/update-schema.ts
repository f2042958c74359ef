import { mayBeAbsent } from '../codecs/index.ts';
import type { ProjectModel } from '../model/project.ts';
import { formerShape } from './former-shape.ts';
import { reachable } from './reachable.ts';
import { placesOf } from './wire-forms.ts';
import { recordSchema } from './record-schema.ts';
import type {
  FrozenShape,
  RecordedMember,
  RecordedMessage,
  RecordedObject,
  RecordedType,
  RecordedTypes,
  Schema,
} from './schema.ts';

/**
 * The schema that records what is declared now, without forgetting what was recorded before: former versions, messages that
 * are gone, and names of optional members that were taken out.
 */
export function updateSchema(recorded: Schema | undefined, model: ProjectModel): Schema {
  const now = recordSchema(model);
  const messages = new Map([...now.messages].map(([name, message]) => [name, extended(message, recorded, model)]));
  for (const [name, old] of recorded?.messages ?? []) {
    if (messages.has(name)) continue;
    messages.set(name, { ...old, removed: old.removed ?? frozen(old, recorded?.types ?? now.types).types });
  }
  const types = new Map([...now.types].map(([name, type]) => [name, remembered(type, recorded?.types.get(name))]));
  return { messages, types: withFormerTypes(types, recorded) };
}

function extended(message: RecordedMessage, recorded: Schema | undefined, model: ProjectModel): RecordedMessage {
  const declared = model.messages.find(({ name }) => name === message.name);
  const oldest = declared?.oldestVersion ?? 1;
  const former = new Map<number, FrozenShape>();
  for (const upcaster of model.upcasters) {
    if (upcaster.message === message.name) former.set(upcaster.from, formerShape(upcaster, model));
  }
  // What was recorded while it was current says more than what is declared of it today.
  const old = recorded?.messages.get(message.name);
  for (const [version, shape] of old?.former ?? []) former.set(version, shape);
  if (old !== undefined && old.version < message.version) {
    former.set(old.version, frozen(old, old.removed ?? recorded?.types ?? new Map()));
  }
  const kept = [...former].filter(([version]) => version >= oldest && version < message.version);
  return { ...message, former: new Map(kept.toSorted(([a], [b]) => a - b)) };
}

/** What a name stood for that was taken out must still be known, though nothing else refers to its type. */
function withFormerTypes(types: RecordedTypes, recorded: Schema | undefined): RecordedTypes {
  const roots = [...types.values()].flatMap((type) => (type.kind === 'object' ? type.removed : []));
  const former = reachable(
    roots.map(({ type }) => type),
    recorded?.types ?? new Map(),
  );
  return new Map([...former, ...types]);
}

function frozen({ body, response }: RecordedMessage, types: Schema['types']): FrozenShape {
  const roots = response === undefined ? [body] : [body, response];
  return { body, ...(response !== undefined && { response }), types: reachable(roots, types) };
}

/** Optional members that are gone keep their names. */
function remembered(type: RecordedType, old: RecordedType | undefined): RecordedType {
  if (type.kind !== 'object' || old?.kind !== 'object') return type;
  const names = new Set(type.members.map(({ name }) => name));
  const isGone = ({ name }: RecordedMember): boolean => !names.has(name);
  // Behind the last place nothing was put in place of these, or it would have been refused.
  if (type.wire === 'positional') {
    const behind = old.wire === 'positional' ? placesOf(old).slice(type.members.length) : [];
    return { ...type, removed: behind.filter((member) => isGone(member) && mayBeAbsent(member)) };
  }
  const removed = [...old.removed, ...old.members.filter(mayBeAbsent)].filter(isGone);
  return removed.length === 0 ? type : ({ ...type, removed } satisfies RecordedObject);
}
