import type { ProjectModel } from '../../../generator/model/project.ts';
import { encode } from '@msgpack/msgpack';
import {
  array,
  bigint,
  bytes,
  date,
  nothing,
  number,
  object,
  project,
  reference,
  string,
  union,
  unknownType,
} from './build-model.ts';

/** A type with a member of each kind that input can attack. */
export const attacked: ProjectModel = project(
  ['Target'],
  [
    object('Target', {
      'text?': string,
      'number?': number,
      'big?': bigint,
      'at?': date,
      'bytes?': bytes,
      'list?': array(number),
      'record?': { kind: 'record', key: 'string', value: number },
      'map?': { kind: 'map', key: string, value: number },
      'set?': { kind: 'set', element: number },
      'code?': {
        kind: 'pattern',
        alternatives: [[{ of: 'string' }, '-', { of: 'string' }, '-', { of: 'string' }, '!']],
      },
      'floats?': { kind: 'binary', type: 'Float64Array' },
      'child?': union(nothing, reference('Target')),
      'anything?': unknownType,
    }),
  ],
);

/** An object is prepared with a place for each of these. */
export const members: ReadonlySet<unknown> = new Set(
  attacked.types.flatMap(({ shape }) => (shape.kind === 'object' ? shape.members : [])),
);

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A map of one member with these bytes as its value. */
function member(name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x81]), encode(name), value]);
}

function long(lead: number, length: number, rest: Buffer): Buffer {
  const header = Buffer.alloc(5, lead);
  header.writeUInt32BE(length, 1);
  return Buffer.concat([header, rest]);
}

/** A map with so many keys, declared by nobody. */
function flood(count: number): Buffer {
  return long(
    0xdf,
    count,
    Buffer.concat(
      Array.from({ length: count }, (_, at) => Buffer.from(encode(`k${at}`).slice())).flatMap((key) => [
        key,
        hex('01'),
      ]),
    ),
  );
}

function extension(length: number, type: number): Buffer {
  return long(0xc9, length, Buffer.concat([Buffer.from([type]), Buffer.alloc(length, 0x7f)]));
}

const deepChild = hex(`${`81 a5 ${Buffer.from('child').toString('hex')}`.repeat(50_000)} c0`);
const digits = '9'.repeat(1_000_000);
const repeated = (text: string): string => text.repeat(100_000);

