import { setTimeout as wait } from 'node:timers/promises';

const connections = 4;

/**
 * Stands for a database: a call takes a round trip on one of a few connections, whatever it carries.
 *
 * @service
 */
export class Ledger {
  readonly #balances = new Map<string, number>();
  readonly #lanes: Promise<unknown>[] = Array.from({ length: connections }, () => Promise.resolve());
  #calls = 0;

  /** Adds all entries; the balance after each, in order. */
  async add(entries: readonly { readonly account: string; readonly cents: number }[]): Promise<readonly number[]> {
    const lane = this.#calls++ % connections;
    const call = (this.#lanes[lane] ?? Promise.resolve()).then(() => wait(1));
    this.#lanes[lane] = call;
    await call;
    return entries.map(({ account, cents }) => {
      const balance = (this.#balances.get(account) ?? 0) + cents;
      this.#balances.set(account, balance);
      return balance;
    });
  }
}
