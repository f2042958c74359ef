import type { TypeModel } from '../model/types.ts';
import { childrenOf, partsOf } from './references.ts';
import type { TypeIndex } from './type-index.ts';

/** From this many strings on, decoding them together pays. */
const MANY = 4;

/** Whether a value usually holds several strings: then the input is turned into text once and members are cut from it. */
export function holdsTexts(types: readonly TypeModel[], index: TypeIndex): boolean {
  return count(types, index, new Set()) >= MANY;
}

function count(types: readonly TypeModel[], index: TypeIndex, seen: Set<string>): number {
  let texts = 0;
  for (const type of types) {
    if (type.kind === 'string' || type.kind === 'pattern' || type.kind === 'temporal') texts++;
    else if (type.kind === 'reference') {
      const definition = index.byId.get(type.id);
      if (definition === undefined || seen.has(type.id)) continue;
      seen.add(type.id);
      texts += count(partsOf(definition), index, seen);
    } else if (type.kind === 'union') {
      // One of them is there.
      texts += Math.max(0, ...type.variants.map((variant) => count([variant], index, seen)));
    } else {
      // Keys are recognised without being made into text.
      const inner = count(type.kind === 'map' ? [type.value] : childrenOf(type), index, seen);
      texts += type.kind === 'tuple' ? inner : inner * MANY;
    }
    if (texts >= MANY) return texts;
  }
  return texts;
}
