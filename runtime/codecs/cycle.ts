import type { CatgaError } from '../messages/error.ts';
import { codecError } from './codec-error.ts';
import { decideValue } from './decide.ts';
import { memberOf } from './member.ts';
import { Mismatch, TOO_DEEP } from './mismatch.ts';
import { elementAt } from './open-tuple.ts';
import { memberPart, pathOf } from './place.ts';
import type { ObjectShape, Shape } from './shape.ts';
import { isNoEntry } from './to-json.ts';

type Child = readonly [part: string, shape: Shape, value: unknown];

interface Level {
  readonly part: string;
  readonly states: Map<Shape, 'open' | 'closed'>;
  readonly shape: Shape;
  readonly children: Iterator<Child>;
}

/** Getters can make values without end; a cycle behind so many is not looked for. */
const MOST_VALUES = 1_000_000;

/**
 * The error of a value that holds itself, where `thrown` can come from that. Encoders do not look for cycles: they notice
 * how deep a value nests, and only then somebody asks here.
 */
export function cycleError(name: string, shape: Shape, value: unknown, thrown: unknown): CatgaError | undefined {
  if (thrown instanceof Mismatch && thrown.actual !== TOO_DEEP && thrown.cause === undefined) return undefined;
  let path: string | undefined;
  try {
    path = findCycle(shape, value);
  } catch {
    // A value that cannot be walked keeps the error that it had.
    return undefined;
  }
  if (path === undefined) return undefined;
  const cause = thrown instanceof Mismatch ? thrown.cause : thrown;
  return codecError('ENCODE_FAILED', name, { path, expected: 'a tree', actual: 'a value that holds itself' }, cause);
}

/** Where a value comes back to one that it lies in, looking only at what is encoded; in the order of encoding. */
function findCycle(shape: Shape, value: unknown): string | undefined {
  const seen = new Map<object, Map<Shape, 'open' | 'closed'>>();
  const levels: Level[] = [];
  let child: Child | undefined = ['', shape, value];
  for (let visited = 0; visited < MOST_VALUES; visited++) {
    if (child !== undefined && typeof child[2] === 'object' && child[2] !== null) {
      const [part, declared, content] = child;
      const own = resolve(declared, content);
      const states = seen.get(content) ?? new Map<Shape, 'open' | 'closed'>();
      seen.set(content, states);
      const state = states.get(own);
      if (state === 'open') return pathOf([...levels.map((level) => level.part), part]);
      if (state === undefined) {
        states.set(own, 'open');
        levels.push({ part, states, shape: own, children: childrenOf(own, content) });
      }
    }
    const level = levels.at(-1);
    if (level === undefined) return undefined;
    const next = level.children.next();
    child = next.done === true ? undefined : next.value;
    if (child === undefined) {
      level.states.set(level.shape, 'closed');
      levels.pop();
    }
  }
  return undefined;
}

/** What stands behind names, unions and the like for this value. */
function resolve(declared: Shape, value: unknown): Shape {
  let shape = declared;
  while (typeof shape === 'object') {
    if (shape.kind === 'named') shape = shape.of();
    else if (shape.kind === 'nullable' || shape.kind === 'undefinable') shape = shape.of;
    else if (shape.kind === 'message') shape = shape.body;
    else if (shape.kind === 'union') shape = shape.variants[decideValue(shape.decision, value)] ?? 'null';
    else break;
  }
  return shape;
}

function* childrenOf(shape: Shape, value: object): Generator<Child, undefined> {
  if (typeof shape === 'string') return;
  switch (shape.kind) {
    case 'object':
      yield* membersOf(shape, value);
      return;
    case 'record':
      for (const key of Object.keys(value)) yield [memberPart(key), shape.value, memberOf(value, key)];
      return;
    case 'unknown':
      if (ArrayBuffer.isView(value)) return;
      for (const [key, item] of Object.entries(value)) {
        yield [Array.isArray(value) ? `[${key}]` : memberPart(key), shape, item];
      }
      return;
    case 'map': {
      let index = 0;
      for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
        yield [`[${index}][0]`, shape.key, key];
        yield [`[${index++}][1]`, shape.value, item];
      }
      return;
    }
    case 'array':
    case 'set': {
      let index = 0;
      for (const item of value as Iterable<unknown>) yield [`[${index++}]`, shape.element, item];
      return;
    }
    case 'tuple': {
      const items = value as readonly unknown[];
      for (let index = 0; index < items.length; index++) {
        const element = elementAt(index, items.length, shape.elements, shape.rest, shape.trailing);
        yield [`[${index}]`, element, items[index]];
      }
      return;
    }
    default:
  }
}

function* membersOf(shape: ObjectShape, value: object): Generator<Child, undefined> {
  for (const [name, member] of shape.members) yield [memberPart(name), member, memberOf(value, name)];
  if (shape.index === undefined) return;
  for (const key of Object.keys(value)) {
    if (!isNoEntry(shape, key)) yield [memberPart(key), shape.index.value, memberOf(value, key)];
  }
}
