import { patternText, type PatternCase, type PatternHole, type PatternPart } from './pattern-part.ts';
import { Mismatch, mistyped } from './mismatch.ts';
import { readString } from './text-decoding.ts';
import type { Reader } from './reader.ts';
import type { PatternShape } from './shape.ts';
import { writeString } from './text-encoding.ts';
import type { Writer } from './writer.ts';

/** One of the alternatives of a template literal type. Called by generated code. */
export function pattern(...alternatives: readonly (readonly PatternPart[])[]): PatternShape {
  let machine: Machine | undefined;
  return {
    kind: 'pattern',
    text: patternText(alternatives),
    matches: (text) => accepts((machine ??= build(alternatives)), text),
  };
}

export function writePattern(writer: Writer, position: number, value: unknown, shape: PatternShape): number {
  if (typeof value !== 'string' || !shape.matches(value)) throw mistyped(position, shape.text, value);
  return writeString(writer, position, value);
}

export function readPattern(reader: Reader, shape: PatternShape): string {
  const start = reader.at;
  const text = readString(reader);
  if (!shape.matches(text)) throw new Mismatch(shape.text, 'another string', start);
  return text;
}

// Text is matched by a machine that is in all states at once: the time is the length of the text times the size of the
// type, whatever the text. A regular expression would try splits of `${string}-${string}` one after another.

type Accepts = (character: string) => boolean;

interface State {
  /** What is left by a character. */
  readonly steps: (readonly [accepts: Accepts, to: number])[];
  /** What is left without one. */
  readonly skips: number[];
}

interface Machine {
  readonly states: readonly State[];
  readonly start: number;
  readonly end: number;
}

function accepts({ states, start, end }: Machine, text: string): boolean {
  let marks = new Uint8Array(states.length);
  let current: number[] = [];
  enter(states, start, marks, current);
  for (const character of text) {
    const nextMarks = new Uint8Array(states.length);
    const next: number[] = [];
    for (const at of current) {
      for (const [fits, to] of (states[at] as State).steps) {
        if (nextMarks[to] === 0 && fits(character)) enter(states, to, nextMarks, next);
      }
    }
    if (next.length === 0) return false;
    current = next;
    marks = nextMarks;
  }
  return marks[end] === 1;
}

function enter(states: readonly State[], at: number, marks: Uint8Array, list: number[]): void {
  if (marks[at] === 1) return;
  marks[at] = 1;
  list.push(at);
  for (const to of (states[at] as State).skips) enter(states, to, marks, list);
}

function build(alternatives: readonly (readonly PatternPart[])[]): Machine {
  const states: State[] = [];
  const add = (): number => states.push({ steps: [], skips: [] }) - 1;
  const start = add();
  const end = add();
  const machine = { states, start, end };
  addAlternatives(states, add, alternatives, [], start, end);
  return machine;
}

function addAlternatives(
  states: State[],
  add: () => number,
  alternatives: readonly (readonly PatternPart[])[],
  cases: readonly PatternCase[],
  start: number,
  end: number,
): void {
  for (const parts of alternatives) {
    let at = start;
    for (const part of parts) {
      const next = add();
      if (typeof part === 'string') addText(states, add, part, cases, at, next);
      else addHole(states, add, part, cases, at, next);
      at = next;
    }
    states[at]?.skips.push(end);
  }
}

function addText(
  states: State[],
  add: () => number,
  text: string,
  cases: readonly PatternCase[],
  start: number,
  end: number,
): void {
  let at = start;
  let first = true;
  for (const character of text) {
    const next = add();
    const isAllowed = allowed(cases, first);
    states[at]?.steps.push([(found) => found === character && isAllowed(found), next]);
    at = next;
    first = false;
  }
  states[at]?.skips.push(end);
}

