import type { BinaryKind } from '../../../runtime/codecs/binary-kind.ts';
import type { TypeId } from '../../diagnostics/types.ts';

/** What a type of the standard library is on the wire, by its global name. */
export type Builtin =
  | { readonly kind: 'date' | 'bytes' | 'map' | 'set' }
  | { readonly kind: 'binary'; readonly type: BinaryKind }
  | { readonly kind: 'refused'; readonly id: TypeId; readonly primitive?: string };

const refused = (id: TypeId, primitive?: string): Builtin =>
  primitive === undefined ? { kind: 'refused', id } : { kind: 'refused', id, primitive };
const binary = (type: BinaryKind): Builtin => ({ kind: 'binary', type });

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
  Int8Array: binary('Int8Array'),
  Uint8ClampedArray: binary('Uint8ClampedArray'),
  Int16Array: binary('Int16Array'),
  Uint16Array: binary('Uint16Array'),
  Int32Array: binary('Int32Array'),
  Uint32Array: binary('Uint32Array'),
  Float16Array: binary('Float16Array'),
  Float32Array: binary('Float32Array'),
  Float64Array: binary('Float64Array'),
  BigInt64Array: binary('BigInt64Array'),
  BigUint64Array: binary('BigUint64Array'),
  ArrayBuffer: binary('ArrayBuffer'),
  DataView: binary('DataView'),
  Buffer: binary('Buffer'),
  // Memory that others change while it is encoded, and what may be any view.
  SharedArrayBuffer: refused('CATGA1112'),
  ArrayBufferView: refused('CATGA1112'),
};

const unsupported: Builtin = { kind: 'refused', id: 'CATGA1115' };

/** Every type that the library declares is either in the table or refused: its declaration says nothing about its data. */
export function builtinOf(name: string): Builtin {
  return Object.hasOwn(table, name) ? (table[name] ?? unsupported) : unsupported;
}
