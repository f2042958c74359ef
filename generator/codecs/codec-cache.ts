import type { ModuleSpecifiers } from '../emit/module-specifier.ts';
import type { MessageModel, UpcasterModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import type { TypeIndex } from './type-index.ts';

/** What a codec module's text depends on beside what it declares. */
export interface CodecSurroundings {
  readonly index: TypeIndex;
  readonly specifiers: ModuleSpecifiers;
  readonly pathOf: (definition: TypeDefinition) => string;
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
}

/** What a codec module declares. */
export interface CodecContent {
  readonly definitions: readonly TypeDefinition[];
  readonly messages: readonly MessageModel[];
  readonly upcasters: readonly UpcasterModel[];
}

interface Question {
  readonly ask: (surroundings: CodecSurroundings) => unknown;
  readonly answer: unknown;
}

interface Printed {
  readonly content: CodecContent;
  readonly questions: readonly Question[];
  readonly text: string;
}

/**
 * Keeps the text of codec modules from one run of a process to the next. A text is taken again when the module declares the
 * same and all that was asked while it was printed would be answered as before.
 */
export class CodecCache {
  #before = new Map<string, Printed>();
  #now = new Map<string, Printed>();

  /** The text of one module; `print` makes it with what it is given, and with nothing else. */
  text(
    path: string,
    content: CodecContent,
    surroundings: CodecSurroundings,
    print: (surroundings: CodecSurroundings) => string,
  ): string {
    const known = this.#before.get(path);
    const isSame =
      known !== undefined &&
      sameAll(known.content.definitions, content.definitions) &&
      sameAll(known.content.messages, content.messages) &&
      sameAll(known.content.upcasters, content.upcasters) &&
      known.questions.every(({ ask, answer }) => same(ask(surroundings), answer));
    if (isSame) {
      this.#now.set(path, { ...known, content });
      return known.text;
    }
    const questions = new Map<string, Question>();
    const text = print(noting(surroundings, questions));
    this.#now.set(path, { content, questions: [...questions.values()], text });
    return text;
  }

  /** After a run: modules that are no longer there are forgotten. */
  finish(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}

/** Surroundings that note what they are asked. */
function noting(surroundings: CodecSurroundings, questions: Map<string, Question>): CodecSurroundings {
  const note = <T>(key: string, ask: (of: CodecSurroundings) => T): T => {
    const answer = ask(surroundings);
    if (!questions.has(key)) questions.set(key, { ask, answer });
    return answer;
  };
  return {
    index: {
      byId: {
        get: (id) => note(`type ${id}`, ({ index }) => index.byId.get(id)),
        has: (id) => note(`has type ${id}`, ({ index }) => index.byId.has(id)),
      },
      recursive: { has: (id) => note(`recursive ${id}`, ({ index }) => index.recursive.has(id)) },
      messageOf: {
        get: (id) => note(`message ${id}`, ({ index }) => index.messageOf.get(id)),
        has: (id) => note(`has message ${id}`, ({ index }) => index.messageOf.has(id)),
      },
    },
    specifiers: {
      source: (module, from) => note(`source ${module} ${from}`, ({ specifiers }) => specifiers.source(module, from)),
      generated: (path, from) =>
        note(`generated ${path} ${from}`, ({ specifiers }) => specifiers.generated(path, from)),
    },
    pathOf: (definition) => note(`path ${definition.id}`, ({ pathOf }) => pathOf(definition)),
    taken: { has: (name) => note(`taken ${name}`, ({ taken }) => taken.has(name)) },
  };
}

function sameAll(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((item, index) => same(item, now[index]));
}

// Most are the same objects, since what has not changed is taken over; comparing the others is cheaper than printing.
function same(before: unknown, now: unknown): boolean {
  if (before === now) return true;
  return typeof before === 'object' && typeof now === 'object' && JSON.stringify(before) === JSON.stringify(now);
}
