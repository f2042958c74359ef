import type { TypeId } from '../../diagnostics/types.ts';

/** What a type of the standard library is on the wire, by its global name. */
export type Builtin =
  | { readonly kind: 'date' | 'bytes' | 'map' | 'set' }
  | { readonly kind: 'refused'; readonly id: TypeId; readonly primitive?: string };

const refused = (id: TypeId, primitive?: string): Builtin =>
  primitive === undefined ? { kind: 'refused', id } : { kind: 'refused', id, primitive };

const table: Readonly<Record<string, Builtin>> = {
  Date: { kind: 'date' },
  Uint8Array: { kind: 'bytes' },
  Map: { kind: 'map' },
  ReadonlyMap: { kind: 'map' },
  Set: { kind: 'set' },
  ReadonlySet: { kind: 'set' },
  Function: refused('CATGA1101'),
  CallableFunction: refused('CATGA1101'),
  NewableFunction: refused('CATGA1101'),
  Promise: refused('CATGA1103'),
  PromiseLike: refused('CATGA1103'),
  WeakMap: refused('CATGA1104'),
  WeakSet: refused('CATGA1104'),
  WeakRef: refused('CATGA1104'),
  String: refused('CATGA1105', 'string'),
  Number: refused('CATGA1105', 'number'),
  Boolean: refused('CATGA1105', 'boolean'),
  BigInt: refused('CATGA1105', 'bigint'),
  Symbol: refused('CATGA1102'),
  Object: refused('CATGA1107'),
  Int8Array: refused('CATGA1112'),
  Uint8ClampedArray: refused('CATGA1112'),
  Int16Array: refused('CATGA1112'),
  Uint16Array: refused('CATGA1112'),
  Int32Array: refused('CATGA1112'),
  Uint32Array: refused('CATGA1112'),
  Float16Array: refused('CATGA1112'),
  Float32Array: refused('CATGA1112'),
  Float64Array: refused('CATGA1112'),
  BigInt64Array: refused('CATGA1112'),
  BigUint64Array: refused('CATGA1112'),
  ArrayBuffer: refused('CATGA1112'),
  SharedArrayBuffer: refused('CATGA1112'),
  DataView: refused('CATGA1112'),
  Buffer: refused('CATGA1112'),
};

const unsupported: Builtin = { kind: 'refused', id: 'CATGA1115' };

/** Every type that the library declares is either in the table or refused: its declaration says nothing about its data. */
export function builtinOf(name: string): Builtin {
  return Object.hasOwn(table, name) ? (table[name] ?? unsupported) : unsupported;
}
