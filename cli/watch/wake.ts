/** Brings something that happens at any time to a loop that waits for it. */
export class Wake {
  /** When it was first told of what the loop has not seen yet. */
  #since: number | undefined;
  #resume: (() => void) | undefined;

  /** Something has happened. */
  readonly notify = (): void => {
    this.#since ??= performance.now();
    this.#resume?.();
  };

  /**
   * Waits until something has happened, and then until nothing has for `quietMs`; at most `patienceMs` in all. Returns when
   * it first happened; `undefined`: nothing did.
   */
  async wait(quietMs: number, patienceMs: number): Promise<number | undefined> {
    if (this.#since === undefined) await this.#sleep(patienceMs);
    if (this.#since === undefined) return undefined;
    const since = this.#since;
    // A burst of edits is one edit; one that does not end is looked at all the same.
    while (performance.now() - since < 20 * quietMs && (await this.#sleep(quietMs)));
    this.#since = undefined;
    return since;
  }

  /** Whether something happened in that time. */
  async #sleep(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<boolean>((resolve) => {
        this.#resume = () => resolve(true);
        // Longer than a timer can be: until something happens.
        if (Number.isFinite(ms)) timer = setTimeout(() => resolve(false), ms);
      });
    } finally {
      this.#resume = undefined;
      clearTimeout(timer);
    }
  }
}
