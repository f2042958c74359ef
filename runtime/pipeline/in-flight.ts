/** What has been started and has not come to its end: what a stopping application waits for, and aborts when it cannot wait. */
export class InFlight {
  /** Changed directly by the hot path; watched by `bench dispatch send/8`. */
  count = 0;
  /** Controllers whose signals somebody reads; those nobody reads are never made. */
  readonly controllers: Set<AbortController> = new Set<AbortController>();
  #whenIdle: (() => void)[] = [];

  leave(): void {
    if (--this.count === 0 && this.#whenIdle.length > 0) {
      const waiting = this.#whenIdle;
      this.#whenIdle = [];
      for (const resolve of waiting) resolve();
    }
  }

  /** Resolves when nothing is in flight. */
  async idle(): Promise<void> {
    while (this.count > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  abort(reason: unknown): void {
    for (const controller of this.controllers) controller.abort(reason);
  }
}
