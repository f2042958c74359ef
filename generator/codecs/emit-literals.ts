import { quote } from '../emit/identifiers.ts';
import { Printer } from '../emit/printer.ts';
import type { TypeModel } from '../model/types.ts';
import { core, type CodecModule } from './codec-module.ts';
import { constantBytes, equalsBytes, printStores } from './constant-bytes.ts';
import { literalValue, printLiteral } from './literal.ts';

/** Up to this many literals are written out; more are looked up. */
export const MOST_WRITTEN_OUT = 8;

/** A literal type. */
export type LiteralType = Extract<TypeModel, { kind: 'literal' }>;

/** The literals of a union of nothing else. */
export function onlyLiterals(variants: readonly TypeModel[]): readonly LiteralType[] | undefined {
  const literals = variants.filter((variant): variant is LiteralType => variant.kind === 'literal');
  return literals.length === variants.length ? literals : undefined;
}

/** Few and short enough to be written out. */
export function isShort(literals: readonly LiteralType[]): boolean {
  return (
    literals.length <= MOST_WRITTEN_OUT && literals.every((type) => constantBytes(literalValue(type)).length <= 32)
  );
}

/** Writes one of a few literals: its bytes are constants. */
export function printLiteralsWrite(printer: Printer, module: CodecModule, literals: readonly LiteralType[]): void {
  printer.line('const { view } = writer;');
  printer.block('switch (value) {', () => {
    for (const type of literals) {
      const bytes = constantBytes(literalValue(type));
      printer.line(`case ${printLiteral(literalValue(type))}:`);
      const inner = new Printer(1);
      printStores(inner, bytes, (offset) => (offset === 0 ? 'position' : `position + ${offset}`), 0);
      printer.lines([inner.toString()]);
      printer.line(`  return position + ${bytes.length};`);
    }
    printer.line('default:');
    const expected = quote(`one of ${literals.map((type) => printLiteral(literalValue(type))).join(', ')}`);
    printer.line(`  throw ${core(module, 'mistyped')}(position, ${expected}, value);`);
  });
}

/** Literals are recognised by their bytes, without a string being made; any other form is left to what follows. */
export function printLiteralsRead(printer: Printer, literals: readonly LiteralType[]): void {
  printer.line('const { at, bytes } = reader;');
  for (const type of literals) {
    const constant = constantBytes(literalValue(type));
    printer.block(`if (${equalsBytes(constant, (offset) => (offset === 0 ? 'at' : `at + ${offset}`))}) {`, () => {
      printer.line(`reader.at = at + ${constant.length};`);
      printer.line(`return ${printLiteral(literalValue(type))};`);
    });
  }
}
