import type { ts } from 'ts-morph';
import type { NodeEdit } from '../rule.ts';

/** Puts an argument, or several with commas, behind the last one of a call. */
export function appendArgument(call: ts.CallExpression, text: string): NodeEdit {
  const last = call.arguments.at(-1);
  const at = last === undefined ? call.getEnd() - 1 : last.getEnd();
  return { start: at, end: at, text: last === undefined ? text : `, ${text}` };
}

/** Puts a member behind the last one of an object literal. */
export function appendMember(literal: ts.ObjectLiteralExpression, text: string): NodeEdit {
  const last = literal.properties.at(-1);
  if (last === undefined) return { start: literal.getStart(), end: literal.getEnd(), text: `{ ${text} }` };
  return { start: last.getEnd(), end: last.getEnd(), text: `, ${text}` };
}

/** A member of an object literal; a value that is called like it needs no name. */
export function memberText(name: string, value: string): string {
  return value === name ? name : `${name}: ${value}`;
}
