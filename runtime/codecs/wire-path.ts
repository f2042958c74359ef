import type { Decision } from './decision.ts';
import { decideValue, decideWire } from './decide.ts';
import { locate, type Step } from './locate.ts';
import { memberOf } from './member.ts';
import type { Mismatch } from './mismatch.ts';
import { elementAt } from './open-tuple.ts';
import { memberPart, pathOf } from './place.ts';
import { Reader } from './reader.ts';
import type { Shape } from './shape.ts';

/** How a union's variant is found at a step. */
type Decide = (decision: Decision, at: number, value: unknown) => number;

/** The path of what was wrong with an input: `lines[0].price`. */
export function decodePath(bytes: Uint8Array, shape: Shape, { member, offset }: Mismatch): string {
  const reader = new Reader();
  reader.open(bytes, false);
  const decide: Decide = (decision, at) => {
    reader.at = at;
    return decideWire(decision, reader);
  };
  return wirePath(locate(bytes, 0, offset), shape, undefined, decide, member);
}

const decideInMemory: Decide = (decision, _at, value) => decideValue(decision, value);

/** The path of what was wrong with a value, of which `bytes` from `start` on hold what was written until then. */
export function encodePath(bytes: Uint8Array, start: number, shape: Shape, value: unknown, error: Mismatch): string {
  const place = wirePath(locate(bytes, start, error.offset), shape, value, decideInMemory, error.member);
  return pathOf([place, ...error.path.toReversed()]);
}

function wirePath(
  steps: readonly Step[],
  shape: Shape,
  value: unknown,
  decide: Decide,
  member: string | undefined,
): string {
  const parts: string[] = [];
  let at: { readonly shape: Shape | undefined; readonly value: unknown } = { shape, value };
  for (const step of steps) {
    const own = at.shape && resolve(at.shape, step.at, at.value, decide);
    const name = own?.kind === 'object' && typeof step.into === 'number' ? own.members[step.into]?.[0] : step.into;
    parts.push(typeof name === 'string' ? memberPart(name) : `[${step.into}]`);
    at = own === undefined ? { shape: undefined, value: undefined } : inside(own, step.into, at.value);
  }
  if (member !== undefined) parts.push(memberPart(member));
  return pathOf(parts);
}

type Container = Extract<Shape, { readonly kind: string }>;

/** What stands behind names, unions and the like; nothing where that cannot be told of a damaged value. */
function resolve(declared: Shape, at: number, value: unknown, decide: Decide): Container | undefined {
  let shape: Shape | undefined = declared;
  while (typeof shape === 'object') {
    if (shape.kind === 'named') shape = shape.of();
    else if (shape.kind === 'nullable' || shape.kind === 'undefinable') shape = shape.of;
    else if (shape.kind === 'message') shape = shape.body;
    else if (shape.kind === 'union') shape = shape.variants[decided(shape.decision, at, value, decide)];
    else return shape;
  }
  return undefined;
}

function decided(decision: Decision, at: number, value: unknown, decide: Decide): number {
  try {
    return decide(decision, at, value);
  } catch {
    // The path keeps its numbers: what is wrong is known, and this is only about how to say where.
    return -1;
  }
}

/** The part of a value that a step leads to. */
function inside(
  shape: Container,
  into: string | number,
  value: unknown,
): { readonly shape: Shape | undefined; readonly value: unknown } {
  switch (shape.kind) {
    case 'object': {
      const member = shape.members[typeof into === 'number' ? into : (shape.places.get(into) ?? -1)];
      if (member !== undefined) return { shape: member[1], value: ownOf(value, member[0]) };
      return { shape: shape.index?.value, value: ownOf(value, String(into)) };
    }
    case 'record':
      return { shape: shape.value, value: ownOf(value, String(into)) };
    case 'array':
    case 'set':
      return { shape: shape.element, value: itemOf(value, into) };
    case 'map':
      return {
        shape: { kind: 'tuple', elements: [shape.key, shape.value], optional: 0, trailing: [] },
        value: itemOf(value, into),
      };
    case 'tuple': {
      // How long it is decides what its last elements are.
      if (!Array.isArray(value) && shape.trailing.length > 0) return { shape: undefined, value: undefined };
      const length = Array.isArray(value) ? value.length : Number(into) + 1;
      return {
        shape: elementAt(Number(into), length, shape.elements, shape.rest, shape.trailing),
        value: itemOf(value, into),
      };
    }
    default:
      return { shape: undefined, value: undefined };
  }
}

function ownOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? memberOf(value, name) : undefined;
}

function itemOf(value: unknown, into: string | number): unknown {
  const isIterable = typeof value === 'object' && value !== null && Symbol.iterator in value;
  return isIterable ? [...(value as Iterable<unknown>)][Number(into)] : undefined;
}
