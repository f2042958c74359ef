import type { Decision, ValueKind } from '../../runtime/codecs/decision.ts';
import { access, quote, typeKey } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { UnionType } from '../model/types.ts';
import { core, use, usePart, type CodecModule } from './codec-module.ts';
import { isShort, onlyLiterals, printLiteralsWrite } from './emit-literals.ts';
import { printLiteral } from './literal.ts';
import { decided, tagOf } from './union-plan.ts';

/** The body of a union's write function. */
export function printUnionWrite(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants, decision } = decided(module, type);
  const literals = onlyLiterals(variants);
  if (literals !== undefined) {
    if (isShort(literals)) return printLiteralsWrite(printer, module, literals);
    const list = usePart(module, 'literals', type, name);
    printer.line(`return ${core(module, 'writeLiteral')}(writer, position, value, ${list});`);
    return;
  }
  const write = (at: number): string => {
    const variant = variants[at];
    return variant === undefined
      ? `throw ${core(module, 'mistyped')}(position, 'a variant of the union', value);`
      : `return ${use(module, 'write', variant, `${name}${at}`)}(writer, position, value);`;
  };
  const tag = tagOf(decision);
  if (tag !== undefined) {
    const tagged =
      tag.member in Object.prototype
        ? `${core(module, 'memberOf')}(value, ${quote(tag.member)})`
        : access(`(value as ${tagType(tag.member)})`, tag.member);
    printer.block(`if (typeof value === 'object' && value !== null) {`, () => {
      printer.block(`switch (${tagged}) {`, () => {
        for (const { literal, variant } of tag.variants) {
          printer.line(`case ${printLiteral(literal)}:`);
          printer.line(`  ${write(variant)}`);
        }
      });
    });
    printer.line(write(-1));
    return;
  }
  if (printByKind(printer, decision, write)) return;
  printer.block(`switch (${core(module, 'decideValue')}(${usePart(module, 'decision', type, name)}, value)) {`, () => {
    for (const at of variants.keys()) {
      printer.line(`case ${at}:`);
      printer.line(`  ${write(at)}`);
    }
    printer.line('default:');
    printer.line(`  ${write(-1)}`);
  });
}

function tagType(member: string): string {
  return `{ readonly ${typeKey(member)}?: unknown }`;
}

const checks: Readonly<Record<ValueKind, string>> = {
  null: 'value === null',
  undefined: 'value === undefined',
  boolean: "typeof value === 'boolean'",
  number: "typeof value === 'number'",
  bigint: "typeof value === 'bigint'",
  string: "typeof value === 'string'",
  date: 'value instanceof Date',
  bytes: 'value instanceof Uint8Array',
  array: 'Array.isArray(value)',
  map: 'value instanceof Map',
  set: 'value instanceof Set',
  // Comes last: everything above that is an object has been told by then.
  object: "typeof value === 'object'",
};

/** Writes out a union that is decided by what its values are, literals among them. */
function printByKind(printer: Printer, decision: Decision, write: (at: number) => string): boolean {
  if (typeof decision === 'number' || decision.member !== undefined) return false;
  const order = Object.keys(checks);
  const tests: { readonly rank: number; readonly condition: string; readonly leads: number }[] = [];
  for (const { kinds, literals, leads } of decision.cases) {
    if (typeof leads !== 'number') return false;
    for (const literal of literals ?? [])
      tests.push({ rank: -1, condition: `value === ${printLiteral(literal)}`, leads });
    for (const kind of kinds?.[0] ?? []) tests.push({ rank: order.indexOf(kind), condition: checks[kind], leads });
  }
  for (const { condition, leads } of tests.toSorted((a, b) => a.rank - b.rank)) {
    printer.line(`if (${condition}) ${write(leads)}`);
  }
  printer.line(write(-1));
  return true;
}
