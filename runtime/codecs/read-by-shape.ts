import { readBinary } from './binary.ts';
import { readArray, readMap, readSet, readTuple } from './collections.ts';
import { decideWire } from './decide.ts';
import { construct } from './from-json.ts';
import { attachUnknown, isKept, keepMember } from './keep-unknown.ts';
import { readKeyText } from './known-keys.ts';
import { readLiteral } from './literals.ts';
import { setMember } from './member.ts';
import { Mismatch } from './mismatch.ts';
import { withName } from './named.ts';
import { readNested } from './nested.ts';
import { readNullable, readUndefinable } from './nothing.ts';
import {
  makeArray,
  missing,
  readBigint,
  readBoolean,
  readBytes,
  readDate,
  readMapHeader,
  readNull,
  readNumber,
  readString,
  readUndefined,
  unexpected,
} from './read.ts';
import { readOpenTuple } from './open-tuple.ts';
import { noPlace, noPlaceOrNil, openPlaces, skipPlaces } from './positional.ts';
import { readPattern } from './patterns.ts';
import type { Read, Reader } from './reader.ts';
import { formOfKeys, isOfForm, readEntry, readRecord } from './records.ts';
import type { NamedShape, ObjectShape, Shape, TupleShape } from './shape.ts';
import { skip } from './skip.ts';
import { readTemporal } from './temporal.ts';
import type { UnknownMembers } from './unknown-members.ts';

/**
 * Reads a value once more from its `start`, with members in any order, unknown ones among them or some missing. Generated
 * functions know the usual order only and turn here for everything else; they have counted the level already.
 */
export function readByShape(reader: Reader, start: number, shape: NamedShape): unknown {
  reader.at = start;
  return read(reader, shape.of());
}

function read(reader: Reader, shape: Shape): unknown {
  if (typeof shape === 'string') return scalars[shape](reader);
  switch (shape.kind) {
    case 'object':
      return readObject(reader, shape);
    case 'literals':
      return readLiteral(reader, shape);
    case 'unknown':
      return shape.read(reader);
    case 'array':
      return readArray(reader, () => read(reader, shape.element));
    case 'set':
      return readSet(reader, () => read(reader, shape.element));
    case 'tuple':
      return readElements(reader, shape);
    case 'binary':
      return readBinary(reader, shape.type);
    case 'temporal':
      return readTemporal(reader, shape.type);
    case 'pattern':
      return readPattern(reader, shape);
    case 'map':
      return readMap(
        reader,
        () => read(reader, shape.key),
        () => read(reader, shape.value),
      );
    case 'record':
      return readRecord(reader, shape.keys ?? shape.key === 'number', () => read(reader, shape.value));
    case 'nullable':
      return readNullable(reader, () => read(reader, shape.of));
    case 'undefinable':
      return readUndefinable(reader, () => read(reader, shape.of));
    case 'union': {
      const variant = shape.variants[decideWire(shape.decision, reader)];
      if (variant === undefined) throw unexpected(reader, reader.at, 'a variant of the union');
      return read(reader, variant);
    }
    case 'message':
      return withName(read(reader, shape.body), shape.type);
    default:
      return shape.recursive ? readNested(reader, () => read(reader, shape.of())) : read(reader, shape.of());
  }
}

const scalars: Readonly<Record<Extract<Shape, string>, (reader: Reader) => unknown>> = {
  string: readString,
  number: readNumber,
  boolean: readBoolean,
  bigint: readBigint,
  null: readNull,
  undefined: readUndefined,
  date: readDate,
  bytes: readBytes,
};

function readElements(reader: Reader, { elements, optional, rest, trailing }: TupleShape): unknown[] {
  if (optional === 0 && rest === undefined) return readTuple(reader, readsOf(elements));
  const [readRest] = readsOf(rest === undefined ? [] : [rest]);
  return readOpenTuple(reader, readsOf(elements), optional, readRest, readsOf(trailing));
}

function readsOf(shapes: readonly Shape[]): readonly Read[] {
  return shapes.map((element) => (reader) => read(reader, element));
}

function readObject(reader: Reader, shape: ObjectShape): unknown {
  const start = reader.at;
  if (shape.positional === true) return readPlaces(reader, shape, start);
  const { index, members, places, type } = shape;
  const values = makeArray<unknown>(members.length);
  const result = {};
  let kept: Map<string, Uint8Array> | undefined;
  for (let left = readMapHeader(reader); left > 0; left--) {
    const at = reader.at;
    const name = readKeyText(reader);
    const place = places.get(name);
    const member = place === undefined ? undefined : members[place];
    if (place !== undefined && member !== undefined) {
      // Whoever checked a message with another decoder may have seen the other one.
      if (place in values) throw new Mismatch('each member once', 'a member that was there before', at, name);
      values[place] = read(reader, member[1]);
    } else if (isKept(shape, name)) keepMember(reader, (kept ??= new Map()), name);
    // A message's wire name is not part of its body.
    else if (index === undefined || (type !== undefined && name === '$type')) skip(reader);
    // Declared members and keys of a form: what is neither is not data.
    else if (!isOfForm(formOfKeys(index), name)) skip(reader);
    else readEntry(reader, result, name, formOfKeys(index), () => read(reader, index.value));
  }
  return finish(shape, result, values, start, kept);
}

function readPlaces(reader: Reader, shape: ObjectShape, start: number): unknown {
  const { members } = shape;
  const values = makeArray<unknown>(members.length);
  const count = openPlaces(reader, 0, shape);
  for (const [place, [, member, absent, nil]] of members.entries()) {
    if (place >= count) break;
    const nothing = absent !== undefined && (nil === true ? noPlace(reader) : noPlaceOrNil(reader));
    if (!nothing) values[place] = read(reader, member);
  }
  skipPlaces(reader, count - members.length);
  return finish(shape, {}, values, start);
}

/** Puts together what was read; what may be left out is as the type has it. */
function finish(
  shape: ObjectShape,
  result: object,
  values: readonly unknown[],
  start: number,
  kept?: UnknownMembers,
): unknown {
  const { members, type } = shape;
  for (const [place, [name, , absent]] of members.entries()) {
    const value = values[place];
    if (value !== undefined || absent === 'undefined') setMember(result, name, value);
    else if (absent === undefined) throw missing(start, name);
  }
  if (type !== undefined) setMember(result, '$type', type);
  const made = shape.construct === undefined ? result : construct(shape.construct, result, start);
  // A constructor takes declared members only.
  return kept === undefined ? made : attachUnknown(made, kept, start);
}
