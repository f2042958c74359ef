import { patternText } from '../../runtime/codecs/pattern-part.ts';
import type { TupleType, TypeModel } from './types.ts';

const kinds: readonly TypeModel['kind'][] = [
  'undefined',
  'null',
  'boolean',
  'literal',
  'number',
  'bigint',
  'pattern',
  'string',
  'temporal',
  'date',
  'bytes',
  'binary',
  'array',
  'tuple',
  'set',
  'map',
  'record',
  'reference',
  'union',
  'unknown',
];

/** The canonical order of union variants: by kind, then by {@link typeKey}. Independent of how they were found. */
export function compareVariants(a: TypeModel, b: TypeModel): number {
  if (a.kind !== b.kind) return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  if (a.kind === 'literal' && b.kind === 'literal' && typeof a.value === 'number' && typeof b.value === 'number') {
    return a.value - b.value;
  }
  const left = typeKey(a);
  const right = typeKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A text that two types share exactly when they are the same type; definitions are told apart by id. */
export function typeKey(type: TypeModel): string {
  switch (type.kind) {
    case 'literal':
      return type.bigint === true ? `${type.value}n` : JSON.stringify(type.value);
    case 'array':
      return `${type.readonly === true ? 'readonly ' : ''}${wrapped(type.element)}[]`;
    case 'tuple':
      return `${type.readonly === true ? 'readonly ' : ''}[${tupleParts(type).join(', ')}]`;
    case 'record':
      return `{ [key: ${type.keys === undefined ? type.key : typeKey(type.keys)}]: ${typeKey(type.value)} }`;
    case 'map':
      return `Map<${typeKey(type.key)}, ${typeKey(type.value)}>`;
    case 'set':
      return `Set<${typeKey(type.element)}>`;
    case 'union':
      return type.variants.map(typeKey).join(' | ');
    case 'reference':
      return type.id;
    case 'binary':
      return type.type;
    case 'temporal':
      return `Temporal.${type.type}`;
    case 'pattern':
      return patternText(type.alternatives);
    default:
      return type.kind;
  }
}

function tupleParts({ elements, optional = 0, rest, trailing = [] }: TupleType): readonly string[] {
  const fixed = elements.map((element, at) =>
    at < elements.length - optional ? typeKey(element) : `${wrapped(element)}?`,
  );
  return [...fixed, ...(rest === undefined ? [] : [`...${wrapped(rest)}[]`]), ...trailing.map(typeKey)];
}

function wrapped(type: TypeModel): string {
  return type.kind === 'union' ? `(${typeKey(type)})` : typeKey(type);
}
