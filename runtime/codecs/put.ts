import type { Constant } from './constant.ts';
import { overflow, type Writer } from './writer.ts';

// Names are written by functions of at most 27 bytes of bytecode: however large their caller, the compiler makes them part
// of it, with the bytes as immediate operands. They count on SLACK bytes being free. Watched by the bench `codec`, cases
// `small` and `order`.

/** Makes sure that SLACK bytes are free at `position`, and answers with it. */
export function room(writer: Writer, position: number): number {
  if (position > writer.limit) throw overflow;
  return position;
}

/** Writes the first eight bytes of a constant and answers with the position behind all of it. */
export function put8(view: DataView, position: number, constant: Constant): number {
  view.setFloat64(position, constant.head);
  return position + constant.size;
}

/** Writes the last eight bytes of a constant that ends at `end`, and answers with that. */
export function tail8(view: DataView, end: number, constant: Constant): number {
  view.setFloat64(end - 8, constant.tail);
  return end;
}

/** Writes a constant of any size and answers with the position behind it. */
export function put(writer: Writer, position: number, constant: Constant): number {
  const { size } = constant;
  if (position + size > writer.limit) throw overflow;
  if (!constant.inTwo) writer.bytes.set(constant.bytes, position);
  else {
    put8(writer.view, position, constant);
    if (size > 8) tail8(writer.view, position + size, constant);
  }
  return position + size;
}
