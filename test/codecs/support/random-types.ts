import { randomLeaf, type RandomType } from './random-leaf.ts';
import { randomRecursive } from './random-recursive.ts';
import { RandomSource } from './random-source.ts';
import type { Structure } from '../structures/structure.ts';
import { structures } from '../structures/structure.ts';

interface Member extends RandomType {
  readonly name: string;
  readonly optional: boolean;
}

const names = 'id,name,at,a-b,größe,class,to,list,value,x y,0,length,toString,B'.split(',');

/** Types put together at random from the language's means, each with values. */
export function randomStructures(seed: number, count: number): readonly Structure[] {
  return Array.from({ length: count }, (_, at) =>
    new RandomTypes(new RandomSource(seed * 1_000_003 + at)).structure(at),
  );
}

class RandomTypes {
  readonly #source: RandomSource;

  constructor(source: RandomSource) {
    this.#source = source;
  }

  structure(at: number): Structure {
    const { type, value } = this.#type(4);
    const good = Array.from({ length: 6 }, value);
    return structures('random').carried(`${at}: ${type}`, type, good, [], this.#source.declarations.join('\n'));
  }

  #type(depth: number): RandomType {
    if (depth === 0 || this.#source.chance(0.1)) return randomLeaf(this.#source);
    const make = this.#source.one<() => RandomType>([
      () => this.#list(depth),
      () => this.#tuple(depth),
      () => this.#object(depth),
      () => this.#object(depth),
      () => this.#utility(depth),
      () => this.#utility(depth),
      () => this.#generic(depth),
      () => this.#collection(depth),
      () => this.#tagged(depth),
      () => this.#orNull(depth),
      () => this.#mixed(depth),
      () => this.#intersection(depth),
      () => randomRecursive(this.#source, this.#type(depth - 1)),
    ]);
    return make();
  }

