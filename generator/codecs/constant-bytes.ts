import { encode } from '@msgpack/msgpack';
import type { Printer } from '../emit/printer.ts';

/** The MessagePack of a key or of a literal, known at generation. */
export function constantBytes(value: string | number | boolean | bigint): readonly number[] {
  if (typeof value !== 'bigint') return [...encode(value)];
  const bytes = [value >= 0n ? 0xcf : 0xd3];
  for (let shift = 56n; shift >= 0n; shift -= 8n) bytes.push(Number((value >> shift) & 0xffn));
  return bytes;
}

/** Stores `bytes` at `at + offset`: four at a time, the last store overlapping the one before where that saves one. */
export function printStores(
  printer: Printer,
  bytes: readonly number[],
  at: (offset: number) => string,
  offset: number,
): void {
  let done = 0;
  while (bytes.length - done >= 4) {
    printer.line(`view.setInt32(${at(offset + done)}, ${word(bytes, done)}, true);`);
    done += 4;
  }
  const left = bytes.length - done;
  if (left === 0) return;
  if (left > 1 && bytes.length >= 4) {
    printer.line(`view.setInt32(${at(offset + bytes.length - 4)}, ${word(bytes, bytes.length - 4)}, true);`);
    return;
  }
  for (; done < bytes.length; done++) printer.line(`view.setUint8(${at(offset + done)}, ${hex(bytes[done] ?? 0)});`);
}

/** The condition that `bytes` stand at `at`. */
export function equalsBytes(bytes: readonly number[], at: (offset: number) => string): string {
  return bytes.map((byte, index) => `bytes[${at(index)}] === ${hex(byte)}`).join(' && ');
}

function word(bytes: readonly number[], from: number): string {
  let value = 0;
  for (let index = 3; index >= 0; index--) value = (value << 8) | (bytes[from + index] ?? 0);
  return value < 0 ? `-0x${(-value).toString(16)}` : hex(value);
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
