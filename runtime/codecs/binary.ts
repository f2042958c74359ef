import type { BinaryKind } from './binary-kind.ts';
import { Mismatch, describe } from './mismatch.ts';
import { readBytes, unexpected } from './read.ts';
import type { Reader } from './reader.ts';
import { readHeader } from './wire-header.ts';
import { mistyped } from './mismatch.ts';
import { writeBytes, writeExtensionHeader } from './write.ts';
import { overflow, type Writer } from './writer.ts';

/** A typed array, or a view. */
interface View {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

type MakeView = new (buffer: ArrayBuffer) => View;

interface Entry {
  /** Bytes of an element. */
  readonly size: number;
  /** Its extension is 16 more than this; plain bytes have none. */
  readonly element?: number;
}

// Part of the wire: an element kind is never used again for something else.
const table: Readonly<Record<BinaryKind, Entry>> = {
  ArrayBuffer: { size: 1 },
  Buffer: { size: 1 },
  Int8Array: { size: 1, element: 0 },
  Uint8ClampedArray: { size: 1, element: 1 },
  Int16Array: { size: 2, element: 2 },
  Uint16Array: { size: 2, element: 3 },
  Int32Array: { size: 4, element: 4 },
  Uint32Array: { size: 4, element: 5 },
  Float16Array: { size: 2, element: 6 },
  Float32Array: { size: 4, element: 7 },
  Float64Array: { size: 8, element: 8 },
  BigInt64Array: { size: 8, element: 9 },
  BigUint64Array: { size: 8, element: 10 },
  DataView: { size: 1, element: 11 },
};

const FIRST_EXTENSION = 16;
const LAST_EXTENSION = 27;

/** Whether an extension holds a typed array. */
export function isTypedExtension(type: number | undefined): boolean {
  return type !== undefined && type >= FIRST_EXTENSION && type <= LAST_EXTENSION;
}

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** Binary data: plain bytes as `bin`, elements in an extension of their own, little-endian. */
export function writeBinary(writer: Writer, position: number, value: unknown, type: BinaryKind): number {
  const bytes = bytesOf(value, type);
  if (bytes === undefined) throw mistyped(position, article(type), value);
  const { element } = table[type];
  if (element === undefined) return writeBytes(writer, position, bytes);
  const at = writeExtensionHeader(writer, position, bytes.length, FIRST_EXTENSION + element);
  writer.bytes.set(bytes, at);
  const end = at + bytes.length;
  if (end > writer.limit) throw overflow;
  return end;
}

export function readBinary(reader: Reader, type: BinaryKind): unknown {
  const start = reader.at;
  const { element, size } = table[type];
  if (element === undefined) return viewOf(readBytes(reader), type, start);
  const { from, kind, length, type: found } = readHeader(reader, start);
  if (kind !== 'extension' || found !== FIRST_EXTENSION + element) throw unexpected(reader, start, article(type));
  if (length % size !== 0) throw new Mismatch(`a multiple of ${size} bytes`, `${length} bytes`, start);
  reader.at = from + length;
  // A copy of its own: the input belongs to the caller, and its offset need not suit the elements.
  return viewOf(reader.bytes.slice(from, from + length), type, start);
}

export function binaryToJson(value: unknown, type: BinaryKind): string {
  const bytes = bytesOf(value, type);
  if (bytes === undefined) throw new Mismatch(article(type), describe(value));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

/** What base64 in JSON stands for; `bytes` belong to the result. */
export function binaryFromJson(bytes: Uint8Array, type: BinaryKind): unknown {
  const { size } = table[type];
  if (bytes.length % size !== 0) throw new Mismatch(`a multiple of ${size} bytes`, `${bytes.length} bytes`);
  return viewOf(bytes, type, 0);
}

/** The content as it is on the wire; `undefined` if it is no value of the type. */
function bytesOf(value: unknown, type: BinaryKind): Uint8Array | undefined {
  if (type === 'ArrayBuffer') return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
  if (type === 'Buffer') return Buffer.isBuffer(value) ? value : undefined;
  const constructor = constructorOf(type);
  if (constructor === undefined || !(value instanceof constructor)) return undefined;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return isBigEndian ? swapped(bytes, table[type].size) : bytes;
}

/** `bytes` belong to the result, so that nobody else sees them change. */
function viewOf(bytes: Uint8Array, type: BinaryKind, at: number): unknown {
  if (type === 'Buffer') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const own = isBigEndian ? swapped(bytes, table[type].size) : bytes;
  const buffer = own.byteLength === own.buffer.byteLength ? own.buffer : own.slice().buffer;
  if (type === 'ArrayBuffer') return buffer;
  const constructor = constructorOf(type);
  if (constructor === undefined) throw new Mismatch(`a runtime that has ${type}`, 'one without', at);
  return new constructor(buffer as ArrayBuffer);
}

/** `Float16Array` is not everywhere. */
function constructorOf(type: BinaryKind): MakeView | undefined {
  return (globalThis as unknown as Readonly<Record<string, MakeView | undefined>>)[type];
}

function article(type: BinaryKind): string {
  return `${/^[AI]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** Elements with their bytes in the opposite order. */
function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const result = bytes.slice();
  if (size > 1) for (let at = 0; at < result.length; at += size) result.subarray(at, at + size).reverse();
  return result;
}
