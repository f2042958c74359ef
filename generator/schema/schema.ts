import type { MemberModel, RecordType, TypeModel } from '../model/types.ts';

/**
 * What `catga.schema.json` holds: the wire shape of every message and response, and of the former versions of messages.
 * References in types are names of recorded types. Nothing in it says where a type is declared.
 */
export interface Schema {
  /** By wire name. */
  readonly messages: ReadonlyMap<string, RecordedMessage>;
  /** By name: what the current versions of messages refer to. */
  readonly types: RecordedTypes;
}

/** Named types, by name. */
export type RecordedTypes = ReadonlyMap<string, RecordedType>;

/** How one version of a message looks on the wire. */
export interface RecordedShape {
  readonly body: TypeModel;
  /** Absent where the answer is `void`. */
  readonly response?: TypeModel;
}

/** A message as it was recorded last. */
export interface RecordedMessage extends RecordedShape {
  readonly name: string;
  readonly kind: 'command' | 'query' | 'event';
  readonly qos: 0 | 1 | 2;
  readonly version: number;
  /** Versions before, by number. They never change, so each has its own types. */
  readonly former: ReadonlyMap<number, FrozenShape>;
  /** No longer declared. Its name is remembered, and with it the types that it had. */
  readonly removed?: RecordedTypes;
}

/** A shape that never changes again, with the types that it refers to. */
export interface FrozenShape extends RecordedShape {
  readonly types: RecordedTypes;
}

/** A named type. */
export type RecordedType = RecordedObject | { readonly kind: 'alias'; readonly type: TypeModel };

/** An object's members: those of today, and optional ones that were taken out. */
export interface RecordedObject {
  readonly kind: 'object';
  /** In declared order where the order is wire, else by name. */
  readonly members: readonly RecordedMember[];
  readonly index?: RecordType;
  /** `@wire positional`: the order of its members is wire. */
  readonly wire?: 'positional';
  /**
   * Names that must not come back with another type: old messages may still carry them. Where the order is wire, they stand
   * in the places behind `members`, which must not become those of others.
   */
  readonly removed: readonly RecordedMember[];
}

export type RecordedMember = Pick<MemberModel, 'name' | 'optional' | 'type' | 'undefinable'>;
