import type { MessageContext, MessageKind, PublishReceipt, QualityOfService, Registry, Result } from 'catga';
import type { Codec } from 'catga/codecs';
import {
  endThrown,
  failed,
  guard,
  isolated,
  published,
  REGISTRY_FORMAT,
  retrying,
  settle,
  settleEvent,
  timed,
  type CodecLoader,
  type HandlerFailure,
  type MessageCodecs,
  type MessageDescriptor,
  type RetryPolicy,
} from 'catga/generated';

export interface Plain {
  readonly $type: string;
  readonly [member: string]: unknown;
}

export type RequestFunction = (message: Plain, context: MessageContext) => unknown;
export type EventFunction = (event: Plain, context: MessageContext) => unknown;

export interface RequestSpec {
  readonly kind?: Exclude<MessageKind, 'event'>;
  /** Whether the emitted code passes the context on. Default `true`: `settle`; `false`: `guard`. */
  readonly takesContext?: boolean;
  readonly timeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly delayMs?: number;
  readonly handle?: RequestFunction;
}

export interface EventSpec {
  readonly qos?: QualityOfService;
  readonly delayMs?: number;
  readonly handlers?: Readonly<Record<string, EventFunction>>;
}

export interface RegistrySpec {
  readonly requests?: Readonly<Record<string, RequestSpec>>;
  readonly events?: Readonly<Record<string, EventSpec>>;
  readonly onStop?: () => void | Promise<void>;
  readonly overrides?: Partial<Registry>;
}

/** A registry in the shape that the generator emits, put together by hand. */
export function registryOf(spec: RegistrySpec): Registry {
  const requests = spec.requests ?? {};
  const events = spec.events ?? {};
  return {
    format: REGISTRY_FORMAT,
    generator: '0.0.0-test',
    schemaHash: 'hash',
    namespace: 'test',
    modules: [],
    routes: {},
    messages: [
      ...Object.entries(requests).map(([name, request]) => requestDescriptor(name, request)),
      ...Object.entries(events).map(([name, event]) => eventDescriptor(name, event)),
    ],
    start: () =>
      Promise.resolve({
        send: (message, arrival) => {
          const { $type } = message as Plain;
          const request = Object.hasOwn(requests, $type) ? requests[$type] : undefined;
          if (request?.handle === undefined) return undefined;
          let context: MessageContext | undefined;
          try {
            if (isGuarded(request))
              return guard(call(request.handle, message as Plain) as Promise<Result<unknown>>, arrival);
            return dispatch(request, request.handle, message as Plain, (context = arrival.open(message)));
          } catch (thrown) {
            return endThrown(context ?? arrival, thrown);
          }
        },
        publish: (event, arrival) => {
          const { $type } = event as Plain;
          const known = Object.hasOwn(events, $type) ? events[$type] : undefined;
          return known === undefined || (known.qos ?? 0) > 0
            ? undefined
            : publishTo(known.handlers ?? {}, event as Plain, arrival.open(event));
        },
        subscriptions: Object.fromEntries(
          Object.entries(events).map(([name, { handlers = {} }]) => [
            name,
            Object.entries(handlers).map(([handler, handle]) => ({
              handler,
              deliver: (event: Plain, context: MessageContext) => settleEvent(call(handle, event, context), context),
            })),
          ]),
        ),
        stop: async () => {
          await spec.onStop?.();
        },
      }),
    ...spec.overrides,
  };
}

/** Whether nothing around the handler needs a context: emitted code then opens none. */
function isGuarded({ retry, takesContext, timeoutMs }: RequestSpec): boolean {
  return takesContext === false && retry === undefined && timeoutMs === undefined;
}

/** Encodes as JSON in bytes, `undefined` included, so that what JSON cannot carry is lost as it would be on a wire. */
export const jsonCodec: Codec<unknown> = {
  name: 'json',
  encode: (value) => new TextEncoder().encode(JSON.stringify([value])),
  encodeInto: () => 0,
  decode: (bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as readonly unknown[])[0],
  encodeJson: (value) => JSON.stringify(value),
  decodeJson: (json) => JSON.parse(String(json)) as unknown,
  toJson: (value) => value,
  fromJson: (json) => json,
};

function dispatch(
  request: RequestSpec,
  handle: RequestFunction,
  message: Plain,
  context: MessageContext,
): Promise<Result<unknown>> {
  const { retry, timeoutMs } = request;
  const once = (): Promise<Result<unknown>> => call(handle, message, context) as Promise<Result<unknown>>;
  const run = retry === undefined ? once : () => retrying(retry, context, once);
  const ended = (): Promise<Result<unknown>> =>
    request.takesContext === false ? guard(run(), context) : settle(run(), context);
  return timeoutMs === undefined ? ended() : timed(context, timeoutMs, ended);
}

// Returns whatever the handler returns, promise or not, and lets it throw: emitted code is a bare call.
function call(handle: RequestFunction, message: Plain, context?: MessageContext): Promise<unknown> {
  // A handler that is guarded does not read its context.
  return handle(message, context as MessageContext) as Promise<unknown>;
}

async function publishTo(
  handlers: Readonly<Record<string, EventFunction>>,
  event: Plain,
  context: MessageContext,
): Promise<PublishReceipt> {
  let failures: readonly HandlerFailure[] | undefined;
  for (const [handler, handle] of Object.entries(handlers)) {
    try {
      await isolated(context, (own) => call(handle, event, own));
    } catch (error) {
      failures = failed(failures, [handler], 1, error);
    }
  }
  return published(context, Object.keys(handlers).length, failures);
}

/** As generated code would load them. */
export function loaded(codecs: MessageCodecs): CodecLoader {
  return { module: 'codecs/test', load: () => Promise.resolve(codecs) };
}

function requestDescriptor(
  name: string,
  { delayMs, handle, kind = 'command', timeoutMs }: RequestSpec,
): MessageDescriptor {
  return {
    name,
    kind,
    version: 1,
    qos: kind === 'command' ? 1 : 0,
    codecs: loaded({ body: jsonCodec, response: jsonCodec }),
    handlers: handle === undefined ? [] : ['Handler'],
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}

function eventDescriptor(name: string, { delayMs, handlers = {}, qos = 0 }: EventSpec): MessageDescriptor {
  return {
    name,
    kind: 'event',
    version: 1,
    qos,
    codecs: loaded({ body: jsonCodec }),
    handlers: Object.keys(handlers),
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}
