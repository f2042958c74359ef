import { deferred, onAbort } from '../async/index.ts';
import { CatgaError } from '../messages/error.ts';
import type { Clock } from '../ports/index.ts';

interface Waiting {
  readonly count: number;
  readonly grant: () => void;
  readonly refuse: (error: CatgaError) => void;
}

/** The places of a bounded queue. Whoever finds it full waits in line: nothing is discarded to make room. */
export class Room {
  readonly #capacity: number;
  readonly #waitMs: number;
  readonly #clock: Clock;
  readonly #line: Waiting[] = [];
  #taken = 0;
  #isClosed = false;

  constructor(capacity: number, waitMs: number, clock: Clock) {
    this.#capacity = capacity;
    this.#waitMs = waitMs;
    this.#clock = clock;
  }

  /** @throws CatgaError `OVERLOADED`, `CANCELLED`, `STOPPED` */
  async take(count: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#isClosed) throw closed();
    if (signal?.aborted === true) throw cancelled(signal);
    if (count > this.#capacity)
      throw overloaded(`${count} messages at once do not fit the queue's capacity of ${this.#capacity}`);
    if (this.#line.length === 0 && this.#taken + count <= this.#capacity) {
      this.#taken += count;
      return;
    }
    await this.#queueUp(count, signal);
  }

  give(count: number): void {
    this.#taken -= count;
    for (let first = this.#line[0]; first !== undefined; first = this.#line[0]) {
      if (this.#taken + first.count > this.#capacity) return;
      this.#line.shift();
      this.#taken += first.count;
      first.grant();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#line.splice(0)) waiting.refuse(closed());
  }

  async #queueUp(count: number, signal: AbortSignal | undefined): Promise<void> {
    const granted = deferred();
    const waiting: Waiting = { count, grant: granted.resolve, refuse: granted.reject };
    const leave = (error: CatgaError): void => {
      const place = this.#line.indexOf(waiting);
      if (place === -1) return;
      this.#line.splice(place, 1);
      granted.reject(error);
      // Whoever stood behind may fit where this one did not.
      this.give(0);
    };
    this.#line.push(waiting);
    const callOff = this.#clock.schedule(this.#waitMs, () =>
      leave(
        overloaded(`the queue holds its ${this.#capacity} messages and none was handled within ${this.#waitMs} ms`),
      ),
    );
    const ignore = signal === undefined ? undefined : onAbort(signal, () => leave(cancelled(signal)));
    try {
      await granted.promise;
    } finally {
      callOff();
      ignore?.();
    }
  }
}

function overloaded(why: string): CatgaError {
  return new CatgaError('OVERLOADED', `${why}: nothing was stored. Try again later, or raise queue.capacity`);
}

function cancelled(signal: AbortSignal | undefined): CatgaError {
  return new CatgaError('CANCELLED', 'the signal was aborted before the message was stored', { cause: signal?.reason });
}

function closed(): CatgaError {
  return new CatgaError('STOPPED', 'the queue is closed: nothing was stored');
}
