import {
  createCatga,
  type BatchContext,
  type Catga,
  type CatgaOptions,
  type QualityOfService,
  type Registry,
} from 'catga';
import {
  Batches,
  published,
  failed,
  isolated,
  REGISTRY_FORMAT,
  retrying,
  settle,
  settleEvent,
  timed,
} from 'catga/generated';
import type { HandlerFailure, MessageContext, MessageDescriptor, Result, RetryPolicy } from 'catga/generated';
import {
  collectingInstrumentation,
  manualClock,
  type CollectingInstrumentation,
  type ManualClock,
} from 'catga/testing';
import { jsonCodec, loaded, type Plain } from '../support/index.ts';

export interface BatchSpec {
  readonly kind?: 'command' | 'query' | 'event';
  readonly qos?: QualityOfService;
  readonly size: number;
  readonly waitMs: number;
  readonly key?: string;
  readonly timeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly handle: (messages: readonly Plain[], context: BatchContext) => unknown;
}

/** A registry in the shape that the generator emits, each of whose messages has one batch handler, `Batch`. */
export function batchRegistry(specs: Readonly<Record<string, BatchSpec>>, made: typeof Batches = Batches): Registry {
  return {
    format: REGISTRY_FORMAT,
    generator: '0.0.0-test',
    schemaHash: 'hash',
    namespace: 'test',
    modules: [],
    routes: {},
    messages: Object.entries(specs).map(([name, { kind = 'command', qos, size, waitMs }]): MessageDescriptor => ({
      name,
      kind,
      version: 1,
      qos: qos ?? (kind === 'command' ? 1 : 0),
      codecs: loaded({ body: jsonCodec, response: jsonCodec }),
      handlers: ['Batch'],
      batches: { Batch: { size, waitMs } },
    })),
    start: () => Promise.resolve(dispatcherOf(specs, made)),
  };
}

function dispatcherOf(
  specs: Readonly<Record<string, BatchSpec>>,
  made: typeof Batches,
): Awaited<ReturnType<Registry['start']>> {
  const batches = new Map(Object.entries(specs).map(([name, spec]) => [name, batchesOf(made, name, spec)]));
  const of = (message: object): readonly [BatchSpec, Batches<Plain>] | undefined => {
    const { $type } = message as Plain;
    const spec = specs[$type];
    const found = batches.get($type);
    return spec === undefined || found === undefined ? undefined : [spec, found];
  };
  return {
    send: (message, arrival) => {
      const context = arrival.open(message);
      const [spec, found] = of(message) ?? [];
      if (spec === undefined || found === undefined || spec.kind === 'event') return undefined;
      const once = (): Promise<Result<unknown>> => found.request(message as Plain, context);
      const { retry, timeoutMs } = spec;
      const run = retry === undefined ? once : () => retrying(retry, context, once);
      const end = (): Promise<Result<unknown>> => settle(run(), context);
      return timeoutMs === undefined ? end() : timed(context, timeoutMs, end);
    },
    publish: (event, arrival) => {
      const [spec, found] = of(event) ?? [];
      if (spec === undefined || found === undefined || (spec.qos ?? 0) > 0) return undefined;
      return publishTo(found, event as Plain, arrival.open(event));
    },
    subscriptions: Object.fromEntries(
      [...batches].flatMap(([name, found]) => {
        if (specs[name]?.kind !== 'event') return [];
        const deliver = (event: Plain, context: MessageContext): Promise<Result<unknown>> =>
          settleEvent(found.event(event, context), context);
        return [[name, [{ handler: 'Batch', deliver }]]];
      }),
    ),
    batches: [...batches.values()],
    stop: () => Promise.resolve(),
  };
}

function batchesOf(made: typeof Batches, name: string, { handle, key, kind }: BatchSpec): Batches<Plain> {
  return new made<Plain>({
    message: name,
    handler: 'Batch',
    ...(kind === 'event' && { isEvent: true }),
    ...(key !== undefined && { key: (message) => String(message[key]) }),
    handle: (messages, context) => handle(messages, context) as Promise<unknown>,
  });
}

async function publishTo(batches: Batches<Plain>, event: Plain, context: MessageContext) {
  let failures: readonly HandlerFailure[] | undefined;
  try {
    await isolated(context, (own) => batches.event(event, own));
  } catch (error) {
    failures = failed(failures, ['Batch'], 1, error);
  }
  return published(context, 1, failures);
}

export interface BatchBench {
  readonly app: Catga;
  readonly clock: ManualClock;
  readonly recorded: CollectingInstrumentation;
}

/** An application with batch handlers under a clock that stands still. */
export async function batchBench(
  specs: Readonly<Record<string, BatchSpec>>,
  options: Partial<CatgaOptions> = {},
): Promise<BatchBench> {
  const clock = manualClock();
  const recorded = collectingInstrumentation();
  const registry = batchRegistry(specs);
  const app = await createCatga({ service: 'test', registry, clock, instrumentation: recorded, ...options });
  return { app, clock, recorded };
}
