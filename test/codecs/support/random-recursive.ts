import type { RandomType } from './random-leaf.ts';
import type { RandomSource } from './random-source.ts';

/** A type that holds itself, and another one. */
export function randomRecursive(source: RandomSource, { type, value }: RandomType): RandomType {
  const node = (left: number, more: (rest: number) => object): object => ({
    value: value(),
    ...(left > 0 && more(left - 1)),
  });
  return source.one<() => RandomType>([
    () => {
      const make = (left: number): unknown => node(left, (rest) => ({ next: make(rest) }));
      return {
        type: source.declare('Chain', (own) => `interface ${own} { value: ${type}; next?: ${own} }`),
        value: () => make(source.below(4)),
        wire: 'object',
      };
    },
    () => {
      const make = (left: number): unknown => ({
        value: value(),
        children: left > 0 ? [make(left - 1), make(0)] : [],
      });
      return {
        type: source.declare('Tree', (own) => `type ${own} = { value: ${type}; children: readonly ${own}[] };`),
        value: () => make(source.below(3)),
        wire: 'object',
      };
    },
    () => {
      const make = (left: number): unknown => ({ value: value(), by: left > 0 ? { x: make(left - 1) } : {} });
      return {
        type: source.declare('Folder', (own) => `interface ${own} { value: ${type}; by: Record<string, ${own}> }`),
        value: () => make(source.below(3)),
        wire: 'object',
      };
    },
    () => {
      const make = (left: number): unknown => (left === 0 ? null : [value(), make(left - 1)]);
      return {
        type: source.declare('Cons', (own) => `type ${own} = [${type}, ${own}] | null;`),
        value: () => make(source.below(4)),
        wire: 'array',
      };
    },
  ])();
}
