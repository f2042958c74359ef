import type { TemporalKind } from '../../../runtime/codecs/temporal-kind.ts';
import { structures, type Structure } from './structure.ts';

const { carried } = structures('Temporal');

/** The classes of `Temporal` that travel. */
export const temporalKinds: readonly TemporalKind[] = [
  'Duration',
  'Instant',
  'PlainDate',
  'PlainDateTime',
  'PlainMonthDay',
  'PlainTime',
  'PlainYearMonth',
  'ZonedDateTime',
];

/**
 * Tried by `temporal.test.ts`, which has their values: not every Node and not every compiler has the classes, and what is
 * equal they say themselves.
 */
export const temporal: readonly Structure[] = [
  ...temporalKinds.map((kind) => carried(kind, `Temporal.${kind}`, [])),
  carried('of a polyfill', 'Temporal.PlainDate | null', [], [], "import type { Temporal } from 'temporal-polyfill';"),
];
