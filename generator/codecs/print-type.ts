import { quote } from '../emit/identifiers.ts';
import { patternText } from '../../runtime/codecs/pattern-part.ts';
import type { TupleType, TypeModel } from '../model/types.ts';
import type { TypeIndex } from './type-index.ts';

const words: Readonly<Record<string, string>> = { date: 'Date', bytes: 'Uint8Array' };

/** A type as a reader would write it, for messages. */
export function printType(type: TypeModel, index: TypeIndex): string {
  switch (type.kind) {
    case 'literal':
      return type.bigint === true
        ? `${type.value}n`
        : typeof type.value === 'string'
          ? quote(type.value)
          : String(type.value);
    case 'array':
      return type.element.kind === 'union'
        ? `(${printType(type.element, index)})[]`
        : `${printType(type.element, index)}[]`;
    case 'set':
      return `Set<${printType(type.element, index)}>`;
    case 'tuple':
      return printTuple(type, index);
    case 'map':
      return `Map<${printType(type.key, index)}, ${printType(type.value, index)}>`;
    case 'record':
      return `Record<${type.keys === undefined ? type.key : printType(type.keys, index)}, ${printType(type.value, index)}>`;
    case 'binary':
      return type.type;
    case 'temporal':
      return `Temporal.${type.type}`;
    case 'pattern':
      return patternText(type.alternatives);
    case 'union':
      return type.variants.map((variant) => printType(variant, index)).join(' | ');
    case 'reference':
      return index.byId.get(type.id)?.name ?? type.id;
    default:
      return words[type.kind] ?? type.kind;
  }
}

function printTuple({ elements, optional = 0, rest, trailing = [] }: TupleType, index: TypeIndex): string {
  const print = (type: TypeModel): string =>
    type.kind === 'union' ? `(${printType(type, index)})` : printType(type, index);
  const parts = elements.map((element, at) =>
    at < elements.length - optional ? printType(element, index) : `${print(element)}?`,
  );
  if (rest !== undefined) parts.push(`...${print(rest)}[]`);
  return `[${[...parts, ...trailing.map(print)].join(', ')}]`;
}
