/** Tells a story and keeps score of what was expected of it. */
export class Narrator {
  readonly #print: (line: string) => void;
  #met = 0;
  #missed = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  chapter(title: string): void {
    this.#print(`\n${title}\n${'-'.repeat(title.length)}`);
  }

  say(line: string): void {
    this.#print(line);
  }

  expect(what: string, holds: boolean): void {
    if (holds) this.#met++;
    else this.#missed++;
    this.#print(`  ${holds ? 'ok  ' : 'FAIL'} ${what}`);
  }

  get met(): number {
    return this.#met;
  }

  get missed(): number {
    return this.#missed;
  }
}
