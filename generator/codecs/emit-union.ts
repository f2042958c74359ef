import type { Decision, ValueKind } from '../../runtime/codecs/decision.ts';
import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { TypeModel, UnionType } from '../model/types.ts';
import { core, usePart, type CodecModule } from './codec-module.ts';
import { printLiteral } from './literal.ts';
import { readCall, writeCall } from './type-code.ts';
import { decided, tagOf } from './union-plan.ts';

/** The body of a union's write function; parameters `writer`, `position`, `value`. */
export function printUnionWrite(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants, decision } = decided(module.index, type);
  const write = (variant: TypeModel, at: number): string =>
    `return ${writeCall(module, variant, 'position', 'value', `${name}${at}`)};`;
  const refuse = (): string => `throw ${core(module, 'mistyped')}(position, 'a variant of the union', value);`;
  const tag = tagOf(decision);
  if (tag !== undefined) {
    const from = `${core(module, 'members')}(writer, position, value)`;
    const subject =
      tag.member in Object.prototype
        ? `${core(module, 'memberOf')}(${from}, ${quote(tag.member)})`
        : `${from}[${quote(tag.member)}]`;
    printer.block(`switch (${subject}) {`, () => {
      for (const [at, variant] of variants.entries()) {
        const literals = tag.variants[at] ?? [];
        for (const [index, literal] of literals.entries()) {
          if (index < literals.length - 1) printer.line(`case ${printLiteral(literal)}:`);
          else printer.line(`case ${printLiteral(literal)}: ${write(variant, at)}`);
        }
      }
      printer.line(`default: ${refuse()}`);
    });
    return;
  }
  const tests = testsOf(decision);
  if (tests !== undefined) {
    for (const { condition, leads } of tests) {
      const variant = variants[leads];
      if (variant !== undefined) printer.line(`if (${condition}) ${write(variant, leads)}`);
    }
    printer.line(refuse());
    return;
  }
  const chosen = `${core(module, 'decideValue')}(${usePart(module, 'decision', type, name)}, value)`;
  printCases(printer, chosen, variants, write, refuse());
}

/** The body of a union's read function; parameter `reader`. */
export function printUnionRead(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants } = decided(module.index, type);
  const chosen = `${core(module, 'decideWire')}(${usePart(module, 'decision', type, name)}, reader)`;
  const refuse = `throw ${core(module, 'unexpected')}(reader, reader.at, 'a variant of the union');`;
  printCases(
    printer,
    chosen,
    variants,
    (variant, at) => `return ${readCall(module, variant, `${name}${at}`)};`,
    refuse,
  );
}

function printCases(
  printer: Printer,
  chosen: string,
  variants: readonly TypeModel[],
  print: (variant: TypeModel, at: number) => string,
  refuse: string,
): void {
  printer.block(`switch (${chosen}) {`, () => {
    for (const [at, variant] of variants.entries()) printer.line(`case ${at}: ${print(variant, at)}`);
    printer.line(`default: ${refuse}`);
  });
}

const checks: Readonly<Record<ValueKind, string>> = {
  null: 'value === null',
  undefined: 'value === undefined',
  boolean: "typeof value === 'boolean'",
  number: "typeof value === 'number'",
  bigint: "typeof value === 'bigint'",
  string: "typeof value === 'string'",
  date: 'value instanceof Date',
  temporal: '',
  bytes: 'value instanceof Uint8Array',
  buffer: 'value instanceof ArrayBuffer',
  // Bytes are a view as well; those have been told by then.
  typed: 'ArrayBuffer.isView(value)',
  array: 'Array.isArray(value)',
  map: 'value instanceof Map',
  set: 'value instanceof Set',
  // Comes last: everything above that is an object has been told by then.
  object: "typeof value === 'object'",
  positional: "typeof value === 'object'",
};

interface Test {
  readonly rank: number;
  readonly condition: string;
  readonly leads: number;
}

/** The conditions of a union that is decided by what its values are, literals among them. */
function testsOf(decision: Decision): readonly Test[] | undefined {
  if (typeof decision === 'number' || decision.member !== undefined) return undefined;
  const order = Object.keys(checks);
  const tests: Test[] = [];
  for (const { kinds, literals, leads } of decision.cases) {
    if (typeof leads !== 'number') return undefined;
    for (const literal of literals ?? [])
      tests.push({ rank: -1, condition: `value === ${printLiteral(literal)}`, leads });
    // No expression tells them: there may be several copies of a polyfill.
    if (kinds?.[0].includes('temporal') === true) return undefined;
    for (const kind of kinds?.[0] ?? []) tests.push({ rank: order.indexOf(kind), condition: checks[kind], leads });
  }
  return tests.toSorted((a, b) => a.rank - b.rank);
}
