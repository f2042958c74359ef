import type { Constant } from './constant.ts';
import { overflow, type Writer } from './writer.ts';

// Every function writes a constant and answers with the position behind it. Those for one range of sizes count on SLACK
// bytes being free, and are so short that the compiler makes them part of generated functions, with the words as
// immediate operands: it stops doing so after 920 bytes of bytecode. Watched by the bench `codec`, cases `small`, `order`.

/** Makes sure that SLACK bytes are free at `position`, and answers with it. */
export function room(writer: Writer, position: number): number {
  if (position > writer.limit) throw overflow;
  return position;
}

/** A constant of at most 4 bytes. */
export function put4(writer: Writer, position: number, constant: Constant): number {
  writer.view.setInt32(position, constant.a);
  return position + constant.size;
}

/** A constant of 4 to 8 bytes. */
export function put8(writer: Writer, position: number, constant: Constant): number {
  const { view } = writer;
  const end = position + constant.size;
  view.setInt32(position, constant.a);
  view.setInt32(end - 4, constant.last);
  return end;
}

/** A constant of 8 to 12 bytes. */
export function put12(writer: Writer, position: number, constant: Constant): number {
  const { view } = writer;
  const end = position + constant.size;
  view.setInt32(position, constant.a);
  view.setInt32(position + 4, constant.b);
  view.setInt32(end - 4, constant.last);
  return end;
}

/** A constant of any size. */
export function put(writer: Writer, position: number, constant: Constant): number {
  const { size } = constant;
  if (position > writer.limit) throw overflow;
  if (size <= 4) return put4(writer, position, constant);
  if (size <= 8) return put8(writer, position, constant);
  if (size <= 12) return put12(writer, position, constant);
  if (position + size > writer.limit) throw overflow;
  writer.bytes.set(constant.bytes, position);
  return position + size;
}
