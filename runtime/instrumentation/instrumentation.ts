import type { MessageContext } from '../messages/context.ts';
import type { CatgaError } from '../messages/error.ts';

/** What was done with a message: sent and awaited, published to its handlers at once, or delivered from a queue. */
export type Operation = 'send' | 'publish' | 'deliver';

/** What the runtime reports. Told apart by `kind`; more kinds may come, so leave a `default` branch. */
export type InstrumentationEvent =
  /** A message is about to pass through its pipeline. */
  | {
      readonly kind: 'started';
      readonly operation: Operation;
      readonly context: MessageContext;
      readonly handler?: string;
    }
  /** It came out. `errors` is empty when all went well; a published event may have several. */
  | {
      readonly kind: 'finished';
      readonly operation: Operation;
      readonly context: MessageContext;
      readonly handler?: string;
      readonly durationMs: number;
      readonly errors: readonly CatgaError[];
    }
  /** A handler came to an end after its caller had been answered with `TIMEOUT` or `CANCELLED`. */
  | { readonly kind: 'late'; readonly context: MessageContext; readonly error?: CatgaError }
  /** A batch was handled. `context` is the batch's own; `cause` says why it began when it did. */
  | {
      readonly kind: 'batch';
      readonly context: MessageContext;
      readonly handler: string;
      readonly cause: 'alone' | 'drain' | 'nested' | 'size' | 'time';
      readonly messages: number;
      readonly failed: number;
      readonly durationMs: number;
    }
  /** Entries were stored in a queue; `duplicates` were known already. */
  | { readonly kind: 'stored'; readonly entries: number; readonly duplicates: number }
  /** A delivery failed and will be repeated. */
  | {
      readonly kind: 'redelivery';
      readonly context: MessageContext;
      readonly handler?: string;
      readonly delayMs: number;
      readonly error: CatgaError;
    }
  /** A delivery failed for good. */
  | {
      readonly kind: 'deadLettered';
      readonly context: MessageContext;
      readonly handler?: string;
      readonly error: CatgaError;
    }
  /** Something failed that no caller is waiting for: a roll-back, a disposal, a consumer. */
  | { readonly kind: 'fault'; readonly during: string; readonly error: unknown };

/** Port for logs, metrics and spans. What it throws is not caught: an implementation must not throw. */
export interface Instrumentation {
  readonly record: (event: InstrumentationEvent) => void;
}

/** Records nothing; the default. Dispatch leaves the reporting out altogether. */
export const noInstrumentation: Instrumentation = Object.freeze({ record: () => undefined });

/** Passes every event to each of `targets`. */
export function combineInstrumentation(targets: readonly Instrumentation[]): Instrumentation {
  const real = targets.filter((target) => target !== noInstrumentation);
  const [first] = real;
  if (first === undefined) return noInstrumentation;
  if (real.length === 1) return first;
  return {
    record(event) {
      for (const target of real) target.record(event);
    },
  };
}
