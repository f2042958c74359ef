import { expect } from 'vitest';
import type { ExampleName } from './bundle.ts';
import type { Outcome } from './run-program.ts';

/** What each example prints when all went well, wherever it runs. */
const signs: Readonly<Record<ExampleName, readonly RegExp[]>> = {
  minimal: [/^1: Buy milk and bread$/m, /^2: Milk the cow$/m, /^VALIDATION_FAILED: a note needs some text$/m],
  'order-system': [/orders\.place-order/, /application\/problem\+json/, /^(?<met>\d+) of \k<met> expectations met$/m],
  performance: [
    /^one by one: 2000 of 2000 in \d+ ms$/m,
    /^in batches by account: 2000 of 2000 in \d+ ms$/m,
    /^sales\.record-sale-in-batch: 2000 messages in (?:2\d|[34]\d) batches, at most 100 at once$/m,
    /^2000 sales indexed by \d+ calls$/m,
  ],
  'github-webhooks': [
    /^278 payloads of 58 kinds published, 278 handled$/m,
    /^51 payloads contradict their published type:$/m,
  ],
};

export function expectSuccess(name: ExampleName, { code, output }: Outcome): void {
  expect({ code, output }).toEqual({ code: 0, output });
  for (const sign of signs[name]) expect(output).toMatch(sign);
}
