import type { Clock, DeadlinePort } from '../ports/index.ts';

interface Deadline {
  readonly at: number;
  readonly task: () => void;
  /** Its place in the heap; -1 when it has left. */
  place: number;
}

/** Many deadlines, one timer: a binary heap by time, from whose middle deadlines can be taken out. */
export class Deadlines implements DeadlinePort {
  readonly #clock: Clock;
  readonly #heap: Deadline[] = [];
  #armed: { readonly at: number; readonly callOff: () => void } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(delayMs: number, task: () => void): () => void {
    const deadline: Deadline = { at: this.#clock.monotonic() + delayMs, task, place: this.#heap.length };
    this.#heap.push(deadline);
    this.#rise(deadline);
    this.#arm();
    return () => this.#remove(deadline);
  }

  /** Forgets all deadlines; their tasks do not run. */
  close(): void {
    for (const deadline of this.#heap.splice(0)) deadline.place = -1;
    this.#disarm();
  }

  #arm(): void {
    const first = this.#heap[0];
    if (first === undefined) {
      this.#disarm();
      return;
    }
    if (this.#armed !== undefined && this.#armed.at <= first.at) return;
    this.#disarm();
    const callOff = this.#clock.schedule(first.at - this.#clock.monotonic(), () => this.#fire());
    this.#armed = { at: first.at, callOff };
  }

  #disarm(): void {
    this.#armed?.callOff();
    this.#armed = undefined;
  }

  #fire(): void {
    this.#armed = undefined;
    const now = this.#clock.monotonic();
    for (let first = this.#heap[0]; first !== undefined && first.at <= now; first = this.#heap[0]) {
      this.#remove(first);
      first.task();
    }
    // Timers may fire a little early: what is not due yet is waited for again.
    this.#arm();
  }

  #remove(deadline: Deadline): void {
    const { place } = deadline;
    if (place === -1) return;
    deadline.place = -1;
    const last = this.#heap.pop();
    if (last !== undefined && last !== deadline) {
      this.#put(last, place);
      this.#rise(last);
      this.#sink(last);
    }
    if (this.#heap.length === 0) this.#disarm();
  }

  #rise(deadline: Deadline): void {
    while (deadline.place > 0) {
      const { place } = deadline;
      const above = this.#heap[(place - 1) >> 1];
      if (above === undefined || above.at <= deadline.at) return;
      this.#put(deadline, above.place);
      this.#put(above, place);
    }
  }

  #sink(deadline: Deadline): void {
    for (;;) {
      const { place } = deadline;
      const left = this.#heap[place * 2 + 1];
      const right = this.#heap[place * 2 + 2];
      const below = left !== undefined && right !== undefined && right.at < left.at ? right : left;
      if (below === undefined || below.at >= deadline.at) return;
      this.#put(deadline, below.place);
      this.#put(below, place);
    }
  }

  #put(deadline: Deadline, place: number): void {
    this.#heap[place] = deadline;
    deadline.place = place;
  }
}
