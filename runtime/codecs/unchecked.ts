import { counted, countValue } from './count-values.ts';
import { MAX_DEPTH } from './limits.ts';
import { Mismatch, describe, tooDeep } from './mismatch.ts';
import { memberPart, within } from './place.ts';

/**
 * Looks at what no declared type describes: how deep it nests, and what neither format carries. So both say the same, with
 * the place, and nothing is left for `JSON.stringify` to refuse without one.
 */
export function checkUnchecked(value: unknown, format: 'json' | 'msgpack'): void {
  const json = format === 'json';
  let failure: unknown;
  try {
    // In JSON it is part of what is being counted.
    if (json ? isFine(value, true, MAX_DEPTH) : counted(() => isFine(value, false, MAX_DEPTH))) return;
  } catch (cause) {
    // Too many values: a walk with places would not come to an end either.
    if (cause instanceof Mismatch) throw cause;
    failure = cause;
  }
  try {
    counted(() => check(value, json, MAX_DEPTH));
  } catch (cause) {
    if (cause instanceof Mismatch) throw cause;
    failure = cause;
  }
  if (failure !== undefined) throw new Mismatch('a value that can be read', describe(value), 0, undefined, failure);
}

/** Whether there is certainly nothing to find: a walk without places takes a fraction of one that remembers them. */
function isFine(value: unknown, json: boolean, left: number): boolean {
  countValue();
  if (typeof value !== 'object') {
    return typeof value !== 'bigint' && typeof value !== 'function' && typeof value !== 'symbol';
  }
  if (value === null || ArrayBuffer.isView(value)) return true;
  if (json && hasToJson(value)) {
    JSON.stringify(value);
    return true;
  }
  if (left === 0) return false;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (let index = 0; index < items.length; index++) if (!isFine(items[index], json, left - 1)) return false;
    return true;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value)) if (!isFine(members[key], json, left - 1)) return false;
  return true;
}

function check(value: unknown, json: boolean, left: number): void {
  countValue();
  if (value === null || value === undefined || ArrayBuffer.isView(value)) return;
  if (json && hasToJson(value)) {
    JSON.stringify(value);
    return;
  }
  if (typeof value === 'bigint') throw new Mismatch('a value that needs no declared type', 'a bigint');
  if (typeof value !== 'object') return;
  if (left === 0) throw tooDeep();
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) within(`[${index}]`, () => check(item, json, left - 1));
    return;
  }
  for (const [key, item] of Object.entries(value)) within(memberPart(key), () => check(item, json, left - 1));
}

function hasToJson(value: unknown): boolean {
  return typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';
}
