import type { Clock } from '../ports/index.ts';

/** Ids of entries that have been handled: bounded in number and age, the oldest forgotten first. */
export class KnownIds {
  readonly #clock: Clock;
  readonly #windowMs: number;
  readonly #limit: number;
  // Insertion order is age: an id is remembered once.
  readonly #rememberedAt: Map<string, number> = new Map<string, number>();

  constructor(clock: Clock, windowMs: number, limit: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
    this.#limit = limit;
  }

  has(id: string): boolean {
    const at = this.#rememberedAt.get(id);
    return at !== undefined && this.#clock.monotonic() - at < this.#windowMs;
  }

  remember(id: string): void {
    const now = this.#clock.monotonic();
    this.#rememberedAt.delete(id);
    this.#rememberedAt.set(id, now);
    for (const [oldest, at] of this.#rememberedAt) {
      if (this.#rememberedAt.size <= this.#limit && now - at < this.#windowMs) break;
      this.#rememberedAt.delete(oldest);
    }
  }

  forget(id: string): void {
    this.#rememberedAt.delete(id);
  }
}