function addHole(
  states: State[],
  add: () => number,
  { cases: own = [], of }: PatternHole,
  outer: readonly PatternCase[],
  start: number,
  end: number,
): void {
  const cases = [...outer, ...own];
  if (typeof of === 'object') addAlternatives(states, add, of, cases, start, end);
  else if (of === 'string') {
    const rest = add();
    states[start]?.skips.push(end);
    states[start]?.steps.push([allowed(cases, true), rest]);
    states[rest]?.steps.push([allowed(cases, false), rest]);
    states[rest]?.skips.push(end);
  } else addDigits(states, add, of === 'number' ? numberSteps : bigintSteps, cases, start, end);
}

/** Whether `Uppercase` and its kin leave a character as it is; two of them only the first. */
function allowed(cases: readonly PatternCase[], first: boolean): Accepts {
  const checks = cases.flatMap((name): Accepts[] => {
    if (name === 'Uppercase') return [(character) => character.toUpperCase() === character];
    if (name === 'Lowercase') return [(character) => character.toLowerCase() === character];
    if (!first) return [];
    // As the compiler has it: by the first unit, so that letters beyond the first plane stay as they are.
    return name === 'Capitalize'
      ? [(character) => character.charAt(0).toUpperCase() === character.charAt(0)]
      : [(character) => character.charAt(0).toLowerCase() === character.charAt(0)];
  });
  return (character) => checks.every((fits) => fits(character));
}

type Steps = readonly (readonly [from: string, characters: RegExp, to: string])[];

const based: Steps = [
  ['start', /^0$/, 'zero'],
  ['zero', /^[xX]$/, 'hex0'],
  ['zero', /^[oO]$/, 'oct0'],
  ['zero', /^[bB]$/, 'bin0'],
  ['hex0', /^[\da-fA-F]$/, 'hex!'],
  ['hex!', /^[\da-fA-F]$/, 'hex!'],
  ['oct0', /^[0-7]$/, 'oct!'],
  ['oct!', /^[0-7]$/, 'oct!'],
  ['bin0', /^[01]$/, 'bin!'],
  ['bin!', /^[01]$/, 'bin!'],
];

/** What `Number` reads as a finite number, blanks around it aside. Names of last states end in `!`. */
const numberSteps: Steps = [
  ...based,
  ['start', /^[+-]$/, 'sign'],
  ['start', /^\d$/, 'whole!'],
  ['start', /^\.$/, 'point'],
  ['sign', /^\d$/, 'whole!'],
  ['sign', /^\.$/, 'point'],
  ['whole!', /^\d$/, 'whole!'],
  ['whole!', /^\.$/, 'fraction!'],
  ['whole!', /^[eE]$/, 'exponent'],
  ['point', /^\d$/, 'fraction!'],
  ['fraction!', /^\d$/, 'fraction!'],
  ['fraction!', /^[eE]$/, 'exponent'],
  ['exponent', /^[+-]$/, 'power'],
  ['exponent', /^\d$/, 'power!'],
  ['power', /^\d$/, 'power!'],
  ['power!', /^\d$/, 'power!'],
];

/** A bigint as it is written in source, without the `n`. */
const bigintSteps: Steps = [
  ...based,
  ['start', /^0$/, 'nothing!'],
  ['start', /^-$/, 'sign'],
  ['start', /^[1-9]$/, 'digits!'],
  ['sign', /^0$/, 'nothing!'],
  ['sign', /^[1-9]$/, 'digits!'],
  ['digits!', /^\d$/, 'digits!'],
];

function addDigits(
  states: State[],
  add: () => number,
  steps: Steps,
  cases: readonly PatternCase[],
  start: number,
  end: number,
): void {
  const places = new Map<string, number>([['start', start]]);
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const made = add();
    places.set(name, made);
    if (name.endsWith('!')) states[made]?.skips.push(end);
    return made;
  };
  const isAllowed = allowed(cases, false);
  for (const [from, characters, to] of steps) {
    states[placeOf(from)]?.steps.push([(found) => characters.test(found) && isAllowed(found), placeOf(to)]);
  }
}
