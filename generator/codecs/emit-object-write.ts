import { access, quote, typeKey } from '../emit/identifiers.ts';
import { Printer } from '../emit/printer.ts';
import type { MemberModel, ObjectShape, TypeModel } from '../model/types.ts';
import { core, use, type CodecModule } from './codec-module.ts';
import { constantBytes, printStores } from './constant-bytes.ts';
import { memberOwner } from './member-owner.ts';
import { literalValue, printLiteral } from './literal.ts';
import { mayBeAbsent } from './member-presence.ts';

/** What may be written between two checks; the writer promises a little more. */
const SLACK = 480;
const UNKNOWN = Number.POSITIVE_INFINITY;

/** The most bytes that a type takes, where that is little and fixed. */
const boundOf: Readonly<Record<string, number>> = { number: 9, boolean: 1, date: 15, bigint: 9, null: 1, undefined: 1 };
/** Types whose function leaves the slack as it found it: full. */
const restoring: ReadonlySet<string> = new Set(['string', 'bytes', 'unknown']);

/** The body of an object's write function; `position` and `value` are its parameters. */
export function printObjectWrite(printer: Printer, module: CodecModule, shape: ObjectShape, name: string): void {
  new ObjectWrite(printer, module, shape, name).print();
}

class ObjectWrite {
  #printer: Printer;
  readonly #module: CodecModule;
  readonly #shape: ObjectShape;
  readonly #name: string;
  /** Bytes written behind `at`. */
  #offset = 0;
  /** Bytes written since room was last made sure of. */
  #used = 0;

  constructor(printer: Printer, module: CodecModule, shape: ObjectShape, name: string) {
    this.#printer = printer;
    this.#module = module;
    this.#shape = shape;
    this.#name = name;
  }

  print(): void {
    const outer = this.#printer;
    this.#printer = new Printer();
    this.#body();
    const body = this.#printer.toString();
    this.#printer = outer;
    this.#start(body);
    outer.lines([body]);
  }

  /** What the body needs of its parameters. */
  #start(body: string): void {
    const mistyped = core(this.#module, 'mistyped');
    this.#printer.line(
      `if (typeof value !== 'object' || value === null) throw ${mistyped}(position, 'an object', value);`,
    );
    this.#printer.line(`if (position > writer.limit) throw ${core(this.#module, 'overflow')};`);
    if (/\bfrom[.[]/.test(body)) {
      const { members } = this.#shape;
      const types = members.map(
        (member) => `readonly ${typeKey(member.name)}${mayBeAbsent(member) ? '?' : ''}: unknown`,
      );
      this.#printer.list('const from = value as {', types, '};', ' ');
    }
    if (/\bview\./.test(body)) this.#printer.line('const { view } = writer;');
  }

  #body(): void {
    const { members, index } = this.#shape;
    this.#printer.line('let at = position;');
    this.#header();
    for (const member of members) this.#member(member);
    if (index !== undefined) {
      this.#sync();
      const write = use(this.#module, 'write', index.value, `${this.#name}Value`);
      const entries = core(this.#module, 'writeEntries');
      this.#printer.line(`at = ${entries}(writer, at, value, keys, ${index.key === 'number'}, ${write});`);
    }
    this.#printer.line(`return ${this.#at()};`);
  }

  #header(): void {
    const { members, index } = this.#shape;
    const optional = members.filter(mayBeAbsent);
    const fixed = members.length - optional.length;
    const counts = optional.map(({ name }) => ` + (${this.#own(name)} === undefined ? 0 : 1)`);
    if (index !== undefined) {
      const declared = members.map(({ name }) => quote(name));
      if (this.#module.index.messageOf.size > 0) declared.push(...this.#reserved());
      this.#printer.line(`const keys = ${core(this.#module, 'indexKeys')}(value, [${declared.join(', ')}]);`);
      counts.push(' + keys.length');
    }
    if (counts.length === 0 && members.length < 16) return this.#constant([0x80 | members.length]);
    const count = `${fixed}${counts.join('')}`;
    if (index === undefined && members.length < 16) {
      this.#printer.line(`view.setUint8(at, 0x80 | (${count}));`);
      this.#offset = 1;
      this.#used = 1;
      return;
    }
    this.#printer.line(`at = ${core(this.#module, 'writeMapHeader')}(writer, at, ${count});`);
    this.#used += 5;
  }

  /** A message's wire name is not part of its body. */
  #reserved(): readonly string[] {
    const isMessage = [...this.#module.index.messageOf.keys()].some((id) => {
      const definition = this.#module.index.byId.get(id);
      return definition?.shape === this.#shape;
    });
    return isMessage && !this.#shape.members.some(({ name }) => name === '$type') ? [quote('$type')] : [];
  }

  /** A member's value; names that every object inherits must be its own. */
  #own(name: string): string {
    if (name in Object.prototype) return `${core(this.#module, 'memberOf')}(value, ${quote(name)})`;
    return access('from', name);
  }

  #at(): string {
    return this.#offset === 0 ? 'at' : `at + ${this.#offset}`;
  }

  #sync(): void {
    if (this.#offset > 0) this.#printer.line(`at += ${this.#offset};`);
    this.#offset = 0;
  }

  #reserve(size: number): void {
    if (this.#used + size <= SLACK) return;
    this.#sync();
    this.#printer.line(`if (at > writer.limit) throw ${core(this.#module, 'overflow')};`);
    this.#used = 0;
  }

  #constant(bytes: readonly number[]): void {
    this.#reserve(bytes.length);
    printStores(this.#printer, bytes, (offset) => (offset === 0 ? 'at' : `at + ${offset}`), this.#offset);
    this.#offset += bytes.length;
    this.#used += bytes.length;
  }

  #member(member: MemberModel): void {
    const value = this.#own(member.name);
    if (!mayBeAbsent(member)) return this.#entry(member, value);
    this.#sync();
    const before = this.#used;
    this.#printer.block(`if (${value} !== undefined) {`, () => {
      this.#entry(member, value);
      this.#sync();
    });
    this.#used = Math.max(before, this.#used);
  }

  #entry(member: MemberModel, value: string): void {
    const key = constantBytes(member.name);
    if (key.length > SLACK) {
      this.#sync();
      const write = core(this.#module, 'writeString');
      this.#printer.line(`at = ${write}(writer, at, ${quote(member.name)});`);
      this.#used = 0;
    } else this.#constant(key);
    this.#value(member.type, value, memberOwner(this.#name, member.name));
  }

  #value(type: TypeModel, value: string, owner: string): void {
    if (type.kind === 'literal') {
      const literal = literalValue(type);
      const bytes = constantBytes(literal);
      if (bytes.length <= SLACK) {
        const text = printLiteral(literal);
        const mistyped = core(this.#module, 'mistyped');
        const expected = quote(text);
        this.#printer.line(`if (${value} !== ${text}) throw ${mistyped}(${this.#at()}, ${expected}, ${value});`);
        return this.#constant(bytes);
      }
    }
    const bound = boundOf[type.kind];
    if (bound !== undefined) this.#reserve(bound);
    const write = use(this.#module, 'write', type, owner);
    this.#printer.line(`at = ${write}(writer, ${this.#at()}, ${value});`);
    this.#offset = 0;
    if (bound !== undefined) this.#used += bound;
    else this.#used = restoring.has(type.kind) ? 0 : UNKNOWN;
  }
}