  #list(depth: number): RandomType {
    const { type, value } = this.#type(depth - 1);
    const spelled = this.#source.one([
      `(${type})[]`,
      `readonly (${type})[]`,
      `Array<${type}>`,
      `ReadonlyArray<${type}>`,
    ]);
    return { type: spelled, value: () => Array.from({ length: this.#source.below(4) }, value), wire: 'array' };
  }

  #tuple(depth: number): RandomType {
    const fixed = Array.from({ length: 1 + this.#source.below(3) }, () => this.#type(depth - 1));
    const optional = this.#source.chance(0.3) ? this.#type(depth - 1) : undefined;
    const rest = this.#source.chance(0.3) ? this.#type(depth - 1) : undefined;
    const labelled = this.#source.chance(0.3);
    const label = (at: number, mark = ''): string => (labelled ? `m${at}${mark}: ` : '');
    const parts = fixed.map(({ type }, at) => `${label(at)}${labelled ? type : `(${type})`}`);
    if (optional) parts.push(labelled ? `o?: ${optional.type}` : `(${optional.type})?`);
    if (rest) parts.push(`...${labelled ? 'r: ' : ''}(${rest.type})[]`);
    return {
      type: `${this.#source.chance(0.5) ? 'readonly ' : ''}[${parts.join(', ')}]`,
      value: () => {
        const list = fixed.map((one) => one.value());
        if (optional && this.#source.chance(0.6)) list.push(optional.value());
        if (rest && list.length === fixed.length + (optional ? 1 : 0)) {
          list.push(...Array.from({ length: this.#source.below(3) }, rest.value));
        }
        return list;
      },
      wire: 'array',
    };
  }

  #members(depth: number, prefix = ''): readonly Member[] {
    const left = [...names];
    return Array.from({ length: 1 + this.#source.below(4) }, () => {
      const [name = 'm'] = left.splice(this.#source.below(left.length), 1);
      return { ...this.#type(depth - 1), name: prefix + name, optional: this.#source.chance(0.3) };
    });
  }

  #spelled(members: readonly Member[]): string {
    return members
      .map(
        ({ name, optional, type }) =>
          `${this.#source.chance(0.5) ? 'readonly ' : ''}${JSON.stringify(name)}${optional ? '?' : ''}: ${type}`,
      )
      .join('; ');
  }

  #values(members: readonly Member[]): Record<string, unknown> {
    const present = members.filter(({ optional }) => !optional || this.#source.chance(0.5));
    return Object.fromEntries(present.map(({ name, value }) => [name, value()]));
  }

  #object(depth: number): RandomType {
    const members = this.#members(depth);
    return { type: `{ ${this.#spelled(members)} }`, value: () => this.#values(members), wire: 'object' };
  }

  #utility(depth: number): RandomType {
    const members = this.#members(depth);
    const name = this.#source.declare('Base', (own) => `interface ${own} { ${this.#spelled(members)} }`);
    const [first] = members;
    if (first === undefined) return randomLeaf(this.#source);
    const key = JSON.stringify(first.name);
    const object = (type: string, of: readonly Member[]): RandomType => ({
      type,
      value: () => this.#values(of),
      wire: 'object',
    });
    const as = (optional: boolean): readonly Member[] => members.map((member) => ({ ...member, optional }));
    return this.#source.one<() => RandomType>([
      () => object(name, members),
      () => object(`Partial<${name}>`, as(true)),
      () => object(`Required<${name}>`, as(false)),
      () => object(`Readonly<${name}>`, members),
      () => object(`Pick<${name}, ${key}>`, [first]),
      () => object(`Pick<${name}, ${key}> & Partial<Omit<${name}, ${key}>>`, [first, ...as(true).slice(1)]),
      () => object(`{ [K in keyof ${name}]: ${name}[K] }`, members),
      () => object(`{ -readonly [K in keyof ${name}]-?: ${name}[K] }`, as(false)),
      () =>
        object(
          `{ [K in keyof ${name} as \`get-\${K & string}\`]: ${name}[K] }`,
          members.map((member) => ({ ...member, name: `get-${member.name}` })),
        ),
      () =>
        object(
          `{ [K in keyof ${name}]-?: { is: ${name}[K] }[] }`,
          as(false).map((member) => ({ ...member, value: () => [{ is: member.value() }] })),
        ),
      () => ({ ...first, type: `NonNullable<${name}[${key}]>`, value: () => this.#nonNull(first) }),
      () =>
        object(
          this.#source.declare('Extended', (own) => `interface ${own} extends ${name} { extra: boolean }`),
          [
            ...members,
            { name: 'extra', type: 'boolean', optional: false, value: () => this.#source.chance(0.5), wire: 'boolean' },
          ],
        ),
    ])();
  }

  #nonNull({ value }: RandomType): unknown {
    for (let tries = 0; tries < 50; tries++) {
      const found = value();
      if (found !== null) return found;
    }
    return value();
  }

  #generic(depth: number): RandomType {
    const inner = this.#type(depth - 1);
    const { type, value } = inner;
    return this.#source.one<() => RandomType>([
      () => ({
        type: `${this.#source.declare('Box', (own) => `interface ${own}<T> { value: T; more?: T[] }`)}<${type}>`,
        value: () => (this.#source.chance(0.5) ? { value: value() } : { value: value(), more: [value(), value()] }),
        wire: 'object',
      }),
      () => ({
        type: `${this.#source.declare('Page', (own) => `type ${own}<T, C = string> = { items: readonly T[]; cursor: C };`)}<${type}>`,
        value: () => ({ items: [value()], cursor: this.#source.text() }),
        wire: 'object',
      }),
      () => ({
        type: `${this.#source.declare('Both', (own) => `type ${own}<A, B = A> = [A, B];`)}<${type}>`,
        value: () => [value(), value()],
        wire: 'array',
      }),
      () => ({
        type: `${this.#source.declare('Wrap', (own) => `type ${own}<T> = [T] extends [never] ? never : { in: T };`)}<${type}>`,
        value: () => ({ in: value() }),
        wire: 'object',
      }),
      () => ({ ...inner, type: `${this.#source.declare('Same', (own) => `type ${own}<T> = T;`)}<${type}>` }),
      () => ({ ...inner, type: `Awaited<Promise<${type}>>` }),
      () => ({ ...inner, type: `ReturnType<() => ${type}>` }),
      () => ({ ...inner, type: `(${type})[][number]`.replace(/^\((.*)\)\[\]\[number\]$/s, '($1)[][number]') }),
    ])();
  }

  #collection(depth: number): RandomType {
    const { type, value } = this.#type(depth - 1);
    const keyed = (): [string, unknown][] =>
      Array.from({ length: this.#source.below(4) }, (_, at): [string, unknown] => [
        `${at}${this.#source.text()}`,
        value(),
      ]);
    return this.#source.one<() => RandomType>([
      () => ({ type: `Record<string, ${type}>`, value: () => Object.fromEntries(keyed()), wire: 'object' }),
      () => ({ type: `{ [key: string]: ${type} }`, value: () => Object.fromEntries(keyed()), wire: 'object' }),
      () => ({
        type: `Record<'one' | 'two', ${type}>`,
        value: () => ({ one: value(), two: value() }),
        wire: 'object',
      }),
      () => ({ type: `Map<string, ${type}>`, value: () => new Map(keyed()), wire: 'other' }),
      () => ({
        type: `ReadonlyMap<number, ${type}>`,
        value: () => new Map(keyed().map(([, each], at) => [at + 0.5, each])),
        wire: 'other',
      }),
      () => ({ type: `Set<${type}>`, value: () => new Set([value()]), wire: 'other' }),
    ])();
  }

  #tagged(depth: number): RandomType {
    const tag = this.#source.one(['kind', 'type', '@type']);
    const variants = ['a', 'b', 'c'].slice(0, 2 + this.#source.below(2)).map((literal) => ({
      literal,
      members: this.#members(depth, 'p'),
    }));
    const type = variants
      .map(({ literal, members }) => `{ ${JSON.stringify(tag)}: '${literal}'; ${this.#spelled(members)} }`)
      .join(' | ');
    const [first, ...others] = variants;
    if (first === undefined) return randomLeaf(this.#source);
    const value = (of: typeof variants) => (): unknown => {
      const { literal, members } = of[this.#source.below(of.length)] ?? first;
      return { [tag]: literal, ...this.#values(members) };
    };
    const name = this.#source.declare('Any', (own) => `type ${own} = ${type};`);
    return this.#source.one<RandomType>([
      { type: name, value: value(variants), wire: 'object' },
      { type: `(${type})`, value: value(variants), wire: 'object' },
      { type: `Exclude<${name}, { ${JSON.stringify(tag)}: 'a' }>`, value: value(others), wire: 'object' },
      { type: `Extract<${name}, { ${JSON.stringify(tag)}: 'a' }>`, value: value([first]), wire: 'object' },
    ]);
  }

  #orNull(depth: number): RandomType {
    const inner = this.#type(depth - 1);
    return {
      type: `(${inner.type}) | null`,
      value: () => (this.#source.chance(0.3) ? null : inner.value()),
      wire: inner.wire,
    };
  }

  #mixed(depth: number): RandomType {
    const kinds = new Map<string, RandomType>();
    for (let tries = 0; tries < 12 && kinds.size < 3; tries++) {
      const found = this.#type(depth - 1);
      if (found.wire !== 'other' && !kinds.has(found.wire)) kinds.set(found.wire, found);
    }
    const list = [...kinds.values()];
    const [first] = list;
    if (first === undefined) return randomLeaf(this.#source);
    return {
      type: list.map(({ type }) => `(${type})`).join(' | '),
      value: () => (list[this.#source.below(list.length)] ?? first).value(),
      wire: 'other',
    };
  }

  #intersection(depth: number): RandomType {
    const left = this.#members(depth, 'l');
    const right = this.#members(depth, 'r');
    const name = this.#source.declare('Right', (own) => `interface ${own} { ${this.#spelled(right)} }`);
    const part = this.#source.chance(0.5);
    return {
      type: `{ ${this.#spelled(left)} } & ${part ? `Partial<${name}>` : name}`,
      value: () => this.#values([...left, ...right.map((member) => (part ? { ...member, optional: true } : member))]),
      wire: 'object',
    };
  }
}
