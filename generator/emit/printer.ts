/** The widest line that is kept on one line. */
const lineWidth = 120;

const indents: readonly string[] = Array.from({ length: 16 }, (_, depth) => '  '.repeat(depth));

/**
 * Prints indented lines. What it prints is what we would write by hand and what a formatter would leave alone: bodies of
 * pipelines and of services come from it, file skeletons from the templates.
 */
export class Printer {
  readonly #lines: string[] = [];
  #depth: number;

  /** @param depth - Levels of indentation that every line starts with. */
  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** One line; empty for a blank one. */
  line(text = ''): this {
    this.#lines.push(text === '' ? '' : (indents[this.#depth] ?? '  '.repeat(this.#depth)) + text);
    return this;
  }

  /** Lines that are already laid out, each indented by the current depth. */
  lines(texts: Iterable<string>): this {
    for (const text of texts) {
      if (text.includes('\n')) for (const line of text.split('\n')) this.line(line);
      else this.line(text);
    }
    return this;
  }

  /** Text of another printer, indented already. */
  raw(text: string): this {
    this.#lines.push(text);
    return this;
  }

  /** `open`, the body one level deeper, `close`. */
  block(open: string, body: (printer: this) => void, close = '}'): this {
    return this.line(open).indented(body).line(close);
  }

  /** `try {` … `} catch (error) {` … `}`; `open` may carry a label. */
  tryCatch(open: string, attempt: (printer: this) => void, rescue: (printer: this) => void): this {
    return this.block(open, attempt, '} catch (error) {').indented(rescue).line('}');
  }

  /** The body one level deeper. */
  indented(body: (printer: this) => void): this {
    this.#depth++;
    body(this);
    this.#depth--;
    return this;
  }

  /** `open item, item close` where that fits on one line, else an item a line. */
  list(open: string, items: readonly string[], close: string, padding = ''): this {
    const flat = `${open}${padding}${items.join(', ')}${padding}${close}`;
    if (this.fits(flat) && !flat.includes('\n')) return this.line(flat);
    return this.block(open, () => this.lines(items.map((item) => `${item},`)), close);
  }

  /** A function with its parameters, and its body. */
  func(open: string, parameters: readonly string[], close: string, body: (printer: this) => void): this {
    return this.list(`${open}(`, parameters, `)${close} {`).indented(body).line('}');
  }

  /** `left = right;`, broken after the sign where it is too long. */
  assign(left: string, right: string): this {
    const flat = `${left} = ${right};`;
    if (this.fits(flat)) return this.line(flat);
    const colon = left.indexOf(': ');
    if (this.fits(`${left} =`) || colon < 0 || !left.includes(' & ')) {
      return this.line(`${left} =`).indented(() => this.line(`${right};`));
    }
    // An intersection too long for a line: a part a line, as formatters do.
    const [first = '', ...parts] = left.slice(colon + 2).split(' & ');
    this.line(`${left.slice(0, colon)}: ${first} &`);
    return this.indented(() => {
      for (const [index, part] of parts.entries()) {
        this.line(index === parts.length - 1 ? `${part} = ${right};` : `${part} &`);
      }
    });
  }

  /** `before` + a call + `after`, broken at the arrow functions among its arguments where it is too long. */
  call(before: string, call: string, after: string): this {
    const flat = `${before}${call}${after}`;
    const arrow = call.indexOf('() => ');
    if (this.fits(flat) || arrow < 0 || !call.endsWith(')')) return this.line(flat);
    const start = call.slice(0, arrow);
    this.line(`${before}${start}() =>`);
    return this.indented(() => this.call('', call.slice(arrow + 6, -1), ',')).line(`)${after}`);
  }

  /** Whether `text` fits on one line at the current depth. */
  fits(text: string): boolean {
    return this.#depth * 2 + text.length <= lineWidth;
  }

  /** What was printed, without a line break at its end. */
  toString(): string {
    return this.#lines.join('\n');
  }
}
