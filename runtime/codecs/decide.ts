import type { Decision, DecisionCase, Tag, ValueKind } from './decision.ts';
import type { Literal } from './literals.ts';
import { find, is } from './match.ts';
import { isAbsent } from './positional.ts';
import { memberOf } from './member.ts';
import { readArrayHeader, readBigint, readMapHeader, readNumber } from './read.ts';
import type { Reader } from './reader.ts';
import { readString } from './text-decoding.ts';
import { skip } from './skip.ts';
import { isTypedExtension } from './binary.ts';
import { isTemporal } from './temporal.ts';

/** The variant that a value in memory belongs to; -1 for none. */
export function decideValue(decision: Decision, value: unknown): number {
  return decide(decision, value, 0);
}

/** The variant that a parsed JSON value belongs to; -1 for none. */
export function decideJson(decision: Decision, value: unknown): number {
  return decide(decision, value, 2);
}

function decide(decision: Decision, value: unknown, side: 0 | 2): number {
  let next: Decision | undefined = decision;
  while (typeof next === 'object') {
    let subject = value;
    if (next.member !== undefined) {
      if (typeof value !== 'object' || value === null) return -1;
      subject = memberOf(value, next.member);
    }
    const absent = next.member !== undefined && subject === undefined;
    next = choose(next.cases, absent, literalOf(subject), absent ? undefined : kindOf(subject), side);
  }
  return next ?? -1;
}

function literalOf(value: unknown): Literal | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return value;
    default:
      return undefined;
  }
}

/** What a value in memory, or from JSON, is. */
function kindOf(value: unknown): ValueKind | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return typeof value as ValueKind;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'array';
      if (value instanceof Date) return 'date';
      if (value instanceof Uint8Array) return 'bytes';
      if (value instanceof Map) return 'map';
      return value instanceof Set ? 'set' : otherKind(value);
    default:
      return undefined;
  }
}

function otherKind(value: object): ValueKind {
  if (ArrayBuffer.isView(value)) return 'typed';
  if (value instanceof ArrayBuffer) return 'buffer';
  return isTemporal(value) ? 'temporal' : 'object';
}

/** A bigint is an integer of any form in MessagePack, and text in JSON. */
function isLiteral(literal: Literal, found: Literal, side: 0 | 1 | 2): boolean {
  if (literal === found) return true;
  if (typeof literal !== 'bigint' || side === 0) return false;
  if (side === 2) return found === String(literal);
  return typeof found === 'number' && Number.isInteger(found) && BigInt(found) === literal;
}

function choose(
  cases: readonly DecisionCase[],
  absent: boolean,
  literal: Literal | undefined,
  kind: ValueKind | undefined,
  side: 0 | 1 | 2,
): Decision | undefined {
  if (absent) return cases.find((option) => option.absent === true)?.leads;
  if (literal !== undefined) {
    for (const option of cases)
      if (option.literals?.some((each) => isLiteral(each, literal, side))) return option.leads;
  }
  if (kind === undefined) return undefined;
  for (const option of cases) if (option.kinds?.[side].includes(kind)) return option.leads;
  return undefined;
}

/** The variant that the value at the reader's position belongs to; -1 for none. The reader does not move. */
export function decideWire(decision: Decision, reader: Reader): number {
  const start = reader.at;
  const own = typeof decision === 'object' ? (decision.wire ?? decision) : decision;
  const tagged = typeof own === 'object' && own.tag !== undefined ? findTag(reader, own.tag) : undefined;
  if (tagged !== undefined) return tagged;
  try {
    let next: Decision | undefined = own;
    while (typeof next === 'object') {
      reader.at = start;
      const absent = next.member !== undefined && (!findMember(reader, next.member) || isAbsent(reader));
      const kind = absent ? undefined : wireKind(reader.bytes[reader.at], reader.bytes, reader.at);
      const wanted = next.cases.some((option) => option.literals !== undefined);
      const literal = wanted && !absent ? peekLiteral(reader, kind) : undefined;
      next = choose(next.cases, absent, literal, kind, 1);
      // A bigint literal looks like a number until its size forces it out.
    }
    return next ?? -1;
  } finally {
    reader.at = start;
  }
}

/** The usual case: a map of few members that begins with the deciding one, or an array. */
function findTag(reader: Reader, { key, literals, variants }: Tag): number | undefined {
  const start = reader.at;
  const lead = reader.bytes[start] ?? 0;
  if (typeof key === 'number') {
    if (lead < 0x90 || lead > 0x9f || (lead & 15) <= key) return undefined;
    reader.at = start + 1;
    for (let left = key; left > 0; left--) skip(reader);
    const place = find(reader, literals);
    reader.at = start;
    return place < 0 ? undefined : variants[place];
  }
  let found: number | undefined;
  if (lead > 0x80 && lead < 0x90) {
    reader.at = start + 1;
    if (is(reader, key)) found = variants[find(reader, literals)];
    reader.at = start;
  }
  return found;
}

/** Moves to the value of a member, wherever in the map it stands; in an array the member is a place. */
function findMember(reader: Reader, member: string): boolean {
  if (wireKind(reader.bytes[reader.at], reader.bytes, reader.at) === 'array') {
    const place = Number(member);
    if (!(place < readArrayHeader(reader))) return false;
    for (let left = place; left > 0; left--) skip(reader);
    return true;
  }
  for (let left = readMapHeader(reader); left > 0; left--) {
    if (readString(reader) === member) return true;
    skip(reader);
  }
  return false;
}

function peekLiteral(reader: Reader, kind: ValueKind | undefined): Literal | undefined {
  if (kind === 'string') return readString(reader);
  if (kind === 'boolean') return reader.bytes[reader.at] === 0xc3;
  if (kind === 'bigint') return readBigint(reader);
  return kind === 'number' ? readNumberLiteral(reader) : undefined;
}

function readNumberLiteral(reader: Reader): Literal {
  const lead = reader.bytes[reader.at] ?? 0;
  // Integers beyond 2^53 cannot be number literals.
  return lead === 0xcf || lead === 0xd3 ? Number(readBigint(reader)) : readNumber(reader);
}

function wireKind(lead: number | undefined, bytes: Uint8Array, at: number): ValueKind | undefined {
  if (lead === undefined || lead === 0xc1) return undefined;
  if (lead < 0x80 || lead >= 0xe0 || (lead >= 0xca && lead < 0xd4)) return 'number';
  if (lead < 0x90 || lead >= 0xde) return 'object';
  if (lead < 0xa0 || lead >= 0xdc) return 'array';
  if (lead < 0xc0 || lead >= 0xd9) return 'string';
  if (lead === 0xc0) return 'null';
  if (lead < 0xc4) return 'boolean';
  if (lead < 0xc7) return 'bytes';
  const type = lead >= 0xd4 ? bytes[at + 1] : bytes[at + 1 + (1 << (lead - 0xc7))];
  if (type === 1) return 'bigint';
  return type === 0xff ? 'date' : isTypedExtension(type) ? 'typed' : undefined;
}
