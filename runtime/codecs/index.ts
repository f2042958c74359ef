export { codecError, isCodecError } from './codec-error.ts';
export { construct } from './from-json.ts';
export { createCodec } from './create-codec.ts';
export { decideValue, decideWire } from './decide.ts';
export { indexKeys, readEntry, readRecord, writeEntries, writeRecord } from './records.ts';
export { assignMembers, memberOf, setMember } from './member.ts';
export { Mismatch } from './mismatch.ts';
export { readNumbers, writeNumbers } from './numbers.ts';
export { overflow, Writer } from './writer.ts';
export {
  descend,
  makeArray,
  missing,
  readArrayHeader,
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
export {
  enter,
  mistyped,
  writeArrayHeader,
  writeBigint,
  writeBoolean,
  writeBytes,
  writeDate,
  writeMapHeader,
  writeNull,
  writeNumber,
  writeString,
  writeUndefined,
} from './write.ts';
export { readLiteral, writeLiteral } from './literals.ts';
export { readNamed } from './named.ts';
export { Reader } from './reader.ts';
export { skip } from './skip.ts';

export type { Codec } from './codec.ts';
export type { CodecError, CodecErrorDetails } from './codec-error.ts';
export type { Decision, DecisionCase, ValueKind } from './decision.ts';
export type { MemberShape, ObjectShape, RecordShape, Shape } from './shape.ts';
export type { Read } from './reader.ts';
export type { Write } from './writer.ts';
