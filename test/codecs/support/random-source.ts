/** What is drawn for types at random: the same for the same seed. */
export class RandomSource {
  /** What the types need to be declared. */
  readonly declarations: string[] = [];
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = numbersFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  chance(part: number): boolean {
    return this.#random() < part;
  }

  /** Adds a declaration with a name of its own, and returns the name. */
  declare(kind: string, text: (name: string) => string): string {
    const name = `${kind}${this.declarations.length}`;
    this.declarations.push(`export ${text(name)}`);
    return name;
  }

  text(): string {
    return this.one(['', 'a', 'größe', '日本', '😀', 'x'.repeat(40), '"\\\n']);
  }

  number(): number {
    return this.one([0, 1, -1, 1.5, 255, -129, 70_000, 2 ** 40, 1e300]);
  }
}

/** The same numbers for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
