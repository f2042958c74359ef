import { propertyKey, quote } from '../emit/identifiers.ts';
import { Names } from '../emit/names.ts';
import type { Printer } from '../emit/printer.ts';
import type { MemberModel, ObjectShape } from '../model/types.ts';
import { core, use, type CodecModule } from './codec-module.ts';
import { constantBytes, equalsBytes } from './constant-bytes.ts';
import { memberOwner } from './member-owner.ts';
import { mayBeAbsent } from './member-presence.ts';

/** Up to this many optional members every combination gets an object literal of its own: one stable shape each. */
const MOST_LITERALS = 3;

interface Local {
  readonly member: MemberModel;
  /** The variable that holds its value. */
  readonly name: string;
  readonly read: string;
}

export interface ObjectReadOptions {
  /** The wire name that decoded values carry. */
  readonly type: string | undefined;
  /** The function that makes an instance of a class. */
  readonly make: string | undefined;
}

/** The body of an object's read function. */
export function printObjectRead(
  printer: Printer,
  module: CodecModule,
  shape: ObjectShape,
  name: string,
  options: ObjectReadOptions,
): void {
  const names = new Names();
  const locals = shape.members.map((member): Local => {
    const local = names.take(`$${member.name.replaceAll(/[^\p{ID_Continue}$]/gu, '_')}`);
    return { member, name: local, read: use(module, 'read', member.type, memberOwner(name, member.name)) };
  });
  // Where it began is told by errors about required members and refused instances only.
  const tellsStart = options.make !== undefined || shape.members.some((member) => !mayBeAbsent(member));
  if (tellsStart) printer.line('const start = reader.at;');
  printer.line(`let left = ${core(module, 'readMapHeader')}(reader);`);
  if (locals.length > 0) {
    printer.line('const { bytes } = reader;');
    printer.line('let { at } = reader;');
    for (const local of locals) printer.line(`let ${local.name}: unknown;`);
    for (const local of locals) printExpected(printer, local);
    printer.line('reader.at = at;');
  }
  if (shape.index !== undefined) printer.line('const result: Record<string, unknown> = {};');
  printRest(printer, module, shape, name, locals, options.type);
  for (const { member, name: local } of locals) {
    if (mayBeAbsent(member)) continue;
    printer.line(`if (${local} === undefined) throw ${core(module, 'missing')}(start, ${quote(member.name)});`);
  }
  printResult(printer, module, shape, locals, options);
}

/** The member in its usual place: its key is compared with constants. */
function printExpected(printer: Printer, { member, name, read }: Local): void {
  const key = constantBytes(member.name);
  if (key.length > 256) return;
  const condition = equalsBytes(key, (offset) => (offset === 0 ? 'at' : `at + ${offset}`));
  printer.block(`if (left > 0 && ${condition}) {`, () => {
    printer.line(`reader.at = at + ${key.length};`);
    printer.line(`${name} = ${read}(reader);`);
    printer.line('at = reader.at;');
    printer.line('left--;');
  });
}

/** Members in any other order, and those that are not declared. */
function printRest(
  printer: Printer,
  module: CodecModule,
  shape: ObjectShape,
  name: string,
  locals: readonly Local[],
  type: string | undefined,
): void {
  const string = core(module, 'readString');
  const { index } = shape;
  printer.block('for (; left > 0; left--) {', () => {
    if (locals.length === 0 && index === undefined) {
      printer.line(`${string}(reader);`);
      printer.line(`${core(module, 'skip')}(reader);`);
      return;
    }
    printer.line(`const key = ${string}(reader);`);
    printer.block('switch (key) {', () => {
      for (const local of locals) {
        printer.line(`case ${quote(local.member.name)}:`);
        printer.line(`  ${local.name} = ${local.read}(reader);`);
        printer.line('  break;');
      }
      if (index === undefined) {
        printer.line('default:');
        printer.line(`  ${core(module, 'skip')}(reader);`);
        return;
      }
      if (type !== undefined && !locals.some(({ member }) => member.name === '$type')) {
        printer.line("case '$type':");
        printer.line(`  ${core(module, 'skip')}(reader);`);
        printer.line('  break;');
      }
      const read = use(module, 'read', index.value, `${name}Value`);
      printer.line('default:');
      printer.line(`  ${core(module, 'readEntry')}(reader, result, key, ${index.key === 'number'}, ${read});`);
    });
  });
}

function printResult(
  printer: Printer,
  module: CodecModule,
  shape: ObjectShape,
  locals: readonly Local[],
  { type, make }: ObjectReadOptions,
): void {
  const finish = (value: string): string =>
    make === undefined ? `return ${value};` : `return ${core(module, 'construct')}(${make}, ${value}, start);`;
  const optional = locals.filter(({ member }) => isLeftOut(member));
  const wire = type === undefined ? [] : [`$type: ${quote(type)}`];
  const item = ({ member, name }: Local): string => `${propertyKey(member.name)}: ${name}`;
  if (shape.index !== undefined) {
    const set = core(module, 'setMember');
    for (const local of locals) {
      const statement = `${set}(result, ${quote(local.member.name)}, ${local.name});`;
      printer.line(isLeftOut(local.member) ? `if (${local.name} !== undefined) ${statement}` : statement);
    }
    if (type !== undefined) printer.line(`result['$type'] = ${quote(type)};`);
    printer.line(finish('result'));
    return;
  }
  if (optional.length <= MOST_LITERALS) return printLiterals(printer, locals, [], optional, wire, item, finish);
  const required = locals.filter((local) => !optional.includes(local)).map(item);
  printer.list('const result: Record<string, unknown> = {', required, '};', required.length > 0 ? ' ' : '');
  for (const { member, name } of optional) {
    const statement =
      member.name === '__proto__'
        ? `${core(module, 'setMember')}(result, '__proto__', ${name})`
        : `result[${quote(member.name)}] = ${name}`;
    printer.line(`if (${name} !== undefined) ${statement};`);
  }
  if (type !== undefined) printer.line(`result['$type'] = ${quote(type)};`);
  printer.line(finish('result'));
}

/** Comes back absent. `unknown` may be left out and still be required: it comes back as `undefined`. */
function isLeftOut(member: MemberModel): boolean {
  return member.optional === true;
}

function printLiterals(
  printer: Printer,
  locals: readonly Local[],
  absent: readonly Local[],
  undecided: readonly Local[],
  wire: readonly string[],
  item: (local: Local) => string,
  finish: (value: string) => string,
): void {
  const [next, ...others] = undecided;
  if (next === undefined) {
    const items = [...locals.filter((local) => !absent.includes(local)).map(item), ...wire];
    const [open, close] = finish('{}').split('{}');
    printer.list(`${open}{`, items, `}${close}`, items.length > 0 ? ' ' : '');
    return;
  }
  printer.block(`if (${next.name} === undefined) {`, () => {
    printLiterals(printer, locals, [...absent, next], others, wire, item, finish);
  });
  printLiterals(printer, locals, absent, others, wire, item, finish);
}
