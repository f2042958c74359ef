import avro, { type Schema, type Type } from 'avsc';
import type { Peer, Subject, Value } from './peer.ts';

const optional = (type: string): Schema => ['null', type];

function record(name: string, fields: Readonly<Record<string, unknown>>): Schema {
  const list = Object.entries(fields).map(([field, type]) => ({ name: field, type }));
  return { type: 'record', name, fields: list } as Schema;
}

const enumeration = (name: string, symbols: readonly string[]): Schema => ({
  type: 'enum',
  name,
  symbols: [...symbols],
});

const item = record('OrderItem', {
  sku: 'string',
  name: 'string',
  quantity: 'int',
  unitPrice: 'double',
  category: enumeration('Category', ['book', 'food', 'toy', 'tool']),
  discount: optional('double'),
  note: optional('string'),
});

const types = {
  small: make(record('Small', { orderId: 'string', amount: 'double', quantity: 'int' })),
  order: make(
    record('Order', {
      orderId: 'string',
      customerId: 'string',
      status: enumeration('Status', ['pending', 'paid', 'shipped', 'cancelled']),
      currency: 'string',
      createdAt: 'long',
      note: optional('string'),
      items: { type: 'array', items: item },
    }),
  ),
  doc: make(
    record('Doc', {
      id: 'string',
      title: 'string',
      author: 'string',
      lang: 'string',
      body: 'string',
      tags: { type: 'array', items: 'string' },
    }),
  ),
  series: make(record('Series', { seriesId: 'string', samples: { type: 'array', items: 'double' } })),
  event: make(
    record('Event', {
      id: 'string',
      at: 'long',
      seqHigh: 'long',
      seqLow: 'long',
      attributes: { type: 'map', values: 'double' },
      payload: 'bytes',
      change: [
        record('Created', { by: 'string' }),
        record('Paid', {
          amount: 'double',
          means: [record('Card', { last4: 'string', brand: 'string' }), record('Transfer', { iban: 'string' })],
          paidAt: 'long',
        }),
        record('Cancelled', { reason: 'string' }),
      ],
    }),
  ),
};

function make(schema: Schema): Type {
  return avro.Type.forSchema(schema, { wrapUnions: 'auto' });
}

function subject(type: Type, prepare: Subject['prepare'], restore: Subject['restore']): Subject {
  return {
    prepare,
    encode: (value) => type.toBuffer(value),
    decode: (bytes) => type.fromBuffer(bytes as Buffer) as unknown,
    restore,
  };
}

const same = (value: unknown): unknown => value;

/** avsc has no absence: optional members are null. */
function withNulls(value: Value<'order'>): unknown {
  const items = value.items.map((each) => ({ ...each, discount: each.discount ?? null, note: each.note ?? null }));
  return { ...value, note: value.note ?? null, items };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(present.map(([name, content]) => [name, withoutNulls(content)]));
}

interface FlatEvent {
  readonly id: string;
  readonly at: number;
  readonly seqHigh: number;
  readonly seqLow: number;
  readonly attributes: Readonly<Record<string, number>>;
  readonly payload: Buffer;
  readonly change: { readonly Paid: { readonly amount: number; readonly means: object; readonly paidAt: number } };
}

function flatten({ id, at, seq, attributes, payload, change }: Value<'event'>): unknown {
  if (change.kind !== 'paid') throw new TypeError('The events of this bench are payments.');
  const { method, ...details } = change.means;
  return {
    id,
    at: at.getTime(),
    seqHigh: Number(seq >> 32n),
    seqLow: Number(seq & 0xffffffffn),
    attributes: Object.fromEntries(attributes),
    payload: Buffer.from(payload),
    change: {
      Paid: {
        amount: change.amount,
        means: { [method === 'card' ? 'Card' : 'Transfer']: details },
        paidAt: change.paidAt.getTime(),
      },
    },
  };
}

function unflatten({ id, at, seqHigh, seqLow, attributes, payload, change }: FlatEvent): unknown {
  const { amount, means, paidAt } = change.Paid;
  const [[method, details] = ['', {}]] = Object.entries(means) as [string, object][];
  return {
    id,
    at: new Date(at),
    seq: (BigInt(seqHigh) << 32n) | BigInt(seqLow),
    attributes: new Map(Object.entries(attributes)),
    payload: new Uint8Array(payload),
    change: { kind: 'paid', amount, means: { method: method.toLowerCase(), ...details }, paidAt: new Date(paidAt) },
  };
}

/** Schema-driven and positional; compiles with `new Function`. */
export const avsc: Peer = {
  name: 'avsc',
  subjects: {
    small: subject(types.small, same, same),
    order: subject(types.order, withNulls, withoutNulls),
    doc: subject(types.doc, same, same),
    series: subject(types.series, same, same),
    event: subject(types.event, flatten, unflatten),
  },
};
