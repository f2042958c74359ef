import { indexTypes, type TypeIndex } from '../codecs/index.ts';
import { isIdentifier } from '../emit/identifiers.ts';
import type { RecordType, TypeDefinition, TypeModel } from '../model/types.ts';
import type { RecordedMember, RecordedTypes } from './schema.ts';

/** Types on one side, prepared for reading. */
export interface Side {
  readonly types: RecordedTypes;
  readonly index: TypeIndex;
}

export function sideOf(types: RecordedTypes): Side {
  const definitions = [...types].map(([name, shape]): TypeDefinition => ({
    id: name,
    name,
    module: '',
    shape,
    position,
  }));
  return { types, index: indexTypes({ types: definitions, messages: [], upcasters: [] }) };
}

const position = { file: '', line: 1, column: 1 };

/** A type on one side, and where it was met. */
export interface Place {
  readonly type: TypeModel;
  readonly side: Side;
  readonly owner: string;
  readonly path: string;
}

export function placeOf({ type, side }: { readonly type: TypeModel; readonly side: Side }): Place {
  return { type, side, owner: '', path: '' };
}

/** Names of types that are not recursive are looked through, and the forms that share a wire are made one. */
export function resolved(at: Place): Place {
  const { type, side } = at;
  if (type.kind === 'undefined') return { ...at, type: { kind: 'null' } };
  if (type.kind === 'binary' && (type.type === 'ArrayBuffer' || type.type === 'Buffer'))
    return { ...at, type: { kind: 'bytes' } };
  if (type.kind !== 'reference') return at;
  const target = side.types.get(type.id);
  return target?.kind === 'alias' ? resolved({ ...at, type: target.type, owner: type.id, path: type.id }) : at;
}

export function inside(at: Place, type: TypeModel, suffix: string): Place {
  return { ...at, type, path: at.path + suffix };
}

/** Paths start anew at every named type: what is wrong with it is said once, however many messages hold it. */
export function memberPlace(at: Place, { name, type }: RecordedMember): Place {
  const owner = ownerOf(at);
  const base = owner === '' ? at.path : owner;
  return { ...at, type, owner, path: isIdentifier(name) ? `${base}.${name}` : `${base}[${JSON.stringify(name)}]` };
}

export function indexPlace(at: Place, { value }: RecordType): Place {
  const owner = ownerOf(at);
  return { ...at, type: value, owner, path: `${owner === '' ? at.path : owner}{}` };
}

export function ownerOf({ type, owner }: Place): string {
  return type.kind === 'reference' ? type.id : owner;
}

export function pathOf(at: Place): string {
  return at.path === '' ? ownerOf(at) : at.path;
}
