import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { ObjectShape, TypeDefinition } from '../model/types.ts';
import { core, coreType, partName, type CodecModule, type Need } from './codec-module.ts';
import { decisionConstant, literalsConstant } from './emit-decision.ts';
import { patternConstant } from './emit-pattern.ts';
import { printObjectRead } from './emit-object-read.ts';
import { printObjectWrite } from './emit-object-write.ts';
import { printShape } from './emit-shape.ts';
import { printUnionRead, printUnionWrite } from './emit-union.ts';
import { callOf } from './type-code.ts';
import { formOf, type Form } from './type-form.ts';

/** The functions and the shape of a named type. */
export function printDefinition(printer: Printer, module: CodecModule, definition: TypeDefinition): void {
  const { id, name, shape } = definition;
  const make = shape.kind === 'object' && shape.construct !== undefined ? `make${name}` : undefined;
  if (!module.index.onlyRead.has(id)) {
    printFunction(printer, module, definition, 'write', () => {
      if (shape.kind === 'object') printObjectWrite(printer, module, definition);
      else printForm(printer, module, 'write', formOf(shape.type, module.index), name);
    });
  }
  printFunction(printer, module, definition, 'read', () => {
    if (shape.kind === 'object') printObjectRead(printer, module, definition, make);
    else printForm(printer, module, 'read', formOf(shape.type, module.index), name);
  });
  if (shape.kind === 'object' && make !== undefined) printMake(printer, module, definition, shape, make);
  printShape(printer, module, definition, make);
}

/** A function or a constant of an unnamed type. */
export function printNeed(printer: Printer, module: CodecModule, { part, item }: Need): void {
  const { name, form } = part;
  const own = partName(item, part);
  if (item === 'write' || item === 'read') {
    printer.block(`function ${own}${signature(module, item)} {`, () => printForm(printer, module, item, form, name));
  } else if (form.kind === 'union') printer.line(decisionConstant(module, form, own));
  else if (form.kind === 'literals') printer.line(literalsConstant(module, form.literals, own));
  else if (form.kind === 'pattern') printer.line(patternConstant(module, form, own));
}

function signature(module: CodecModule, direction: 'write' | 'read'): string {
  return direction === 'write'
    ? `(writer: ${coreType(module, 'Writer')}, position: number, value: unknown): number`
    : `(reader: ${coreType(module, 'Reader')}): unknown`;
}

/** The body of a function for any type but objects. */
function printForm(printer: Printer, module: CodecModule, direction: 'write' | 'read', form: Form, name: string): void {
  if (form.kind === 'union') {
    return (direction === 'write' ? printUnionWrite : printUnionRead)(printer, module, form, name);
  }
  const parameters = direction === 'write' ? 'writer, position, value' : 'reader';
  printer.line(`return ${callOf(module, direction, form, parameters, name)};`);
}

/** The levels of a recursive type are counted. */
function printFunction(
  printer: Printer,
  module: CodecModule,
  { id, name }: TypeDefinition,
  direction: 'write' | 'read',
  body: () => void,
): void {
  const own = partName(direction, { name });
  const recursive = module.index.recursive.has(id);
  if (recursive) {
    const parameters = direction === 'write' ? 'writer, position, value' : 'reader';
    printer.block(`export function ${own}${signature(module, direction)} {`, () =>
      printer.line(`return ${core(module, `${direction}Nested`)}(${parameters}, ${own}Level);`),
    );
    printer.line();
  }
  printer.block(
    `${recursive ? `function ${own}Level` : `export function ${own}`}${signature(module, direction)} {`,
    body,
  );
  printer.line();
}

/** The declared way back from members to an instance. The constructor checks what it takes, so the casts hide nothing. */
function printMake(
  printer: Printer,
  module: CodecModule,
  { expression }: TypeDefinition,
  shape: ObjectShape,
  make: string,
): void {
  const { construct } = shape;
  if (construct === undefined || expression === undefined) return;
  const specifier =
    expression.external === true ? expression.module : module.specifiers.source(expression.module, module.path);
  const type = module.imports.value(specifier, expression.name);
  const takesObject = construct.style === 'init' || construct.style === 'static';
  const unused = !takesObject && shape.members.length === 0 && shape.index === undefined;
  const parameter = `${unused ? '_' : ''}members: Readonly<Record<string, unknown>>`;
  printer.block(`function ${make}(${parameter}): unknown {`, () => {
    const taken = construct.style === 'assign' ? [] : construct.parameters;
    const takesAll = takesObject && taken.length === 0;
    const rest = takesAll ? [] : shape.members.map(({ name }) => name).filter((name) => !taken.includes(name));
    const maker = construct.style === 'static' ? `${type}.${construct.method ?? 'from'}` : `new ${type}`;
    const values = takesObject ? ['members as never'] : taken.map((name) => `members[${quote(name)}] as never`);
    const made = `${maker}(${values.join(', ')})`;
    if (takesAll) {
      printer.line(`return ${made};`);
      return;
    }
    if (rest.length === 0 && shape.index === undefined) {
      printer.line(`return ${made};`);
      return;
    }
    const names = shape.index === undefined ? `[${rest.map(quote).join(', ')}]` : 'Object.keys(members)';
    printer.line(`return ${core(module, 'assignMembers')}(${made}, members, ${names});`);
  });
  printer.line();
}
