import type { CaseName, Values } from '../values.ts';

/** How a peer carries one message. What it needs in a shape of its own is made beforehand, in its favour. */
export interface Subject {
  /** The value as the peer takes it. */
  readonly prepare: (value: never) => unknown;
  readonly encode: (prepared: never) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => unknown;
  /** What decoding gave, as the original value; only for checking. */
  readonly restore: (decoded: never) => unknown;
}

/** A serialization library, for every message of the bench. */
export interface Peer {
  readonly name: string;
  readonly subjects: Readonly<Record<CaseName, Subject>>;
}

export type Value<C extends CaseName> = Values[C][number];

const same = (value: unknown): unknown => value;

/** A peer that takes and gives values as they are, except for events. */
export function plainPeer(
  name: string,
  encode: (value: unknown) => Uint8Array,
  decode: (bytes: Uint8Array) => unknown,
  event: Pick<Subject, 'prepare' | 'restore'>,
): Peer {
  const plain: Subject = { prepare: same, encode, decode, restore: same };
  return {
    name,
    subjects: { small: plain, order: plain, doc: plain, series: plain, event: { ...event, encode, decode } },
  };
}
