import { SLACK } from '../../runtime/codecs/writer.ts';
import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MemberModel, TypeDefinition } from '../model/types.ts';
import { core, keyOf, nameSize, partName, type CodecModule } from './codec-module.ts';
import { memberOwner } from './member-owner.ts';
import { itemOf, localsOf, type Local } from './member-locals.ts';
import { mayBeAbsent } from './member-presence.ts';
import { functionOf, keyForm, writeCall } from './type-code.ts';
import { formOf, type Form } from './type-form.ts';
import { admitsNil, admitsUndefined } from './union-tokens.ts';

/** Of {@link SLACK}: the rest is room for one more name and number, and for the value after them to begin. */
const MOST_UNASKED = SLACK - 64;

/** A longer one is written by a function that asks. */
const LARGEST_NAME = 16;

/** Bytes of what is written without asking. */
const largest: Readonly<Record<string, number>> = { number: 9, boolean: 1, null: 1, undefined: 1, date: 15, bigint: 9 };

/** The body of an object's write function; parameters `writer`, `position`, `value`. A member a line. */
export function printObjectWrite(printer: Printer, module: CodecModule, definition: TypeDefinition): void {
  const { id, name, shape } = definition;
  if (shape.kind !== 'object') return;
  const { members, index } = shape;
  if (shape.wire === 'positional') return printPlacesWrite(printer, module, name, members);
  const keeps = shape.wire === 'keepUnknown';
  const locals = localsOf(members, reserved);
  printMembers(printer, module, locals, index !== undefined || keeps);
  const optional = locals.filter(({ member }) => mayBeAbsent(member));
  const counts = optional.map((local) => ` + ${core(module, 'given')}(${valueOf(module, local)})`);
  if (index !== undefined) {
    const declared = members.map((member) => member.name);
    // A message's wire name is not part of its body.
    if (module.index.messageOf.has(id) && !declared.includes('$type')) declared.push('$type');
    const list = `[${declared.map(quote).join(', ')}]`;
    const form = index.keys === undefined && index.key === 'string' ? [] : [keyForm(module, index, name)];
    const more = admitsUndefined(index.value, module.index) ? [...(form.length > 0 ? form : ['false']), 'true'] : form;
    printer.line(`const keys = ${core(module, 'indexKeys')}(${['from', list, ...more].join(', ')});`);
    counts.push(' + keys.length');
  }
  if (keeps) {
    const own = partName('shape', definition);
    printer.line(`const kept = ${core(module, 'keptMembers')}(from, position, ${own});`);
    counts.push(' + kept.length');
  }
  const count = `${members.length - optional.length}${counts.join('')}`;
  const header = `${core(module, 'writeMapHeader')}(writer, position, ${count})`;
  if (members.length === 0 && index === undefined) {
    printer.line(`return ${keeps ? keptCall(module, header) : header};`);
    return;
  }
  if (members.some((member) => nameSize(member.name) !== 'long')) printer.line('const { view } = writer;');
  printer.line(`let at = ${header};`);
  // Of the bytes that may be written without asking, so many may be used up.
  let used = 0;
  for (const local of locals) {
    const { member } = local;
    const value = valueOf(module, local);
    const from = used > MOST_UNASKED ? `${core(module, 'room')}(writer, at)` : 'at';
    const after = bytesAfter(formOf(member.type, module.index), from === 'at' ? used : 0);
    used = mayBeAbsent(member) ? Math.max(used, after) : after;
    const statement = `at = ${memberCall(module, member, from, value, memberOwner(name, member.name))};`;
    printer.line(mayBeAbsent(member) ? `if (${value} !== undefined) ${statement}` : statement);
  }
  if (index !== undefined) {
    const write = functionOf(module, 'write', index.value, `${name}Value`);
    const entries = core(module, 'writeEntries');
    printer.line(`at = ${entries}(writer, at, from, keys, ${index.key === 'number'}, ${write});`);
  }
  printer.line(`return ${keeps ? keptCall(module, 'at') : 'at'};`);
}

/** Writes what was kept, as an expression. */
function keptCall(module: CodecModule, at: string): string {
  return `${core(module, 'writeKept')}(writer, ${at}, kept, position)`;
}

