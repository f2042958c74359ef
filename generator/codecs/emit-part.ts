import { quote } from '../emit/identifiers.ts';
import { Printer } from '../emit/printer.ts';
import type { TypeModel, UnionType } from '../model/types.ts';
import { core, coreType, use, usePart, type CodecModule } from './codec-module.ts';
import { constantBytes, equalsBytes, printStores } from './constant-bytes.ts';
import { printLiteral } from './emit-object-write.ts';
import { printDecision } from './emit-shape.ts';
import { literalValue, planUnion, type UnionPlan } from './plan-union.ts';

/** Up to this many literals are written out; more are looked up. */
const MOST_WRITTEN_OUT = 8;

/** The body of a write function of any type but objects; parameters `writer`, `position`, `value`. */
export function printWrite(printer: Printer, module: CodecModule, type: TypeModel, name: string): void {
  const mistyped = core(module, 'mistyped');
  switch (type.kind) {
    case 'array': {
      printer.line(`if (!Array.isArray(value)) throw ${mistyped}(position, 'an array', value);`);
      printer.line('const values: readonly unknown[] = value;');
      return printItems(printer, module, type.element, `${name}Item`, 'values.length', (print) => {
        printer.block('for (let index = 0; index < values.length; index++) {', () => print('values[index]'));
      });
    }
    case 'set':
      printer.line(`if (!(value instanceof Set)) throw ${mistyped}(position, 'a Set', value);`);
      return printItems(printer, module, type.element, `${name}Item`, 'value.size', (print) => {
        printer.block('for (const item of value) {', () => print('item'));
      });
    case 'map': {
      const key = use(module, 'write', type.key, `${name}Key`);
      const content = use(module, 'write', type.value, `${name}Value`);
      printer.line(`if (!(value instanceof Map)) throw ${mistyped}(position, 'a Map', value);`);
      printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, value.size);`);
      printer.block('for (const [key, item] of value) {', () => {
        printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
        printer.line('writer.bytes[at] = 0x92;');
        printer.line(`at = ${content}(writer, ${key}(writer, at + 1, key), item);`);
      });
      printer.line('return at;');
      return;
    }
    case 'tuple': {
      const { length } = type.elements;
      printer.line(
        `if (!Array.isArray(value) || value.length !== ${length}) throw ${mistyped}(position, 'a tuple of ${length}', value);`,
      );
      printer.line('const values: readonly unknown[] = value;');
      printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, ${length});`);
      for (const [at, element] of type.elements.entries()) {
        if (at > 0) printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
        printer.line(`at = ${use(module, 'write', element, `${name}${at}`)}(writer, at, values[${at}]);`);
      }
      printer.line('return at;');
      return;
    }
    case 'record': {
      const write = use(module, 'write', type.value, `${name}Value`);
      printer.line(
        `return ${core(module, 'writeRecord')}(writer, position, value, ${type.key === 'number'}, ${write});`,
      );
      return;
    }
    case 'literal': {
      const literals = core(module, 'writeLiteral');
      printer.line(`return ${literals}(writer, position, value, [${printLiteral(literalValue(type))}]);`);
      return;
    }
    case 'union':
      return printUnionWrite(printer, module, type, name);
    default:
      printer.line(`return ${use(module, 'write', type, name)}(writer, position, value);`);
  }
}

