export { readBinary, writeBinary } from './binary.ts';
export { codecError, isCodecError } from './codec-error.ts';
export {
  readArray,
  readMap,
  readSet,
  readStrings,
  readTuple,
  writeArray,
  writeMap,
  writeSet,
  writeStrings,
  writeTuple,
} from './collections.ts';
export { key } from './constant.ts';
export { createCodec } from './create-codec.ts';
export { createDecoder } from './create-decoder.ts';
export { decideValue, decideWire } from './decide.ts';
export { byPlace, byTag, kinds, look, onWire } from './decision.ts';
export { construct } from './from-json.ts';
export { literals, readLiteral, writeLiteral } from './literals.ts';
export { is, is16, is4, is8, need, need16, need4, need8 } from './match.ts';
export { assignMembers, memberOf, setMember } from './member.ts';
export { given, members, openMap } from './members.ts';
export { Mismatch, mistyped } from './mismatch.ts';
export { readNamed } from './named.ts';
export { readNested, writeNested } from './nested.ts';
export { readNullable, readUndefinable, writeNullable, writeUndefinable } from './nothing.ts';
export { readNumbers, writeNumbers } from './numbers.ts';
export { readOpenTuple, writeOpenTuple } from './open-tuple.ts';
export { pattern, readPattern, writePattern } from './patterns.ts';
export { noPlace, noPlaceOrNil, openPlaces, skipPlaces, writeAbsent } from './positional.ts';
export { put, put8, room, tail8 } from './put.ts';
export {
  readBigint,
  readBoolean,
  readBytes,
  readDate,
  readNull,
  readNumber,
  readString,
  readUndefined,
  unexpected,
} from './read.ts';
export { readByShape } from './read-by-shape.ts';
export { Reader } from './reader.ts';
export { indexKeys, readRecord, writeEntries, writeRecord } from './records.ts';
export {
  array,
  binary,
  map,
  message,
  nullable,
  object,
  openTuple,
  record,
  recursive,
  set,
  shape,
  temporal,
  tuple,
  undefinable,
  union,
} from './shapes.ts';
export { readTemporal, writeTemporal } from './temporal.ts';
export {
  writeArrayHeader,
  writeBigint,
  writeBoolean,
  writeBytes,
  writeDate,
  writeMapHeader,
  writeNull,
  writeNumber,
  writeUndefined,
} from './write.ts';
export { writeString } from './text-encoding.ts';
export { keptMembers, writeKept } from './write-kept.ts';
export { unknownMembers, unknownMembersOf } from './unknown-members.ts';
export { Writer } from './writer.ts';

export type { Codec } from './codec.ts';
export type { CodecError, CodecErrorDetails } from './codec-error.ts';
export type { Constant } from './constant.ts';
export type { Decision, DecisionCase, ValueKind } from './decision.ts';
export type { Literal } from './literals.ts';
export type { Draft, Members } from './members.ts';
export type { LiteralsShape, MemberShape, NamedShape, ObjectShape, RecordShape, Shape } from './shape.ts';
export type { Read } from './reader.ts';
export type { UnknownMembers } from './unknown-members.ts';
export type { Write } from './writer.ts';
