import { isBindable } from './identifiers.ts';

/** Hands out names of one scope, each only once. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** `wanted`, or the first of `wanted2`, `wanted3` … that is free. */
  take(wanted: string): string {
    const base = isBindable(wanted) ? wanted : `${wanted}_`;
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}${count}`;
    this.#taken.add(name);
    return name;
  }
}
