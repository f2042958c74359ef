import { quote } from '../emit/identifiers.ts';
import type { TypeModel } from '../model/types.ts';
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
      return `[${type.elements.map((element) => printType(element, index)).join(', ')}]`;
    case 'map':
      return `Map<${printType(type.key, index)}, ${printType(type.value, index)}>`;
    case 'record':
      return `Record<${type.key}, ${printType(type.value, index)}>`;
    case 'union':
      return type.variants.map((variant) => printType(variant, index)).join(' | ');
    case 'reference':
      return index.byId.get(type.id)?.name ?? type.id;
    default:
      return words[type.kind] ?? type.kind;
  }
}
