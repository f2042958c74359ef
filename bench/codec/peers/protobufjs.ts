import { bench } from './protobuf-static.js';
import type { Peer, Subject, Value } from './peer.ts';

/** What `pbjs` wrote for `messages.proto`. */
interface StaticMessage {
  encode(value: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

function subject(type: StaticMessage, prepare: Subject['prepare'], restore: Subject['restore']): Subject {
  return { prepare, encode: (value) => type.encode(value).finish(), decode: (bytes) => type.decode(bytes), restore };
}

const same = (value: unknown): unknown => value;
const plain = (value: unknown): unknown => structuredClone({ ...(value as object) });

const statuses = ['cancelled', 'paid', 'pending', 'shipped'];
const categories = ['book', 'food', 'tool', 'toy'];

function numbered(value: Value<'order'>): unknown {
  const items = value.items.map((item) => ({ ...item, category: categories.indexOf(item.category) }));
  return { ...value, status: statuses.indexOf(value.status), items };
}

interface Numbered {
  readonly status: number;
  readonly items: readonly { readonly category: number }[];
}

function named(value: Numbered): unknown {
  const items = value.items.map((item) => ({ ...item, category: categories[item.category] }));
  return { ...value, status: statuses[value.status], items };
}

interface FlatEvent {
  readonly id: string;
  readonly at: number;
  readonly seqHigh: number;
  readonly seqLow: number;
  readonly attributes: Readonly<Record<string, number>>;
  readonly payload: Uint8Array;
  readonly paid: {
    readonly amount: number;
    readonly paidAt: number;
    readonly card?: object;
    readonly transfer?: object;
  };
}

function flatten({ id, at, seq, attributes, payload, change }: Value<'event'>): FlatEvent {
  if (change.kind !== 'paid') throw new TypeError('The events of this bench are payments.');
  const { method, ...details } = change.means;
  return {
    id,
    at: at.getTime(),
    seqHigh: Number(seq >> 32n),
    seqLow: Number(seq & 0xffffffffn),
    attributes: Object.fromEntries(attributes),
    payload,
    paid: { amount: change.amount, paidAt: change.paidAt.getTime(), [method]: details },
  };
}

function unflatten({ id, at, seqHigh, seqLow, attributes, payload, paid }: FlatEvent): unknown {
  const method = paid.card === undefined || paid.card === null ? 'transfer' : 'card';
  const means = { method, ...paid[method] };
  return {
    id,
    at: new Date(at),
    seq: (BigInt(seqHigh) << 32n) | BigInt(seqLow),
    attributes: new Map(Object.entries(attributes)),
    payload: new Uint8Array(payload),
    change: { kind: 'paid', amount: paid.amount, means, paidAt: new Date(paid.paidAt) },
  };
}

/** The static module of `pbjs`: the fastest that needs no `new Function`. It does not validate. */
export const protobufjs: Peer = {
  name: 'protobufjs',
  subjects: {
    small: subject(bench.Small, same, plain),
    order: subject(bench.Order, numbered, named),
    doc: subject(bench.Doc, same, plain),
    series: subject(bench.Series, same, plain),
    event: subject(bench.Event, flatten, unflatten),
  },
};