function printItems(
  printer: Printer,
  module: CodecModule,
  element: TypeModel,
  owner: string,
  length: string,
  loop: (print: (item: string) => void) => void,
): void {
  const write = use(module, 'write', element, owner);
  printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, ${length});`);
  loop((item) => {
    printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
    printer.line(`at = ${write}(writer, at, ${item});`);
  });
  printer.line('return at;');
}

/** The body of a read function of any type but objects; parameter `reader`. */
export function printRead(printer: Printer, module: CodecModule, type: TypeModel, name: string): void {
  switch (type.kind) {
    case 'array':
    case 'set': {
      const read = use(module, 'read', type.element, `${name}Item`);
      printer.line(`const length = ${core(module, 'readArrayHeader')}(reader);`);
      if (type.kind === 'array') {
        printer.line(`const values = ${core(module, 'makeArray')}<unknown>(length);`);
        printer.line(`for (let index = 0; index < length; index++) values[index] = ${read}(reader);`);
      } else {
        printer.line('const values = new Set<unknown>();');
        printer.line(`for (let index = 0; index < length; index++) values.add(${read}(reader));`);
      }
      printer.line('return values;');
      return;
    }
    case 'map': {
      const key = use(module, 'read', type.key, `${name}Key`);
      const value = use(module, 'read', type.value, `${name}Value`);
      printer.line(`const length = ${core(module, 'readArrayHeader')}(reader);`);
      printer.line('const values = new Map<unknown, unknown>();');
      printer.block('for (let index = 0; index < length; index++) {', () => {
        printer.line('const start = reader.at;');
        const expected = `${core(module, 'unexpected')}(reader, start, 'a pair')`;
        printer.line(`if (${core(module, 'readArrayHeader')}(reader) !== 2) throw ${expected};`);
        printer.line(`values.set(${key}(reader), ${value}(reader));`);
      });
      printer.line('return values;');
      return;
    }
    case 'tuple': {
      const { length } = type.elements;
      printer.line('const start = reader.at;');
      const expected = `${core(module, 'unexpected')}(reader, start, 'an array of ${length}')`;
      printer.line(`if (${core(module, 'readArrayHeader')}(reader) !== ${length}) throw ${expected};`);
      const reads = type.elements.map((element, at) => `${use(module, 'read', element, `${name}${at}`)}(reader)`);
      printer.list('return [', reads, '];');
      return;
    }
    case 'record': {
      const read = use(module, 'read', type.value, `${name}Value`);
      printer.line(`return ${core(module, 'readRecord')}(reader, ${type.key === 'number'}, ${read});`);
      return;
    }
    case 'literal':
      if (isShort([type])) printLiteralsRead(printer, [type]);
      printer.line(`return ${core(module, 'readLiteral')}(reader, [${printLiteral(literalValue(type))}]);`);
      return;
    case 'union':
      return printUnionRead(printer, module, type, name);
    default:
      printer.line(`return ${use(module, 'read', type, name)}(reader);`);
  }
}

/** The plan of a union that the project's check has let through. */
export function decided(module: CodecModule, type: UnionType): Extract<UnionPlan, { decision: unknown }> {
  const plan = planUnion(type.variants, module.index);
  if ('decision' in plan) return plan;
  throw new TypeError(`Undecidable union: ${plan.reason}.`);
}

type LiteralType = Extract<TypeModel, { kind: 'literal' }>;

/** The literals of a union of nothing else. */
function onlyLiterals(variants: readonly TypeModel[]): readonly LiteralType[] | undefined {
  const literals = variants.filter((variant): variant is LiteralType => variant.kind === 'literal');
  return literals.length === variants.length ? literals : undefined;
}

/** Few and short enough to be written out. */
function isShort(literals: readonly LiteralType[]): boolean {
  return (
    literals.length <= MOST_WRITTEN_OUT && literals.every((type) => constantBytes(literalValue(type)).length <= 32)
  );
}

function printLiteralsWrite(printer: Printer, module: CodecModule, literals: readonly LiteralType[]): void {
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
function printLiteralsRead(printer: Printer, literals: readonly LiteralType[]): void {
  printer.line('const { at, bytes } = reader;');
  for (const type of literals) {
    const constant = constantBytes(literalValue(type));
    printer.block(`if (${equalsBytes(constant, (offset) => (offset === 0 ? 'at' : `at + ${offset}`))}) {`, () => {
      printer.line(`reader.at = at + ${constant.length};`);
      printer.line(`return ${printLiteral(literalValue(type))};`);
    });
  }
}

function printUnionWrite(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants } = decided(module, type);
  const literals = onlyLiterals(variants);
  if (literals !== undefined) {
    if (isShort(literals)) return printLiteralsWrite(printer, module, literals);
    printer.line(
      `return ${core(module, 'writeLiteral')}(writer, position, value, ${usePart(module, 'literals', type, name)});`,
    );
    return;
  }
  printer.block(`switch (${core(module, 'decideValue')}(${usePart(module, 'decision', type, name)}, value)) {`, () => {
    for (const [at, variant] of variants.entries()) {
      printer.line(`case ${at}:`);
      printer.line(`  return ${use(module, 'write', variant, `${name}${at}`)}(writer, position, value);`);
    }
    printer.line('default:');
    printer.line(`  throw ${core(module, 'mistyped')}(position, 'a variant of the union', value);`);
  });
}

function printUnionRead(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const { variants } = decided(module, type);
  const literals = onlyLiterals(variants);
  if (literals !== undefined) {
    if (isShort(literals)) printLiteralsRead(printer, literals);
    printer.line(`return ${core(module, 'readLiteral')}(reader, ${usePart(module, 'literals', type, name)});`);
    return;
  }
  printer.block(`switch (${core(module, 'decideWire')}(${usePart(module, 'decision', type, name)}, reader)) {`, () => {
    for (const [at, variant] of variants.entries()) {
      printer.line(`case ${at}:`);
      printer.line(`  return ${use(module, 'read', variant, `${name}${at}`)}(reader);`);
    }
    printer.line('default:');
    printer.line(`  throw ${core(module, 'unexpected')}(reader, reader.at, 'a variant of the union');`);
  });
}

/** Whether a union has literals only: such a one needs no decision. */
export function isOnlyLiterals(module: CodecModule, type: UnionType): boolean {
  return onlyLiterals(decided(module, type).variants) !== undefined;
}

/** The constant that the functions of a union refer to. */
export function printConstant(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const plan = decided(module, type);
  const literals = onlyLiterals(plan.variants);
  if (literals === undefined) return printDecision(printer, coreType(module, 'Decision'), name, plan.decision);
  const values = literals.map((literal) => printLiteral(literalValue(literal)));
  const types = [...new Set(literals.map((literal) => typeof literalValue(literal)))].toSorted();
  const element = types.length > 1 ? `(${types.join(' | ')})` : types.join('');
  printer.list(`const ${name}: readonly ${element}[] = [`, values, '];');
}

/** The shape of a type, as text. */
export function shapeText(module: CodecModule, type: TypeModel, name: string): string {
  switch (type.kind) {
    case 'array':
    case 'set':
      return `{ kind: '${type.kind}', element: ${shapeText(module, type.element, `${name}Item`)} }`;
    case 'tuple': {
      const elements = type.elements.map((element, at) => shapeText(module, element, `${name}${at}`));
      return `{ kind: 'tuple', elements: [${elements.join(', ')}] }`;
    }
    case 'map': {
      const key = shapeText(module, type.key, `${name}Key`);
      return `{ kind: 'map', key: ${key}, value: ${shapeText(module, type.value, `${name}Value`)} }`;
    }
    case 'record':
      return `{ kind: 'record', key: '${type.key}', value: ${shapeText(module, type.value, `${name}Value`)} }`;
    case 'literal':
      return `{ kind: 'literals', values: [${printLiteral(literalValue(type))}] }`;
    case 'reference': {
      const recursive = module.index.recursive.has(type.id) ? ', recursive: true' : '';
      return `{ kind: 'reference', of: () => ${use(module, 'shape', type, name)}${recursive} }`;
    }
    case 'union': {
      const plan = decided(module, type);
      if (onlyLiterals(plan.variants) !== undefined) {
        return `{ kind: 'literals', values: ${usePart(module, 'literals', type, name)} }`;
      }
      const decision = usePart(module, 'decision', type, name);
      const variants = plan.variants.map((variant, at) => shapeText(module, variant, `${name}${at}`));
      return `{ kind: 'union', decision: ${decision}, variants: [${variants.join(', ')}] }`;
    }
    default:
      return quote(type.kind);
  }
}