/** The same for an array of members. Those at the end that are not there are not written. */
function printPlacesWrite(printer: Printer, module: CodecModule, name: string, members: readonly MemberModel[]): void {
  const header = core(module, 'writeArrayHeader');
  const locals = localsOf(members, reserved);
  printMembers(printer, module, locals, false);
  if (members.length === 0) {
    printer.line(`return ${header}(writer, position, 0);`);
    return;
  }
  const least = members.findLastIndex((member) => !mayBeAbsent(member)) + 1;
  const tail = locals.slice(least).map((local, at) => `${valueOf(module, local)} !== undefined ? ${least + at + 1} : `);
  if (tail.length > 0) printer.line(`const count = ${tail.toReversed().join('')}${least};`);
  printer.line(`let at = ${header}(writer, position, ${tail.length > 0 ? 'count' : least});`);
  let used = 0;
  for (const [place, local] of locals.entries()) {
    const { member } = local;
    const value = valueOf(module, local);
    const from = used > MOST_UNASKED ? `${core(module, 'room')}(writer, at)` : 'at';
    const after = bytesAfter(formOf(member.type, module.index), from === 'at' ? used : 0);
    used = mayBeAbsent(member) ? Math.max(used, after) : after;
    const there = writeCall(module, member.type, from, value, memberOwner(name, member.name));
    // The last of those at the end is there if it counts.
    const isLast = place === members.length - 1 && place >= least;
    const written =
      mayBeAbsent(member) && !isLast
        ? `${value} === undefined ? ${nothingCall(module, member, from)} : ${there}`
        : there;
    printer.line(`${place >= least ? `if (count > ${place}) ` : ''}at = ${written};`);
  }
  printer.line('return at;');
}

/** What stands in the place of a member that is not there. */
function nothingCall(module: CodecModule, { type }: MemberModel, at: string): string {
  return admitsNil(type, module.index)
    ? `${core(module, 'writeAbsent')}(writer, ${at})`
    : `${core(module, 'writeNull')}(writer, ${at}, null)`;
}

/** How many of them may be used up after a member, when `used` are before it. */
function bytesAfter({ kind }: Form, used: number): number {
  const fixed = largest[kind];
  if (fixed !== undefined) return used + LARGEST_NAME + fixed;
  // These ask themselves; what others leave free is not known here.
  return kind === 'string' || kind === 'bytes' || kind === 'literals' ? LARGEST_NAME : Number.POSITIVE_INFINITY;
}

/** Writes a member's name and value, as an expression. */
function memberCall(
  module: CodecModule,
  { name, type }: MemberModel,
  at: string,
  value: string,
  owner: string,
): string {
  return writeCall(module, type, nameCall(module, name, at), value, owner);
}

function nameCall(module: CodecModule, name: string, at: string): string {
  const key = keyOf(module, name);
  const size = nameSize(name);
  if (size === 'long') return `${core(module, 'put')}(writer, ${at}, ${key})`;
  const head = `${core(module, 'put8')}(view, ${at}, ${key})`;
  return size === 16 ? `${core(module, 'tail8')}(view, ${head}, ${key})` : head;
}

/** What a write function calls or declares. */
const reserved: readonly string[] = (
  'writer position value from keys kept view at count undefined members memberOf given room put put8 tail8 ' +
  'indexKeys keptMembers'
).split(' ');

/**
 * The check of the value, and a variable for each member: read before anything is called, they take one look at the form of
 * the object. `from` is the object itself, where it is needed.
 */
function printMembers(printer: Printer, module: CodecModule, locals: readonly Local[], whole: boolean): void {
  const checked = `${core(module, 'members')}(writer, position, value)`;
  const items = locals.filter((local) => !isInherited(local)).map(itemOf);
  const needed = whole || items.length < locals.length;
  if (needed) printer.line(`const from = ${checked};`);
  if (items.length > 0) printer.list('const {', items, `} = ${needed ? 'from' : checked};`, ' ');
  else if (!needed) printer.line(`${checked};`);
}

/** Names that every object inherits must be its own. */
function isInherited({ member }: Local): boolean {
  return member.name in Object.prototype;
}

/** A member's value. */
function valueOf(module: CodecModule, local: Local): string {
  return isInherited(local) ? `${core(module, 'memberOf')}(from, ${quote(local.member.name)})` : local.name;
}
