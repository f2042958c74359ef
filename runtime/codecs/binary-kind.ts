/** Binary data that is told apart from plain bytes, by the name of its class. */
export type BinaryKind =
  | 'ArrayBuffer'
  | 'BigInt64Array'
  | 'BigUint64Array'
  | 'Buffer'
  | 'DataView'
  | 'Float16Array'
  | 'Float32Array'
  | 'Float64Array'
  | 'Int16Array'
  | 'Int32Array'
  | 'Int8Array'
  | 'Uint16Array'
  | 'Uint32Array'
  | 'Uint8ClampedArray';
