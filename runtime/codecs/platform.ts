/**
 * Text methods that every Node and Bun puts on `Buffer`, undocumented but for `Buffer.write` and `toString`, which call
 * them: without the detour over encoding names they cost half. They work on any `Uint8Array`.
 */
interface NativeText {
  readonly utf8Write?: (this: Uint8Array, text: string, offset: number) => number;
  readonly ucs2Write?: (this: Uint8Array, text: string, offset: number) => number;
  readonly latin1Slice?: (this: Uint8Array, start: number, end: number) => string;
  readonly ucs2Slice?: (this: Uint8Array, start: number, end: number) => string;
  readonly utf8Slice?: (this: Uint8Array, start: number, end: number) => string;
}

const native = Buffer.prototype as unknown as NativeText;

function plainUtf8Write(this: Uint8Array, text: string, offset: number): number {
  return (this as Buffer).write(text, offset, 'utf8');
}

function plainUcs2Write(this: Uint8Array, text: string, offset: number): number {
  return (this as Buffer).write(text, offset, 'utf16le');
}

function plainLatin1Slice(this: Uint8Array, start: number, end: number): string {
  return Buffer.from(this.buffer, this.byteOffset + start, end - start).toString('latin1');
}

function plainUcs2Slice(this: Uint8Array, start: number, end: number): string {
  return Buffer.from(this.buffer, this.byteOffset + start, end - start).toString('utf16le');
}

function plainUtf8Slice(this: Uint8Array, start: number, end: number): string {
  return Buffer.from(this.buffer, this.byteOffset + start, end - start).toString('utf8');
}

/** Writes UTF-8 into `bytes` and answers with the number of bytes written. */
export const utf8Write: NonNullable<NativeText['utf8Write']> = native.utf8Write ?? plainUtf8Write;
/** Writes UTF-16, little-endian, into `bytes` and answers with the number of bytes written. */
export const ucs2Write: NonNullable<NativeText['ucs2Write']> = native.ucs2Write ?? plainUcs2Write;
/** Bytes as Latin-1 text. */
export const latin1Slice: NonNullable<NativeText['latin1Slice']> = native.latin1Slice ?? plainLatin1Slice;
/** Bytes as UTF-16 text, little-endian. */
export const ucs2Slice: NonNullable<NativeText['ucs2Slice']> = native.ucs2Slice ?? plainUcs2Slice;
/** Bytes as UTF-8 text. */
export const utf8Slice: NonNullable<NativeText['utf8Slice']> = native.utf8Slice ?? plainUtf8Slice;
