/** What has been started and has not come to its end: what a stopping application waits for, and aborts when it cannot wait. */
export class InFlight {
  /** Changed directly by the hot path; watched by `bench dispatch send/8`. */
  count = 0;
  // Those whose signals somebody reads; for the others no controller is made.
  readonly #controllers: Set<AbortController> = new Set<AbortController>();
  #aborted: { readonly reason: unknown } | undefined = undefined;
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

  /** Aborts the signals of all messages in flight, also those that are read from now on. */
  abort(reason: unknown): void {
    this.#aborted = { reason };
    for (const controller of this.#controllers) controller.abort(reason);
  }

  register(controller: AbortController): void {
    this.#controllers.add(controller);
    if (this.#aborted !== undefined) controller.abort(this.#aborted.reason);
  }

  unregister(controller: AbortController): void {
    this.#controllers.delete(controller);
  }
}
