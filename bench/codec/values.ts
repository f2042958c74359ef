import type { Doc, Event, Order, OrderItem, Series, Small } from './messages.ts';

/** A message's data: what a codec of any kind is given. */
type Data<M> = Omit<M, '~catga'>;

export interface Values {
  readonly small: readonly Data<Small>[];
  readonly order: readonly Data<Order>[];
  readonly doc: readonly Data<Doc>[];
  readonly series: readonly Data<Series>[];
  readonly event: readonly Data<Event>[];
}

export type CaseName = keyof Values;

/** How many different values the measured loops rotate over. */
const VARIETY = 16;

const statuses = ['pending', 'paid', 'shipped', 'cancelled'] as const;
const categories = ['book', 'food', 'toy', 'tool'] as const;

/** The same values in every run: a small linear congruential generator, so that nothing depends on luck. */
function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function makeValues(): Values {
  let seed = 20_260_101;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const integer = (below: number): number => Math.floor(random() * below);
  const digits = (count: number): string => String(integer(10 ** count)).padStart(count, '0');

  const item = (index: number): OrderItem => ({
    sku: `SKU-${digits(6)}`,
    name: `Product number ${digits(4)}`,
    quantity: 1 + integer(9),
    unitPrice: integer(100_000) / 100,
    category: categories[index % 4] ?? 'book',
    ...(index % 3 === 0 ? { discount: integer(50) / 100 } : {}),
    ...(index % 4 === 1 ? { note: 'please gift-wrap' } : {}),
  });
  return {
    small: many(VARIETY, () => ({
      orderId: `ord-${digits(8)}`,
      amount: integer(1_000_000) / 100,
      quantity: 1 + integer(100),
    })),
    order: many(VARIETY, (index) => ({
      orderId: `ord-${digits(8)}`,
      customerId: `cust-${digits(6)}`,
      status: statuses[index % 4] ?? 'paid',
      currency: 'EUR',
      createdAt: 1_700_000_000_000 + integer(1_000_000_000),
      ...(index % 2 === 0 ? { note: 'ring the bell twice' } : {}),
      items: many(10, item),
    })),
    doc: many(VARIETY, (index) => ({
      id: `doc-${digits(6)}`,
      title: `分布式系统中的消息传递 ${index}`,
      author: 'Müller, Jürgen',
      lang: 'zh-Hans',
      body: text(index, random),
      tags: ['消息', 'CQRS', 'events', '📦 outbox'],
    })),
    series: many(VARIETY, () => ({ seriesId: `series-${digits(4)}`, samples: many(1000, () => random() * 1000) })),
    event: many(VARIETY, (index) => ({
      id: `evt-${digits(10)}`,
      at: new Date(1_700_000_000_000 + integer(1_000_000_000)),
      seq: 2n ** 53n + BigInt(integer(1_000_000_000)) * 1_000_003n,
      attributes: new Map([
        ['weight', random() * 10],
        ['height', integer(100)],
        ['width', integer(1000)],
        ['score', random()],
      ]),
      payload: Uint8Array.from(many(64, () => integer(256))),
      change: {
        kind: 'paid',
        amount: integer(100_000) / 100,
        means:
          index % 2 === 0
            ? { method: 'card', last4: digits(4), brand: 'visa' }
            : { method: 'transfer', iban: `DE${digits(9)}${digits(9)}` },
        paidAt: new Date(1_700_000_000_000 + integer(1_000_000_000)),
      },
    })),
  };
}

const phrases = [
  '消息在服务之间传递，处理程序必须是幂等的。',
  '命令只有一个处理程序，事件可以有任意多个。',
  'The outbox keeps what was promised; ',
  '重复投递会被收件箱吸收。',
  'Größe und Qualität zählen gleichermaßen. ',
  '🚀🎉 ',
  '当进程崩溃时，未确认的消息会被重新投递，而不会丢失。',
];

/** About 9.8 kB of UTF-8: mostly Chinese, some Latin with accents, some emoji. */
function text(index: number, random: () => number): string {
  let body = `${index}: `;
  while (Buffer.byteLength(body) < 9_750) body += phrases[Math.floor(random() * phrases.length)] ?? '';
  return body;
}
