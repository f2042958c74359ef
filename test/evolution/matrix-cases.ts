import { event, response, members, type, type Case, type Row } from './matrix-row.ts';
import { typeRows } from './matrix-types.ts';

const tagged = (own: string, more?: string): string => `/** @wire positional */\n${event(own, more)}`;

/** A change of the members of an event that is an array in MessagePack. */
function places(
  before: string,
  after: string,
  oldValues: readonly object[],
  newValues: readonly object[],
  breaks?: string,
): Row {
  return { ...members(before, after, oldValues, newValues, breaks), before: tagged(before), after: tagged(after) };
}

const card = "{ kind: 'card'; number: string }";
const cash = "{ kind: 'cash' }";

const rows: Readonly<Record<string, Row>> = {
  'nothing changes': members('a: string', 'a: string', [{ a: 'x' }], [{ a: 'y' }]),
  'an optional member is added': members(
    'a: string',
    'a: string; b?: number',
    [{ a: 'x' }],
    [{ a: 'x', b: 1 }, { a: 'y' }],
  ),
  'a member that may be undefined is added': members(
    'a: string',
    'a: string; b: number | undefined',
    [{ a: 'x' }],
    [
      { a: 'x', b: 1 },
      { a: 'x', b: undefined },
    ],
  ),
  'an optional member is removed': members(
    'a: string; b?: number',
    'a: string',
    [{ a: 'x', b: 1 }, { a: 'y' }],
    [{ a: 'x' }],
  ),
  'a required member is removed': members(
    'a: string; b: number',
    'a: string',
    [{ a: 'x', b: 1 }],
    [{ a: 'x' }],
    'CATGA8101',
  ),
  'a required member is added': members(
    'a: string',
    'a: string; b: number',
    [{ a: 'x' }],
    [{ a: 'x', b: 1 }],
    'CATGA8103',
  ),
  'an optional member becomes required': members('a?: string', 'a: string', [{}], [{ a: 'x' }], 'CATGA8104'),
  'a required member becomes optional': members('a: string', 'a?: string', [{ a: 'x' }], [{}], 'CATGA8105'),
  'optional becomes undefined': members(
    'a?: string',
    'a: string | undefined',
    [{}, { a: 'x' }],
    [{ a: undefined }, { a: 'y' }],
  ),
  'members change places': members(
    'a: string; b: number',
    'b: number; a: string',
    [{ a: 'x', b: 1 }],
    [{ a: 'x', b: 1 }],
  ),
  'positional: an optional member is added at the end': places(
    'a: string',
    'a: string; b?: number | null',
    [{ a: 'x' }],
    [{ a: 'x', b: 1 }, { a: 'x', b: null }, { a: 'y' }],
  ),
  'positional: a member that may be undefined is added at the end': places(
    'a: string; b?: number',
    'a: string; b?: number; c: Date | undefined',
    [{ a: 'x' }, { a: 'x', b: 1 }],
    [
      { a: 'x', c: undefined },
      { a: 'x', c: new Date(0) },
    ],
  ),
  'positional: the last optional member is removed': places(
    'a: string; b?: number',
    'a: string',
    [{ a: 'x', b: 1 }, { a: 'y' }],
    [{ a: 'x' }],
  ),
  'positional: the last required member is removed': places(
    'a: string; b: number',
    'a: string',
    [{ a: 'x', b: 1 }],
    [{ a: 'x' }],
    'CATGA8101',
  ),
  'positional: a required member is added at the end': places(
    'a: string',
    'a: string; b: number',
    [{ a: 'x' }],
    [{ a: 'x', b: 1 }],
    'CATGA8103',
  ),
  'positional: a member is inserted': places(
    'a: string; b: number',
    'a: string; c?: boolean; b: number',
    [{ a: 'x', b: 1 }],
    [{ a: 'x', b: 1 }],
    'CATGA8119',
  ),
  'positional: a member in the middle is removed': places(
    'a: string; b?: number; c: boolean',
    'a: string; c: boolean',
    [{ a: 'x', b: 1, c: true }],
    [{ a: 'x', c: true }],
    'CATGA8119',
  ),
  'positional: a member changes its type': places(
    'a: string; b: number',
    'a: number; b: number',
    [{ a: 'x', b: 1 }],
    [{ a: 2, b: 1 }],
    'CATGA8102',
  ),
  'positional: members of one type change places': {
    ...places('a: string; b: string', 'b: string; a: string', [{ a: 'x', b: 'y' }], [{ a: 'x', b: 'y' }], 'CATGA8119'),
    misread: true,
  },
  'positional: an optional member that is not the last may be null now': {
    ...places(
      'a?: string; b: number',
      'a?: string | null; b: number',
      [{ b: 1 }],
      [
        { a: null, b: 1 },
        { a: 'x', b: 1 },
      ],
      'CATGA8102',
    ),
    misread: true,
  },
  'positional: a map becomes an array': {
    ...members('a: string', 'a: string', [{ a: 'x' }], [{ a: 'y' }], 'CATGA8118'),
    after: `/** @wire positional */\n${event('a: string')}`,
  },
  'positional: variants of a union are told apart by their places': {
    before: event(
      'a: C$ | K$',
      "/** @wire positional */\nexport interface C$ { kind: 'card'; number: string }\n/** @wire positional */\nexport interface K$ { kind: 'cash' }",
    ),
    after: event(
      'a: C$ | K$',
      "/** @wire positional */\nexport interface C$ { kind: 'card'; number: string; valid?: Date }\n/** @wire positional */\nexport interface K$ { kind: 'cash'; change?: number }",
    ),
    oldValues: [{ a: { kind: 'card', number: '1' } }, { a: { kind: 'cash' } }],
    newValues: [{ a: { kind: 'card', number: '1', valid: new Date(0) } }, { a: { kind: 'cash', change: 2 } }],
  },
  'string becomes number': type('string', 'number', ['x'], [1], 'CATGA8102'),
  'number becomes bigint': type('number', 'bigint', [1.5, 2], [3n], 'CATGA8102'),
  'bigint becomes string': type('bigint', 'string', [3n], ['3'], 'CATGA8102'),
  'Date becomes string': type('Date', 'string', [new Date(0)], ['x'], 'CATGA8102'),
  'bytes become string': type('Uint8Array', 'string', [new Uint8Array([1])], ['x'], 'CATGA8102'),
  'boolean becomes number': type('boolean', 'number', [true], [1], 'CATGA8102'),
  'a literal is added': type("'x' | 'y'", "'x' | 'y' | 'z'", ['x', 'y'], ['x', 'z'], 'CATGA8106'),
  'a literal is removed': type("'x' | 'y'", "'x'", ['x', 'y'], ['x'], 'CATGA8107'),
  'a literal is replaced': type("'x' | 'y'", "'x' | 'z'", ['x', 'y'], ['z'], 'CATGA8102'),
  'literals become string': type("'x' | 'y'", 'string', ['x'], ['any'], 'CATGA8106'),
  'string becomes literals': type('string', "'x' | 'y'", ['any'], ['x'], 'CATGA8107'),
  'a number literal is added': type('1 | 2', '1 | 2 | 3', [1], [3], 'CATGA8106'),
  'boolean becomes true': type('boolean', 'true', [false], [true], 'CATGA8107'),
  'null is admitted': type('string', 'string | null', ['x'], ['x', null], 'CATGA8106'),
  'null is refused': type('string | null', 'string', ['x', null], ['x'], 'CATGA8107'),
  'a union of primitives grows': type('string | number', 'string | number | boolean', ['x', 1], [true], 'CATGA8106'),
  'elements change type': type('string[]', 'number[]', [['x']], [[1]], 'CATGA8102'),
  'elements may be null': type('string[]', '(string | null)[]', [['x']], [['x', null]], 'CATGA8106'),
  'an array becomes a Set': type('string[]', 'Set<string>', [['x', 'y']], [new Set(['x'])]),
  'a Map becomes an array of pairs': type(
    'Map<string, number>',
    '[string, number][]',
    [new Map([['x', 1]])],
    [[['x', 1]]],
  ),
  'values of a Map change type': type(
    'Map<string, number>',
    'Map<string, string>',
    [new Map([['x', 1]])],
    [new Map([['x', 'y']])],
    'CATGA8102',
  ),
  'a tuple grows': type('[string, number]', '[string, number, boolean]', [['x', 1]], [['x', 1, true]], 'CATGA8102'),
  'a tuple becomes an array': type('[string, string]', 'string[]', [['x', 'y']], [['x']], 'CATGA8102'),
  'values of a record change type': type(
    'Record<string, string>',
    'Record<string, number>',
    [{ x: 'y' }],
    [{ x: 1 }],
    'CATGA8102',
  ),
  'an object becomes a record': type(
    '{ x: string }',
    'Record<string, string>',
    [{ x: 'y' }],
    [{ z: 'y' }],
    'CATGA8101',
  ),
  'an object becomes a string': type('{ x: string }', 'string', [{ x: 'y' }], ['x'], 'CATGA8102'),
  'a nested type gets an optional member': {
    before: event('lines: Line$[]', 'export interface Line$ { sku: string }'),
    after: event('lines: Line$[]', 'export interface Line$ { sku: string; note?: string }'),
    oldValues: [{ lines: [{ sku: 'x' }] }],
    newValues: [{ lines: [{ sku: 'x', note: 'y' }] }],
  },
  'a nested type loses a required member': {
    before: event('lines: Line$[]', 'export interface Line$ { sku: string; count: number }'),
    after: event('lines: Line$[]', 'export interface Line$ { sku: string }'),
    oldValues: [{ lines: [{ sku: 'x', count: 1 }] }],
    newValues: [{ lines: [{ sku: 'x' }] }],
    breaks: 'CATGA8101',
  },
  'a nested type gets another name': {
    before: event('line: Line$', 'export interface Line$ { sku: string }'),
    after: event('line: Item$', 'export interface Item$ { sku: string }'),
    oldValues: [{ line: { sku: 'x' } }],
    newValues: [{ line: { sku: 'y' } }],
  },
  'a recursive type gets an optional member': {
    before: event('tree: Tree$', 'export interface Tree$ { value: number; children: Tree$[] }'),
    after: event('tree: Tree$', 'export interface Tree$ { value: number; children: Tree$[]; note?: string }'),
    oldValues: [{ tree: { value: 1, children: [{ value: 2, children: [] }] } }],
    newValues: [{ tree: { value: 1, children: [{ value: 2, children: [], note: 'x' }] } }],
  },
  'a recursive type changes': {
    before: event('tree: Tree$', 'export interface Tree$ { value: number; children: Tree$[] }'),
    after: event('tree: Tree$', 'export interface Tree$ { value: string; children: Tree$[] }'),
    oldValues: [{ tree: { value: 1, children: [] } }],
    newValues: [{ tree: { value: 'x', children: [] } }],
    breaks: 'CATGA8102',
  },
  'a recursive alias changes': {
    before: event('json: Json$', 'export type Json$ = string | Json$[];'),
    after: event('json: Json$', 'export type Json$ = string | number | Json$[];'),
    oldValues: [{ json: ['x', ['y']] }],
    newValues: [{ json: ['x', [1]] }],
    breaks: 'CATGA8106',
  },
  'a tagged union gets a variant': type(
    `${card} | ${cash}`,
    `${card} | ${cash} | { kind: 'cheque' }`,
    [{ kind: 'cash' }],
    [{ kind: 'cheque' }],
    'CATGA8106',
  ),
  'a tagged union loses a variant': type(
    `${card} | ${cash} | { kind: 'cheque' }`,
    `${card} | ${cash}`,
    [{ kind: 'cheque' }],
    [{ kind: 'cash' }],
    'CATGA8107',
  ),
  'a variant gets an optional member': type(
    `${card} | ${cash}`,
    "{ kind: 'card'; number: string; holder?: string } | { kind: 'cash' }",
    [{ kind: 'card', number: '1' }],
    [{ kind: 'card', number: '1', holder: 'x' }, { kind: 'cash' }],
  ),
  'a variant changes': type(
    `${card} | ${cash}`,
    "{ kind: 'card'; number: number } | { kind: 'cash' }",
    [{ kind: 'card', number: '1' }],
    [{ kind: 'card', number: 1 }],
    'CATGA8102',
  ),
  'a single object becomes one of two': type(
    '{ x: string }',
    '{ x: string } | { y: number }',
    [{ x: 'y' }],
    [{ y: 1 }],
    'CATGA8101',
  ),
  'an added member makes a union undecidable': {
    ...type(
      '{ number: string } | { iban: string }',
      '{ number: string } | { iban: string; number?: string }',
      [{ number: 'x' }, { iban: 'y' }],
      [{ iban: 'y', number: 'x' }],
      'CATGA8108',
    ),
    misread: true,
  },
  'an enum gets a member': {
    before: event('color: Color$', 'export enum Color$ { Red, Green }'),
    after: event('color: Color$', 'export enum Color$ { Red, Green, Blue }'),
    oldValues: [{ color: 1 }],
    newValues: [{ color: 2 }],
    breaks: 'CATGA8106',
  },
  'a message is a union and gets a variant': {
    before: "export type M$ = DomainEvent & ({ kind: 'a' } | { kind: 'b' });",
    after: "export type M$ = DomainEvent & ({ kind: 'a' } | { kind: 'b' } | { kind: 'c' });",
    oldValues: [{ kind: 'a' }],
    newValues: [{ kind: 'c' }],
    breaks: 'CATGA8106',
  },
  'a response gets an optional member': response(
    '{ id: string }',
    '{ id: string; note?: string }',
    [{ id: 'x' }],
    [{ id: 'x', note: 'y' }],
  ),
  'a response gets a required member': response(
    '{ id: string }',
    '{ id: string; more: number }',
    [{ id: 'x' }],
    [{ id: 'x', more: 1 }],
    'CATGA8103',
  ),
  'a response loses a member': response(
    '{ id: string; more: number }',
    '{ id: string }',
    [{ id: 'x', more: 1 }],
    [{ id: 'x' }],
    'CATGA8101',
  ),
  'a response may be something else': response("'a' | 'b'", "'a' | 'b' | 'c'", ['a'], ['c'], 'CATGA8106'),
  'a response may be undefined': response(
    '{ id: string }',
    '{ id: string } | undefined',
    [{ id: 'x' }],
    [undefined],
    'CATGA8106',
  ),
  'a response is no longer given': { ...response('string', 'void', ['x'], [undefined], 'CATGA8112') },
  'a response is given': { ...response('void', 'string', [undefined], ['x'], 'CATGA8112') },
  'a version has an upcaster': {
    before: event('total: string'),
    after: `/** @version 2 */\n${event('cents: number')}
export interface M$V1 { total: string }
export const m$ToV2: Upcaster<M$V1, M$> = upcaster((old) => ({ cents: Number(old.total) * 100 }));`,
    oldValues: [{ total: '3' }],
    newValues: [{ cents: 1 }],
    bridged: { cents: 300 },
  },
  'two versions later, with a class and a function': {
    before: event('total: string'),
    after: `/** @version 3 */\n${event("amount: { cents: number; currency: 'EUR' }; at: Date | undefined")}
export interface M$V1 { total: string }
export interface M$V2 { cents: number }
export class M$ToV2 implements Upcaster<M$V1, M$V2> {
  upcast(old: M$V1): M$V2 { return { cents: Number(old.total) * 100 }; }
}
export const m$ToV3: Upcaster<M$V2, M$> = upcaster(({ cents }) => ({ amount: { cents, currency: 'EUR' }, at: undefined }));`,
    oldValues: [{ total: '3' }],
    newValues: [{ amount: { cents: 1, currency: 'EUR' }, at: new Date(0) }],
    bridged: { amount: { cents: 300, currency: 'EUR' }, at: undefined },
  },
  'the keys of a message change': {
    before: `/** @partitionKey a\n * @idempotencyKey a */\n${event('a: string; b: string')}`,
    after: `/** @partitionKey b */\n${event('a: string; b: string')}`,
    oldValues: [{ a: 'x', b: 'y' }],
    newValues: [{ a: 'y', b: 'x' }],
  },
  '`@wire keepUnknown` is given, and a member with it': {
    before: event('a: string'),
    after: `/** @wire keepUnknown */\n${event('a: string; b?: number')}`,
    oldValues: [{ a: 'x' }],
    newValues: [{ a: 'x', b: 1 }],
  },
  '`@wire keepUnknown` is taken, and a member with it': {
    before: `/** @wire keepUnknown */\n${event('a: string; b?: number')}`,
    after: event('a: string'),
    oldValues: [{ a: 'x', b: 1 }],
    newValues: [{ a: 'x' }],
  },
  'a newer version that fits all the same': {
    before: `/** @version 1 */\n${event('a: string')}`,
    after: `/** @version 2 */\n${event('a: string; b?: number')}
export interface M$V1 { a: string }
export const m$ToV2: Upcaster<M$V1, M$> = upcaster((old) => old);`,
    oldValues: [{ a: 'x' }],
    newValues: [{ a: 'x', b: 1 }],
    bridged: { a: 'x' },
  },
  'a positional version becomes a map': {
    before: tagged("a: string; b?: number; c: 'x' | 'y'; d?: Date"),
    after: `/** @version 2 */\n${event('text: string; c: string; d: Date | undefined')}
/** @wire positional */
export interface M$V1 { a: string; b?: number; c: 'x' | 'y'; d?: Date }
export const m$ToV2: Upcaster<M$V1, M$> = upcaster(({ a, b, c, d }) => ({ text: a + (b ?? 'none'), c, d }));`,
    oldValues: [
      { a: 'n', c: 'y' },
      { a: 'n', b: 3, c: 'y' },
      { a: 'n', c: 'x', d: new Date(0) },
    ],
    newValues: [{ text: 'n', c: 'y', d: undefined }],
    bridged: { text: 'nnone', c: 'y', d: undefined },
  },
  'a map becomes a positional version': {
    before: event('a: string; b?: number'),
    after: `/** @version 2\n * @wire positional */\n${event('b: number | null; a: string')}
export interface M$V1 { a: string; b?: number }
export class M$ToV2 implements Upcaster<M$V1, M$> {
  upcast({ a, b }: M$V1): M$ { return { a, b: b ?? null } as M$; }
}`,
    oldValues: [{ a: 'x' }, { a: 'x', b: 1 }],
    newValues: [
      { b: null, a: 'x' },
      { b: 2, a: 'x' },
    ],
    bridged: { b: null, a: 'x' },
  },
  'places change over three versions, also of parts': {
    before: tagged(
      'a: string; part: Part$',
      '/** @wire positional */\nexport interface Part$ { x: number; y?: number }',
    ),
    after: `/** @version 3\n * @wire positional */\n${event('parts: Part$[]; a: string', 'export interface Part$ { y: number; x: number }')}
/** @wire positional */
export interface M$V1 { a: string; part: Part$V1 }
/** @wire positional */
export interface Part$V1 { x: number; y?: number }
/** @wire positional */
export interface M$V2 { part: Part$V2; a: string }
/** @wire positional */
export interface Part$V2 { y: number; x: number }
export const m$ToV2: Upcaster<M$V1, M$V2> = upcaster(({ a, part: { x, y = 7 } }) => ({ a, part: { x, y } }));
export const m$ToV3: Upcaster<M$V2, M$> = upcaster(({ a, part }) => ({ a, parts: [part] }));`,
    oldValues: [
      { a: 'n', part: { x: 1 } },
      { a: 'n', part: { x: 1, y: 2 } },
    ],
    newValues: [
      { parts: [], a: 'n' },
      { parts: [{ y: 1, x: 2 }], a: 'n' },
    ],
    bridged: { parts: [{ y: 7, x: 1 }], a: 'n' },
  },
};

export const cases: readonly Case[] = Object.entries({ ...rows, ...typeRows }).map(([title, row], index) => ({
  ...row,
  title,
  number: index + 1,
}));

/** The messages of all cases in one generation. */
export function declarations(generation: 'before' | 'after'): string {
  const texts = cases.map((each) => {
    const text = each[generation].replaceAll(/\$(?!\{)/g, String(each.number));
    const name = `@message case-${each.number}`;
    return text.startsWith('/** ')
      ? text.replace('/** ', `/**\n * ${name}\n * `).replace(' */', '\n */')
      : `/** ${name} */\n${text}`;
  });
  return `import type { Temporal } from 'temporal-polyfill';\nimport { upcaster, type Command, type DomainEvent, type EventHandler, type Upcaster } from 'catga';\n\nexport const used: unknown = upcaster;\nexport type Used = Command | Upcaster<object, object>;\n\nexport class OnFirst implements EventHandler<M1> {\n  async handle(_event: M1): Promise<void> {}\n}\n\n${texts.join('\n\n')}\n`;
}

export type { Case } from './matrix-row.ts';
