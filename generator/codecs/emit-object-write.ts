import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MemberModel, TypeDefinition } from '../model/types.ts';
import { core, keyOf, type CodecModule } from './codec-module.ts';
import { memberOwner } from './member-owner.ts';
import { mayBeAbsent } from './member-presence.ts';
import { functionOf, usualMember, writeCall } from './type-code.ts';
import { formOf } from './type-form.ts';

/** The body of an object's write function; parameters `writer`, `position`, `value`. A member a line. */
export function printObjectWrite(printer: Printer, module: CodecModule, definition: TypeDefinition): void {
  const { id, name, shape } = definition;
  if (shape.kind !== 'object') return;
  const { members, index } = shape;
  const checked = `${core(module, 'members')}(writer, position, value)`;
  printer.line(members.length > 0 || index !== undefined ? `const from = ${checked};` : `${checked};`);
  const optional = members.filter(mayBeAbsent);
  const counts = optional.map((member) => ` + ${core(module, 'given')}(${valueOf(module, member)})`);
  if (index !== undefined) {
    const declared = members.map((member) => member.name);
    // A message's wire name is not part of its body.
    if (module.index.messageOf.has(id) && !declared.includes('$type')) declared.push('$type');
    printer.line(`const keys = ${core(module, 'indexKeys')}(from, [${declared.map(quote).join(', ')}]);`);
    counts.push(' + keys.length');
  }
  const count = `${members.length - optional.length}${counts.join('')}`;
  const header = `${core(module, 'writeMapHeader')}(writer, position, ${count})`;
  if (members.length === 0 && index === undefined) {
    printer.line(`return ${header};`);
    return;
  }
  printer.line(`let at = ${header};`);
  for (const member of members) {
    const value = valueOf(module, member);
    const statement = `at = ${memberCall(module, member, value, memberOwner(name, member.name))};`;
    printer.line(mayBeAbsent(member) ? `if (${value} !== undefined) ${statement}` : statement);
  }
  if (index !== undefined) {
    const write = functionOf(module, 'write', index.value, `${name}Value`);
    const entries = core(module, 'writeEntries');
    printer.line(`at = ${entries}(writer, at, from, keys, ${index.key === 'number'}, ${write});`);
  }
  printer.line('return at;');
}

/** Writes a member's name and value, as an expression. */
function memberCall(module: CodecModule, { name, type }: MemberModel, value: string, owner: string): string {
  const key = keyOf(module, name);
  const usual = usualMember(formOf(type, module.index));
  if (usual !== undefined) return `${core(module, `put${usual}`)}(writer, at, ${key}, ${value})`;
  return writeCall(module, type, `${core(module, 'put')}(writer, at, ${key})`, value, owner);
}

/** A member's value; names that every object inherits must be its own. */
function valueOf(module: CodecModule, { name }: MemberModel): string {
  if (name in Object.prototype) return `${core(module, 'memberOf')}(from, ${quote(name)})`;
  return `from[${quote(name)}]`;
}
