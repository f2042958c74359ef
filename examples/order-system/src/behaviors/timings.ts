/** How often each kind of request ran, and for how long. */
export class Timings {
  readonly #totals = new Map<string, { count: number; totalMs: number }>();

  add(messageType: string, durationMs: number): void {
    const known = this.#totals.get(messageType);
    if (known === undefined) this.#totals.set(messageType, { count: 1, totalMs: durationMs });
    else {
      known.count++;
      known.totalMs += durationMs;
    }
  }

  countOf(messageType: string): number {
    return this.#totals.get(messageType)?.count ?? 0;
  }
}