/** Each with the path and the reason of the refusal. */
export const refused: readonly (readonly [attack: string, path: string, expected: string, input: Buffer | string])[] = [
  ['an array longer than the input', 'list', 'a length that the input can hold', member('list', hex('dd ffffffff'))],
  [
    'an array that the input could just not hold',
    'list',
    'a length that the input can hold',
    member('list', hex('93 01 02')),
  ],
  ['a map longer than the input', 'record', 'a length that the input can hold', member('record', hex('df ffffffff'))],
  ['pairs longer than the input', 'map', 'a length that the input can hold', member('map', hex('dd ffffffff'))],
  ['a set longer than the input', 'set', 'a length that the input can hold', member('set', hex('dd 7fffffff'))],
  [
    'binary data longer than the input',
    'bytes',
    'a length that the input can hold',
    member('bytes', hex('c6 ffffffff')),
  ],
  [
    'elements longer than the input',
    'floats',
    'a length that the input can hold',
    member('floats', hex('c9 fffffff8 18')),
  ],
  ['a bigint longer than the input', 'big', 'a length that the input can hold', member('big', hex('c9 ffffffff 01'))],
  [
    'an unknown array longer than the input',
    'anything',
    'a length that the input can hold',
    member('anything', hex('dd ffffffff')),
  ],
  [
    'a skipped map longer than the input',
    'other',
    'a length that the input can hold',
    member('other', hex('df ffffffff')),
  ],
  ['50,000 levels of a recursive type', 'child.'.repeat(64).slice(0, -1), 'at most 64 levels', deepChild],
  [
    '50,000 levels in an unchecked member',
    `anything${'[0]'.repeat(64)}`,
    'at most 64 levels',
    member('anything', hex('91'.repeat(50_000))),
  ],
  [
    '50,000 levels in a member that nobody declares',
    `other${'[0]'.repeat(64)}`,
    'at most 64 levels',
    member('other', hex('91'.repeat(50_000))),
  ],
  [
    '50,000 levels of JSON in an unchecked member',
    `anything${'[0]'.repeat(64)}`,
    'at most 64 levels',
    `{"anything":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ],
  [
    '50,000 levels of JSON of a recursive type',
    'child.'.repeat(64).slice(0, -1),
    'at most 64 levels',
    `${'{"child":'.repeat(50_000)}null${'}'.repeat(50_000)}`,
  ],
  ['a member that is there twice', 'number', 'each member once', hex(`82 ${'a6 6e756d626572 01'.repeat(2)}`)],
  ['a bigint of a megabyte', 'big', 'a bigint of at most 1024 bytes', member('big', extension(1_000_000, 1))],
  ['a bigint of one byte more', 'big', 'a bigint of at most 1024 bytes', member('big', extension(1025, 1))],
  ['a bigint of a million digits', 'big', 'a bigint of at most 1024 bytes', `{"big":"${digits}"}`],
  ['a bigint of a million digits below zero', 'big', 'a bigint of at most 1024 bytes', `{"big":"-${digits}"}`],
  ['an extension of an unknown type', 'big', 'an integer', member('big', extension(1_000_000, 99))],
  ['a timestamp of a megabyte', 'at', 'a timestamp of 4, 8 or 12 bytes', member('at', extension(1_000_000, 0xff))],
  ['a timestamp out of range', 'at', 'a timestamp in range', member('at', hex('c7 0c ff 00000000 7fffffffffffffff'))],
  [
    'an integer of more than 53 bits',
    'number',
    'an integer of at most 53 bits',
    member('number', hex('cf ffffffffffffffff')),
  ],
  ['a JSON number out of range', 'number', 'a finite number', `{"number":1${'0'.repeat(400)}}`],
  ['overlong UTF-8', 'text', 'UTF-8', member('text', hex('a2 c080'))],
  ['half a surrogate pair in UTF-8', 'text', 'UTF-8', member('text', hex('a3 eda080'))],
  ['half a surrogate pair in JSON', 'text', 'a well-formed string', String.raw`{"text":"\udc00"}`],
  ['three megabytes that are no base64', 'bytes', 'base64', `{"bytes":"${'AAAA'.repeat(750_000)}AA*="}`],
  [
    'text that a pattern could split in many ways',
    'code',
    '`${string}-${string}-${string}!`',
    `{"code":"${repeated('-')}"}`,
  ],
];

/** Input that is valid, and what becomes of it. */
export const bounded: readonly (readonly [attack: string, input: Buffer | string, value: object])[] = [
  ['50,000 keys that nobody declares', flood(50_000), {}],
  ['a megabyte of an unknown extension that nobody declares', member('other', extension(1_000_000, 99)), {}],
  ['a prototype in MessagePack', member('__proto__', hex('81 a4 74657874 a1 78')), {}],
  ['a prototype in JSON', '{"__proto__":{"text":"x"}}', {}],
  ['a constructor in JSON', '{"constructor":{"prototype":{"text":"x"}}}', {}],
  ['a short number in its longest form', member('number', hex('cf 0000000000000001')), { number: 1 }],
  ['the longest bigint', member('big', extension(1024, 1)), { big: BigInt(`0x${'7f'.repeat(1024)}`) }],
  ['a member that is there twice in JSON: the last', '{"number":1,"number":2}', { number: 2 }],
  [
    'a key of a record that is there twice: the last',
    member('record', hex('82 a161 01 a161 02')),
    { record: { a: 2 } },
  ],
  [
    'a key of a Map that is there twice: the last',
    member('map', hex('92 92a16101 92a16102')),
    { map: new Map([['a', 2]]) },
  ],
  ['an element of a Set that is there twice', member('set', hex('92 01 01')), { set: new Set([1]) }],
];
