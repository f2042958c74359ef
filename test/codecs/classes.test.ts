import { encode } from '@msgpack/msgpack';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClassConstruction } from '../../generator/model/types.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { message, number, object, project, reference, string } from './support/build-model.ts';
import { compileModel, type Codecs } from './support/compile-model.ts';

const source = `
export class Money {
  readonly amount: number;
  readonly currency: string;
  constructor(amount: number, currency: string) {
    if (amount < 0) throw new RangeError('negative');
    this.amount = amount;
    this.currency = currency;
  }
  double(): Money {
    return new Money(this.amount * 2, this.currency);
  }
}
export class Pay {
  readonly money: Money;
  readonly note?: string;
  constructor(init: { money: Money; note?: string }) {
    this.money = init.money;
    if (init.note !== undefined) this.note = init.note;
  }
}
export class Ship {
  readonly to: string;
  weight = 0;
  note?: string;
  constructor(to: string) {
    this.to = to;
  }
}
export class Blank {
  id = '';
  note?: string;
}
`;

const init: ClassConstruction = { style: 'init', parameters: [] };
const assign: ClassConstruction = { style: 'assign', parameters: [] };
const parameters = (...names: readonly string[]): ClassConstruction => ({ style: 'parameters', parameters: names });

const model = {
  ...project(
    [],
    [
      object('Money', { amount: number, currency: string }, { construct: parameters('amount', 'currency') }),
      object('Pay', { money: reference('Money'), 'note?': string }, { construct: init }),
      object('Ship', { to: string, weight: number, 'note?': string }, { construct: parameters('to') }),
      object('Blank', { id: string, 'note?': string }, { construct: assign }),
    ],
  ),
  messages: ['Pay', 'Ship', 'Blank'].map((name) => message(name, reference(name), { form: 'class' })),
};

describe('codecs: classes', () => {
  let codecs: Codecs = new Map();
  const codecOf = (name: string): Codec<unknown> => {
    const codec = codecs.get(name);
    if (codec === undefined) throw new TypeError(name);
    return codec;
  };

  beforeAll(async () => {
    codecs = await compileModel(model, { 'src/messages.ts': source });
  });

  test.each([
    ['Pay', { money: { amount: 5, currency: 'EUR' }, note: 'x' }],
    ['Pay', { money: { amount: 5, currency: 'EUR' } }],
    ['Ship', { to: 'Bonn', weight: 7, note: 'x' }],
    ['Ship', { to: 'Bonn', weight: 7 }],
    ['Blank', { id: 'b', note: 'x' }],
    ['Blank', { id: 'b' }],
  ])('codecs: %s comes back as an instance with its own members', (name, data) => {
    for (const value of [codecOf(name).decode(encode(data)), codecOf(name).fromJson(data)]) {
      expect(Object.getPrototypeOf(value).constructor.name).toBe(name);
      expect({ ...(value as object) }).toMatchObject(data);
      expect(Object.hasOwn(value as object, 'note')).toBe('note' in data);
      expect(Object.hasOwn(value as object, '$type')).toBe(false);
      expect(codecOf(name).decode(codecOf(name).encode(value))).toStrictEqual(value);
      expect(codecOf(name).decodeJson(codecOf(name).encodeJson(value))).toStrictEqual(value);
    }
  });

  test('codecs: a class in a member has its methods again', () => {
    const { money } = codecOf('Pay').decode(encode({ money: { amount: 5, currency: 'EUR' } })) as {
      money: { double(): { amount: number } };
    };
    expect(money.double().amount).toBe(10);
  });

  test('codecs: an invariant of a constructor holds on decode as well', () => {
    const data = { money: { amount: -5, currency: 'EUR' } };
    const refused = expect.objectContaining({
      code: 'DECODE_FAILED',
      details: expect.objectContaining({ path: 'money' }),
      cause: expect.objectContaining({ message: 'negative' }),
    });
    expect(() => codecOf('Pay').decode(encode(data))).toThrow(refused);
    expect(() => codecOf('Pay').fromJson(data)).toThrow(refused);
  });
});
