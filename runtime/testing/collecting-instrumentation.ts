import type { Instrumentation, InstrumentationEvent } from '../instrumentation/index.ts';

/** An {@link Instrumentation} that keeps what it gets, for tests to look at. */
export interface CollectingInstrumentation extends Instrumentation {
  readonly events: readonly InstrumentationEvent[];
  /** The events of one kind, in order. */
  readonly of: <K extends InstrumentationEvent['kind']>(
    kind: K,
  ) => readonly Extract<InstrumentationEvent, { readonly kind: K }>[];
  readonly clear: () => void;
}

/** Makes a {@link CollectingInstrumentation}. */
export function collectingInstrumentation(): CollectingInstrumentation {
  const events: InstrumentationEvent[] = [];
  return {
    events,
    record: (event) => void events.push(event),
    of: <K extends InstrumentationEvent['kind']>(kind: K) =>
      events.filter((event): event is Extract<InstrumentationEvent, { readonly kind: K }> => event.kind === kind),
    clear: () => void events.splice(0),
  };
}
