import { quote } from '../emit/identifiers.ts';
import { Printer } from '../emit/printer.ts';
import type { MemberModel, TypeDefinition } from '../model/types.ts';
import { core, coreType, keyOf, nameSize, partName, type CodecModule } from './codec-module.ts';
import { memberOwner } from './member-owner.ts';
import { itemOf, localsOf, type Local } from './member-locals.ts';
import { mayBeAbsent } from './member-presence.ts';
import { readCall } from './type-code.ts';
import { admitsNil } from './union-tokens.ts';

/** Up to this many optional members every combination gets an object literal of its own: one stable shape each. */
const MOST_LITERALS = 2;

/**
 * The body of an object's read function: members in the usual order, a member a line. Anything else goes to `readByShape`.
 *
 * @param make - The function that makes an instance of a class.
 */
export function printObjectRead(
  printer: Printer,
  module: CodecModule,
  definition: TypeDefinition,
  make: string | undefined,
): void {
  const { id, name, shape } = definition;
  if (shape.kind !== 'object') return;
  const own = partName('shape', { name });
  if (shape.wire === 'positional') return printPlacesRead(printer, module, definition, make);
  const byShape = core(module, 'readByShape');
  if (shape.index !== undefined) {
    // Its keys have no order.
    printer.line(`return ${byShape}(reader, reader.at, ${own});`);
    return;
  }
  const locals = localsOf(shape.members, reserved);
  const optional = shape.members.filter(mayBeAbsent).length;
  const counts = optional > 0 || locals.length === 0;
  const openMap = `${core(module, 'openMap')}(reader, ${locals.length - optional}, ${optional});`;
  printer.line('const start = reader.at;');
  printer.line(counts ? `${optional > 0 ? 'let' : 'const'} left = ${openMap}` : openMap);
  for (const local of locals) printMember(printer, module, local, memberOwner(name, local.member.name));
  // A required member that is not found ends the search: the last one stands for all.
  const last = locals.findLast(({ member }) => !mayBeAbsent(member));
  const unusual = [...(counts ? ['left !== 0'] : []), ...(last === undefined ? [] : [`${last.name} === undefined`])];
  printer.line(`if (${unusual.join(' || ')}) return ${byShape}(reader, start, ${own});`);
  printResult(printer, module, locals, id, make);
}

/** The same for an array of members: each has its place. */
function printPlacesRead(
  printer: Printer,
  module: CodecModule,
  { id, name, shape }: TypeDefinition,
  make: string | undefined,
): void {
  if (shape.kind !== 'object') return;
  const { members } = shape;
  const locals = localsOf(members, reserved);
  const least = members.findLastIndex((member) => !mayBeAbsent(member)) + 1;
  if (make !== undefined) printer.line('const start = reader.at;');
  printer.line(`const left = ${core(module, 'openPlaces')}(reader, ${least}, ${partName('shape', { name })});`);
  for (const [place, { member, name: local }] of locals.entries()) {
    const read = readCall(module, member.type, memberOwner(name, member.name));
    if (!mayBeAbsent(member)) {
      printer.line(`const ${local} = ${read};`);
      continue;
    }
    const nothing = core(module, admitsNil(member.type, module.index) ? 'noPlace' : 'noPlaceOrNil');
    const there = place < least ? '' : `left > ${place} && `;
    printer.line(`const ${local} = ${there}!${nothing}(reader) ? ${read} : undefined;`);
  }
  printer.line(`if (left > ${members.length}) ${core(module, 'skipPlaces')}(reader, left - ${members.length});`);
  printResult(printer, module, locals, id, make);
}

/** What a read function calls or declares. */
const reserved: readonly string[] =
  'reader start left result undefined need is construct noPlace noPlaceOrNil openMap openPlaces skipPlaces'.split(' ');

function printMember(printer: Printer, module: CodecModule, { member, name }: Local, owner: string): void {
  const key = keyOf(module, member.name);
  const size = nameSize(member.name);
  // A look at four bytes stays within the input only where the name and one byte of value take as many.
  const find = (action: 'is' | 'need'): string =>
    core(module, size === 2 || size === 'long' ? action : `${action}${size}`);
  const read = readCall(module, member.type, owner);
  if (!mayBeAbsent(member)) {
    printer.line(`const ${name} = ${find('need')}(reader, ${key}) ? ${read} : undefined;`);
    return;
  }
  printer.line(`let ${name}: unknown;`);
  printer.block(`if (left > 0 && ${find('is')}(reader, ${key})) {`, () => {
    printer.line(`${name} = ${read};`);
    printer.line('left--;');
  });
}

function printResult(
  printer: Printer,
  module: CodecModule,
  locals: readonly Local[],
  id: string,
  make: string | undefined,
): void {
  const type = module.index.messageOf.get(id);
  const wire = type === undefined ? [] : [`$type: ${quote(type)}`];
  const finish = (value: string): string =>
    make === undefined ? `return ${value};` : `return ${core(module, 'construct')}(${make}, ${value}, start);`;
  const optional = locals.filter(({ member }) => isLeftOut(member));
  if (optional.length <= MOST_LITERALS) return printLiterals(printer, locals, [], optional, wire, finish);
  const required = locals.filter((local) => !optional.includes(local)).map(itemOf);
  printer.line(`const result: ${coreType(module, 'Draft')} = ${literalOf(required)};`);
  for (const { member, name } of optional) {
    const statement =
      member.name === '__proto__'
        ? `${core(module, 'setMember')}(result, '__proto__', ${name})`
        : `result[${quote(member.name)}] = ${name}`;
    printer.line(`if (${name} !== undefined) ${statement};`);
  }
  for (const text of wire) printer.line(`result['$type'] = ${text.slice('$type: '.length)};`);
  printer.line(finish('result'));
}

/** Comes back absent. `unknown` may be left out and still be required: it comes back as `undefined`. */
function isLeftOut(member: MemberModel): boolean {
  return member.optional === true;
}

function literalOf(items: readonly string[]): string {
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

function printLiterals(
  printer: Printer,
  locals: readonly Local[],
  absent: readonly Local[],
  undecided: readonly Local[],
  wire: readonly string[],
  finish: (value: string) => string,
): void {
  const [next, ...others] = undecided;
  if (next === undefined) {
    const items = locals.filter((local) => !absent.includes(local)).map(itemOf);
    printer.line(finish(literalOf([...items, ...wire])));
    return;
  }
  const without = [...absent, next];
  const condition = `if (${next.name} === undefined)`;
  const inner = new Printer();
  printLiterals(inner, locals, without, others, wire, finish);
  if (others.length === 0) printer.line(`${condition} ${inner.toString()}`);
  else printer.block(`${condition} {`, () => printer.lines([inner.toString()]));
  printLiterals(printer, locals, absent, others, wire, finish);
}
