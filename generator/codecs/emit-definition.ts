import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { ObjectShape, TypeDefinition } from '../model/types.ts';
import { core, coreType, partName, type CodecModule, type Need } from './codec-module.ts';
import { printObjectRead } from './emit-object-read.ts';
import { printObjectWrite } from './emit-object-write.ts';
import { printRead } from './emit-part-read.ts';
import { printWrite } from './emit-part-write.ts';
import { printConstant, shapeText } from './emit-shape.ts';
import { memberOwner } from './member-owner.ts';
import { mayBeAbsent } from './member-presence.ts';

/** The functions and the shape of a named type. */
export function printDefinition(printer: Printer, module: CodecModule, definition: TypeDefinition): void {
  const { name, shape } = definition;
  const recursive = module.index.recursive.has(definition.id);
  const make = shape.kind === 'object' && shape.construct !== undefined ? `make${name}` : undefined;
  printWriteFunction(printer, module, definition, recursive);
  printReadFunction(printer, module, definition, recursive, make);
  if (shape.kind === 'object' && make !== undefined) printMake(printer, module, definition, shape, make);
  printShape(printer, module, definition, make);
}

/** A function or a constant of an unnamed type. */
export function printNeed(printer: Printer, module: CodecModule, { part, item }: Need): void {
  const { name, type } = part;
  const own = partName(item, part);
  if (item === 'write') {
    printer.block(`function ${own}(${writeParameters(module)}): number {`, () =>
      printWrite(printer, module, type, name),
    );
  } else if (item === 'read') {
    printer.block(`function ${own}(${readParameters(module)}): unknown {`, () =>
      printRead(printer, module, type, name),
    );
  } else if (type.kind === 'union') printConstant(printer, module, type, own);
}

function writeParameters(module: CodecModule): string {
  return `writer: ${coreType(module, 'Writer')}, position: number, value: unknown`;
}

function readParameters(module: CodecModule): string {
  return `reader: ${coreType(module, 'Reader')}`;
}

function printWriteFunction(
  printer: Printer,
  module: CodecModule,
  definition: TypeDefinition,
  recursive: boolean,
): void {
  const { name, shape } = definition;
  const own = partName('write', { name });
  printer.block(`export function ${own}(${writeParameters(module)}): number {`, () => {
    if (recursive) {
      printer.line(`${core(module, 'enter')}(writer, position);`);
      printer.line(`const end = ${own}Level(writer, position, value);`);
      printer.line('writer.depth--;');
      printer.line('return end;');
    } else if (shape.kind === 'object') printObjectWrite(printer, module, shape, name);
    else printWrite(printer, module, shape.type, name);
  });
  printer.line();
  if (!recursive) return;
  printer.block(`function ${own}Level(${writeParameters(module)}): number {`, () => {
    if (shape.kind === 'object') printObjectWrite(printer, module, shape, name);
    else printWrite(printer, module, shape.type, name);
  });
  printer.line();
}

function printReadFunction(
  printer: Printer,
  module: CodecModule,
  definition: TypeDefinition,
  recursive: boolean,
  make: string | undefined,
): void {
  const { name, shape } = definition;
  const own = partName('read', { name });
  const type = module.index.messageOf.get(definition.id);
  const body = (): void => {
    if (shape.kind === 'object') printObjectRead(printer, module, shape, name, { type, make });
    else printRead(printer, module, shape.type, name);
  };
  printer.block(`export function ${own}(${readParameters(module)}): unknown {`, () => {
    if (!recursive) return body();
    printer.line(`${core(module, 'descend')}(reader);`);
    printer.line(`const value = ${own}Level(reader);`);
    printer.line('reader.depth--;');
    printer.line('return value;');
  });
  printer.line();
  if (!recursive) return;
  printer.block(`function ${own}Level(${readParameters(module)}): unknown {`, body);
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
  printer.block(`function ${make}(members: Readonly<Record<string, unknown>>): unknown {`, () => {
    if (construct.style === 'init') {
      printer.line(`return new ${type}(members as never);`);
      return;
    }
    const parameters = construct.style === 'parameters' ? construct.parameters : [];
    const rest = shape.members.map(({ name }) => name).filter((name) => !parameters.includes(name));
    const values = parameters.map((name) => `members[${quote(name)}] as never`);
    const made = `new ${type}(${values.join(', ')})`;
    if (rest.length === 0 && shape.index === undefined) {
      printer.line(`return ${made};`);
      return;
    }
    const names = shape.index === undefined ? `[${rest.map(quote).join(', ')}]` : 'Object.keys(members)';
    printer.line(`return ${core(module, 'assignMembers')}(${made}, members, ${names});`);
  });
  printer.line();
}

function printShape(printer: Printer, module: CodecModule, definition: TypeDefinition, make: string | undefined): void {
  const { name, shape } = definition;
  const open = `export const ${partName('shape', { name })}: ${coreType(module, 'Shape')} = `;
  if (shape.kind === 'alias') {
    printer.line(`${open}${shapeText(module, shape.type, name)};`);
    return;
  }
  printer.block(
    `${open}{`,
    () => {
      printer.line("kind: 'object',");
      const members = shape.members.map((member) => {
        const absent = mayBeAbsent(member) ? `, absent: '${member.optional === true ? 'absent' : 'undefined'}'` : '';
        const text = shapeText(module, member.type, memberOwner(name, member.name));
        return `{ name: ${quote(member.name)}, shape: ${text}${absent} },`;
      });
      if (members.length === 0) printer.line('members: [],');
      else printer.block('members: [', () => printer.lines(members), '],');
      if (shape.index !== undefined) printer.line(`index: ${shapeText(module, shape.index, name)},`);
      if (make !== undefined) printer.line(`construct: ${make},`);
      const type = module.index.messageOf.get(definition.id);
      if (type !== undefined) printer.line(`type: ${quote(type)},`);
    },
    '};',
  );
}
