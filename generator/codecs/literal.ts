import { quote } from '../emit/identifiers.ts';
import type { LiteralType } from '../model/types.ts';

/** The value of a literal type. */
export type Literal = string | number | boolean | bigint;

export function literalValue(type: LiteralType): Literal {
  return type.bigint === true ? BigInt(type.value) : type.value;
}

/** The primitive type of a literal. */
export function baseOf(type: LiteralType): 'string' | 'number' | 'boolean' | 'bigint' {
  return type.bigint === true ? 'bigint' : (typeof type.value as 'string' | 'number' | 'boolean');
}

/** A literal as an expression. */
export function printLiteral(value: Literal): string {
  if (typeof value === 'string') return quote(value);
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}
