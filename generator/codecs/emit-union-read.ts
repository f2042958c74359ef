import type { Printer } from '../emit/printer.ts';
import type { UnionType } from '../model/types.ts';
import { core, use, usePart, type CodecModule } from './codec-module.ts';
import { constantBytes, equalsBytes } from './constant-bytes.ts';
import { isShort, MOST_WRITTEN_OUT, onlyLiterals, printLiteralsRead } from './emit-literals.ts';
import { decided, tagOf, type Tag } from './union-plan.ts';

/** The body of a union's read function. */
export function printUnionRead(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants, decision } = decided(module, type);
  const literals = onlyLiterals(variants);
  if (literals !== undefined) {
    if (isShort(literals)) printLiteralsRead(printer, literals);
    const list = usePart(module, 'literals', type, name);
    printer.line(`return ${core(module, 'readLiteral')}(reader, ${list});`);
    return;
  }
  const read = (at: number): string => {
    const variant = variants[at];
    return variant === undefined
      ? `throw ${core(module, 'unexpected')}(reader, reader.at, 'a variant of the union');`
      : `return ${use(module, 'read', variant, `${name}${at}`)}(reader);`;
  };
  printTagFirst(printer, tagOf(decision), read);
  printer.block(`switch (${core(module, 'decideWire')}(${usePart(module, 'decision', type, name)}, reader)) {`, () => {
    for (const at of variants.keys()) {
      printer.line(`case ${at}:`);
      printer.line(`  ${read(at)}`);
    }
    printer.line('default:');
    printer.line(`  ${read(-1)}`);
  });
}

/** The usual case: a map of few members with the tag first. Anything else is left to what follows. */
function printTagFirst(printer: Printer, tag: Tag | undefined, read: (at: number) => string): void {
  if (tag === undefined || tag.variants.length > MOST_WRITTEN_OUT) return;
  const key = constantBytes(tag.member);
  const constants = tag.variants.map(({ literal }) => constantBytes(literal));
  if ([key, ...constants].some((constant) => constant.length > 32)) return;
  printer.line('const { at, bytes } = reader;');
  printer.line('const lead = bytes[at];');
  const condition = equalsBytes(key, (offset) => `at + ${offset + 1}`);
  printer.block(`if (lead !== undefined && lead >> 4 === 8 && ${condition}) {`, () => {
    for (const [index, { variant }] of tag.variants.entries()) {
      const constant = constants[index] ?? [];
      printer.line(`if (${equalsBytes(constant, (offset) => `at + ${offset + 1 + key.length}`)}) ${read(variant)}`);
    }
  });
}
