import * as fc from 'fast-check';
import type { TupleType, TypeDefinition, TypeModel } from '../../../generator/model/types.ts';

/** A value as a program has it, and as it must come back. */
export interface Sample {
  readonly value: unknown;
  readonly expected: unknown;
}

export interface ValueOptions {
  readonly types: ReadonlyMap<string, TypeDefinition>;
  /** Only what JSON can carry as well: no NaN, infinities or negative zero. */
  readonly json: boolean;
}

const text = fc.string({ unit: 'binary', maxLength: 40 });
const same = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> =>
  arbitrary.map((value) => ({ value, expected: value }));

/** Values of a type. `fuel` bounds recursion: at none left, arrays are empty and optional members absent. */
export function arbitraryValue(type: TypeModel, options: ValueOptions, fuel = 4): fc.Arbitrary<Sample> {
  const next = (child: TypeModel): fc.Arbitrary<Sample> => arbitraryValue(child, options, fuel - 1);
  const size = { maxLength: 5 };
  if (fuel <= 0) {
    // Nothing below is built any more: types may be recursive.
    if (type.kind === 'array') return fc.constant({ value: [], expected: [] });
    if (type.kind === 'set') return fc.constant({ value: new Set(), expected: new Set() });
    if (type.kind === 'map') return fc.constant({ value: new Map(), expected: new Map() });
    if (type.kind === 'record') return fc.constant({ value: {}, expected: {} });
  }
  switch (type.kind) {
    case 'string':
      return same(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 400 })));
    case 'number':
      return same(numbers(options.json));
    case 'boolean':
      return same(fc.boolean());
    case 'bigint':
      return same(fc.oneof(fc.bigInt(-300n, 300n), fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }), fc.bigInt()));
    case 'null':
      return same(fc.constant(null));
    case 'undefined':
      return same(fc.constant(undefined));
    case 'date':
      return same(fc.date({ noInvalidDate: true }));
    case 'bytes':
      return same(fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)));
    case 'unknown':
      return same(unknowns);
    case 'literal':
      return same(fc.constant(type.bigint === true ? BigInt(type.value) : type.value));
    case 'array':
      return fc.array(next(type.element), size).map((items) => pair(items, (side) => side));
    case 'set':
      return fc.array(next(type.element), size).map((items) => pair(items, (side) => new Set(side)));
    case 'tuple':
      return tupleOf(type, next, size);
    case 'binary':
      return same(binaries[type.type] ?? fc.constant(new ArrayBuffer(3)));
    case 'pattern':
      return same(fc.integer().map((value) => `id-${value}`));
    case 'temporal':
      throw new TypeError('Temporal is tried in a test of its own.');
    case 'map':
      return fc.array(fc.tuple(next(type.key), next(type.value)), size).map((items) =>
        pair(
          items.map((item) => pair(item, (side) => side)),
          (side) => new Map(side as [unknown, unknown][]),
        ),
      );
    case 'record': {
      const key = type.key === 'number' ? fc.integer().map(String) : fc.oneof(text, fc.constant('__proto__'));
      return fc.array(fc.tuple(key, next(type.value)), size).map((entries) => record(entries));
    }
    case 'union':
      return fc.oneof(...type.variants.map((variant) => arbitraryValue(variant, options, fuel)));
    default:
      return reference(type.id, options, fuel);
  }
}

const binaries: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int16Array: fc.int16Array({ maxLength: 20 }),
  Float64Array: fc.float64Array({ maxLength: 20 }),
  ArrayBuffer: fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes).buffer),
};

function tupleOf(
  { elements, optional = 0, rest, trailing = [] }: TupleType,
  next: (child: TypeModel) => fc.Arbitrary<Sample>,
  size: { readonly maxLength: number },
): fc.Arbitrary<Sample> {
  const more = rest === undefined ? fc.constant<Sample[]>([]) : fc.array(next(rest), size);
  return fc
    .tuple(fc.tuple(...elements.map(next)), fc.nat(optional), more, fc.tuple(...trailing.map(next)))
    .map(([fixed, missing, between, last]) => {
      const shown = between.length > 0 ? fixed : fixed.slice(0, fixed.length - missing);
      return pair([...shown, ...between, ...last], (side) => side);
    });
}

function numbers(json: boolean): fc.Arbitrary<number> {
  const any = fc.oneof(
    fc.integer({ min: -200, max: 70_000 }),
    fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.constantFrom(
      0,
      127,
      128,
      255,
      256,
      65_535,
      65_536,
      2 ** 31,
      2 ** 32,
      2 ** 53,
      -32,
      -33,
      -128,
      -129,
      -32_769,
      -(2 ** 31) - 1,
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  return json
    ? any.map((value) => (value === 0 ? 0 : value))
    : fc.oneof(any, fc.constantFrom(Number.NaN, Infinity, -Infinity, -0));
}

const unknowns = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')))
  .map((value) => (value === 0 ? 0 : value));

function pair(items: readonly Sample[], make: (side: unknown[]) => unknown): Sample {
  return { value: make(items.map(({ value }) => value)), expected: make(items.map(({ expected }) => expected)) };
}

function record(entries: readonly (readonly [string, Sample])[]): Sample {
  const value = {};
  const expected = {};
  for (const [key, sample] of entries) {
    set(value, key, sample.value);
    set(expected, key, sample.expected);
  }
  return { value, expected };
}

function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

function reference(id: string, options: ValueOptions, fuel: number): fc.Arbitrary<Sample> {
  const definition = options.types.get(id);
  if (definition === undefined) throw new TypeError(id);
  const { shape, name } = definition;
  if (shape.kind === 'alias') return arbitraryValue(shape.type, options, fuel - 1);
  const members = shape.members.map((member) => {
    const absent = fc.constant('absent' as const);
    const maybe = member.optional === true || member.undefinable === true;
    if (maybe && fuel <= 0) return absent;
    const present = arbitraryValue(member.type, options, fuel - 1);
    return maybe ? fc.oneof(absent, present) : present;
  });
  const declared = new Set(['$type', ...shape.members.map((member) => member.name)]);
  const rest =
    shape.index === undefined
      ? fc.constant<Sample>({ value: {}, expected: {} })
      : arbitraryValue(shape.index, options, fuel - 1);
  return fc.tuple(fc.tuple(...members), rest, fc.boolean()).map(([samples, more, explicit]) => {
    const value = {};
    const expected = {};
    for (const [at, member] of shape.members.entries()) {
      const sample = samples[at];
      if (sample === undefined) continue;
      if (sample === 'absent') {
        if (explicit) set(value, member.name, undefined);
        if (member.undefinable === true) set(expected, member.name, undefined);
        continue;
      }
      set(value, member.name, sample.value);
      const leftOut = sample.value === undefined && member.optional === true;
      if (!leftOut) set(expected, member.name, sample.expected);
    }
    copy(more.value as object, value, declared);
    copy(more.expected as object, expected, declared);
    if (/^Message\d+$/.test(name)) {
      set(value, '$type', name);
      set(expected, '$type', name);
    }
    return { value, expected };
  });
}

function copy(from: object, to: object, except: ReadonlySet<string>): void {
  for (const key of Object.keys(from)) {
    if (!except.has(key)) set(to, key, Object.getOwnPropertyDescriptor(from, key)?.value);
  }
}
