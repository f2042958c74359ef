import type { Arrival } from '../ports/index.ts';
import type { Engine } from './engine.ts';

/** What the ends of pipelines need of an {@link Arrival}; the engine and the context of a message both are one. */
export interface Arriving extends Arrival {
  readonly engine: Engine;
  /** Ends what the dispatch began. */
  end(): void;
  /** The id of the message; made now if nothing has read it yet. */
  takeMessageId(): string;
}
