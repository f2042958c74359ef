import { Mismatch, describe } from './mismatch.ts';
import { memberPart } from './place.ts';
import { Reader } from './reader.ts';
import type { NamedShape, ObjectShape, Shape } from './shape.ts';
import { skip } from './skip.ts';
import { writeString } from './text-encoding.ts';
import { ownUnknown } from './unknown-members.ts';
import { overflow, type Writer } from './writer.ts';

/** A member that was kept: its name, and the MessagePack of its value. */
export type KeptMember = readonly [name: string, block: Uint8Array];

const none: readonly KeptMember[] = [];

/**
 * What is written of an object besides its declared members. A name that is declared by now is left to the member: what
 * the program has there is newer than what was kept.
 *
 * @param position - Where the object starts.
 */
export function keptMembers(from: object, position: number, shape: NamedShape): readonly KeptMember[] {
  const kept = ownUnknown(from);
  return kept === undefined ? none : checkKept(kept, objectOf(shape), position);
}

/** Whatever stands under the key, as members; anybody may have put it there. */
export function checkKept(kept: unknown, { places, type }: ObjectShape, position = 0): readonly KeptMember[] {
  if (!(kept instanceof Map)) throw new Mismatch('unknown members as a Map', describe(kept), position);
  const members: KeptMember[] = [];
  for (const [name, block] of kept as ReadonlyMap<unknown, unknown>) {
    if (typeof name !== 'string') throw new Mismatch('names of unknown members', describe(name), position);
    if (places.has(name) || (type !== undefined && name === '$type')) continue;
    if (!(block instanceof Uint8Array))
      throw below(name, new Mismatch('MessagePack as a Uint8Array', describe(block), position));
    members.push([name, block]);
  }
  return members;
}

function objectOf(shape: Shape): ObjectShape {
  const own = typeof shape === 'object' && shape.kind === 'named' ? shape.of() : shape;
  if (typeof own === 'object' && own.kind === 'object') return own;
  throw new TypeError('Only objects keep members.');
}

// Made on first use: modules of codecs import each other in circles.
let checker: Reader | undefined;

/** Writes what was kept behind the declared members; `start` is where the object starts. */
export function writeKept(writer: Writer, position: number, kept: readonly KeptMember[], start: number): number {
  let at = position;
  for (const [name, block] of kept) {
    at = writeString(writer, at, name);
    const end = at + block.length;
    if (end > writer.limit) throw overflow;
    writer.bytes.set(block, at);
    // What is written is looked at, and not what was given: nobody else can change it any more.
    if (!isOneValue(writer.bytes.subarray(at, end))) throw below(name, notOneValue(start));
    at = end;
  }
  return at;
}

/** Whether bytes are one MessagePack value, no more and no less. */
function isOneValue(bytes: Uint8Array): boolean {
  const reader = (checker ??= new Reader());
  reader.bytes = bytes;
  reader.at = 0;
  try {
    skip(reader);
    return reader.at === bytes.length;
  } catch (thrown) {
    if (thrown instanceof Mismatch) return false;
    throw thrown;
  } finally {
    reader.close();
  }
}

export function notOneValue(start = 0): Mismatch {
  return new Mismatch('one value of MessagePack', 'other bytes', start);
}

/** What is wrong with a member of the object that stands at the offset. */
function below(name: string, mismatch: Mismatch): Mismatch {
  mismatch.path.push(memberPart(name));
  return mismatch;
}
