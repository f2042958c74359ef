import type { BatchModel, MessageOptions } from '../../model/project.ts';
import {
  memberPath,
  parseChoice,
  parseDuration,
  parseInteger,
  parsePaths,
  parseText,
  wireName,
  type Parsed,
} from './arguments.ts';
import { wireOptions } from './wire-choice.ts';

/** What the tags of one message say. */
export interface MessageTags {
  name?: string;
  version?: number;
  oldestVersion?: number;
  qos?: 0 | 1 | 2;
  options: { -readonly [K in keyof MessageOptions]: MessageOptions[K] };
}

/** How a message tag is written and what it sets. */
export interface MessageTag {
  readonly form: string;
  readonly kinds: readonly ('command' | 'query' | 'event')[];
  readonly apply: (argument: string, tags: MessageTags) => Parsed<unknown>;
}

const all = ['command', 'query', 'event'] as const;
const stored = ['command', 'event'] as const;

function set<T>(parsed: Parsed<T>, assign: (value: T) => void): Parsed<T> {
  if ('value' in parsed) assign(parsed.value);
  return parsed;
}

const qosByName: Readonly<Record<string, 0 | 1 | 2>> = {
  atMostOnce: 0,
  atLeastOnce: 1,
  exactlyOnce: 2,
  '0': 0,
  '1': 1,
  '2': 2,
};

export const messageTags: Readonly<Record<string, MessageTag>> = {
  message: {
    form: '@message orders.place-order',
    kinds: all,
    apply: (text, tags) =>
      set(parseText(text, wireName, 'a wire name (lower-case words, dots, hyphens)'), (value) => (tags.name = value)),
  },
  version: {
    form: '@version 3, or @version 3 from 2',
    kinds: all,
    apply: applyVersion,
  },
  qos: {
    form: '@qos atMostOnce|atLeastOnce|exactlyOnce',
    kinds: all,
    apply: (text, tags) => {
      const value = Object.hasOwn(qosByName, text) ? qosByName[text] : undefined;
      if (value === undefined) return { reason: text === '' ? 'a level is missing' : 'it is not a level' };
      tags.qos = value;
      return { value };
    },
  },
  route: {
    form: '@route billing',
    kinds: all,
    apply: (text, tags) =>
      set(parseText(text, /^[a-z][a-z0-9-]*$/, 'the name of a service'), (value) => (tags.options.route = value)),
  },
  timeout: {
    form: '@timeout 5s',
    kinds: all,
    apply: (text, tags) => set(parseDuration(text), (value) => (tags.options.timeoutMs = value)),
  },
  retry: {
    form: '@retry 3 exponential 200ms',
    kinds: all,
    apply: (text, tags) => set(parseRetry(text), (value) => (tags.options.retry = value)),
  },
  batch: {
    form: '@batch 100 10ms',
    kinds: all,
    apply: (text, tags) => set(parseBatch(text), (value) => (tags.options.batch = value)),
  },
  delay: {
    form: '@delay 30s',
    kinds: stored,
    apply: (text, tags) => set(parseDuration(text), (value) => (tags.options.delayMs = value)),
  },
  priority: {
    form: '@priority low|normal|high',
    kinds: all,
    apply: (text, tags) =>
      set(
        parseChoice<'low' | 'normal' | 'high'>(text, ['low', 'normal', 'high']),
        (value) => (tags.options.priority = value),
      ),
  },
  idempotencyKey: {
    form: '@idempotencyKey orderId',
    kinds: stored,
    apply: (text, tags) =>
      set(parseText(text, memberPath, 'a member of the message'), (value) => (tags.options.idempotencyKey = value)),
  },
  partitionKey: {
    form: '@partitionKey customerId',
    kinds: stored,
    apply: (text, tags) =>
      set(parseText(text, memberPath, 'a member of the message'), (value) => (tags.options.partitionKey = value)),
  },
  traceTag: {
    form: '@traceTag customerId',
    kinds: all,
    apply: (text, tags) =>
      set(parsePaths(text), (value) => (tags.options.traceTags = merge(tags.options.traceTags, value))),
  },
  personal: {
    form: '@personal email, address.street',
    kinds: all,
    apply: (text, tags) =>
      set(parsePaths(text), (value) => (tags.options.personal = merge(tags.options.personal, value))),
  },
  wire: {
    form: `@wire ${wireOptions.join('|')}`,
    kinds: all,
    apply: (text, tags) => set(parseChoice(text, wireOptions), (value) => (tags.options.wire = value)),
  },
  deprecated: {
    form: '@deprecated use orders.place-order-2',
    kinds: all,
    apply: (text, tags) => {
      tags.options.deprecated = text;
      return { value: text };
    },
  },
};

/** Tags that may be given more than once; their values are collected. */
export const repeatable: ReadonlySet<string> = new Set(['traceTag', 'personal']);

export function merge(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  return [...new Set([...(before ?? []), ...more])].toSorted();
}

/** `3`, or `3 from 2`: what is older than 2 is no longer read. */
function applyVersion(text: string, tags: MessageTags): Parsed<unknown> {
  const [current = '', word, oldest, ...rest] = text.split(/\s+/);
  const version = parseInteger(current, 1, 65_535);
  if ('reason' in version) return version;
  tags.version = version.value;
  if (word === undefined) return version;
  // Where that cannot be read, it is the one thing to report: no upcaster is missed.
  tags.oldestVersion = version.value;
  if (word !== 'from' || oldest === undefined || rest.length > 0) {
    return { reason: 'after the version only `from` and the oldest version may follow' };
  }
  return set(parseInteger(oldest, 1, version.value), (value) => (tags.oldestVersion = value));
}

function parseRetry(text: string): Parsed<NonNullable<MessageOptions['retry']>> {
  const [count = '', second, third, ...rest] = text.split(/\s+/);
  const retries = parseInteger(count, 1, 100);
  if ('reason' in retries) return retries;
  if (second === undefined) return { value: { retries: retries.value, backoff: 'fixed', delayMs: 0 } };
  const isNamed = second === 'fixed' || second === 'exponential';
  const delay = isNamed ? third : second;
  if (rest.length > 0 || (!isNamed && third !== undefined)) return { reason: 'it has too many parts' };
  if (delay === undefined) return { reason: 'a delay is missing' };
  const delayMs = parseDuration(delay);
  if ('reason' in delayMs) return { reason: `\`${delay}\` is not \`fixed\`, \`exponential\` or a duration` };
  return {
    value: {
      retries: retries.value,
      backoff: second === 'exponential' ? 'exponential' : 'fixed',
      delayMs: delayMs.value,
    },
  };
}

/** `100 10ms`; with `0ms`, whatever has come in the same turn of the event loop. */
export function parseBatch(text: string): Parsed<BatchModel> {
  const [count = '', wait = '', ...rest] = text.split(/\s+/);
  const size = parseInteger(count, 1, 100_000);
  if ('reason' in size) return size;
  const waitMs: Parsed<number> = wait === '0ms' ? { value: 0 } : parseDuration(wait);
  if ('reason' in waitMs) return waitMs;
  return rest.length > 0 ? { reason: 'it has too many parts' } : { value: { size: size.value, waitMs: waitMs.value } };
}
