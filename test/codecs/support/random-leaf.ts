import type { RandomSource } from './random-source.ts';

/** A type as a program would spell it, and its values. */
export interface RandomType {
  readonly type: string;
  readonly value: () => unknown;
  /** What it looks like in MessagePack and in JSON, where a union has to tell. */
  readonly wire: 'text' | 'number' | 'boolean' | 'object' | 'array' | 'other';
}

/** A type that holds no other. */
export function randomLeaf(source: RandomSource): RandomType {
  const brand = (base: string): string =>
    source.declare('Brand', (name) => `type ${name} = ${base} & { readonly __brand: '${name}' };`);
  return source.one<() => RandomType>([
    () => ({ type: 'string', value: () => source.text(), wire: 'text' }),
    () => ({ type: 'number', value: () => source.number(), wire: 'number' }),
    () => ({ type: 'boolean', value: () => source.chance(0.5), wire: 'boolean' }),
    () => ({ type: 'bigint', value: () => source.one([0n, -1n, 2n ** 63n, -(10n ** 30n)]), wire: 'other' }),
    () => ({ type: 'Date', value: () => new Date(source.one([0, -1, 1_700_000_000_123])), wire: 'other' }),
    () => ({ type: 'Uint8Array', value: () => Uint8Array.from([1, 2, source.below(256)]), wire: 'other' }),
    () => ({ type: 'Float64Array', value: () => Float64Array.from([source.number()]), wire: 'other' }),
    () => ({ type: "'a' | 'b-c' | ''", value: () => source.one(['a', 'b-c', '']), wire: 'text' }),
    () => ({ type: '1 | -2.5 | 300', value: () => source.one([1, -2.5, 300]), wire: 'number' }),
    () => ({ type: '`v${number}-${string}`', value: () => `v${source.below(9)}-${source.text()}`, wire: 'text' }),
    () => ({ type: brand('string'), value: () => source.text(), wire: 'text' }),
    () => ({ type: brand('number'), value: () => source.number(), wire: 'number' }),
    () => ({
      type: source.declare('Kind', (name) => `enum ${name} { A = 'a', B = 'b' }`),
      value: () => source.one(['a', 'b']),
      wire: 'text',
    }),
    () => ({
      type: source.declare('Level', (name) => `enum ${name} { Low, High = 7 }`),
      value: () => source.one([0, 7]),
      wire: 'number',
    }),
  ])();
}
