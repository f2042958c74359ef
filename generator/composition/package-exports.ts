/** What is composed is read by a program, whichever way its package is meant to be loaded. */
const conditions: ReadonlySet<string> = new Set(['import', 'node', 'require', 'default']);

/**
 * Where `exports` of a package.json leads: a path relative to the package, `./dist/catga/manifest.json`; `undefined` where it does
 * not offer the sub-path.
 *
 * Node's algorithm (https://nodejs.org/api/esm.html#resolution-algorithm-specification), which Node itself offers only with a
 * cache that outlives changes of the package.
 *
 * @param subpath - `./catga/manifest.json`.
 */
export function exportedPath(exported: unknown, subpath: string): string | undefined {
  if (!isRecord(exported) || !Object.keys(exported).some((key) => key.startsWith('.'))) return undefined;
  if (Object.hasOwn(exported, subpath) && !subpath.includes('*')) return targetOf(exported[subpath], '') ?? undefined;
  const [best] = Object.keys(exported)
    .flatMap((key) => matchOf(key, subpath) ?? [])
    .toSorted((a, b) => b.prefix - a.prefix || b.key.length - a.key.length);
  return best && (targetOf(exported[best.key], best.matched) ?? undefined);
}

interface Match {
  readonly key: string;
  /** How long its text before the `*` is: the longest decides. */
  readonly prefix: number;
  readonly matched: string;
}

function matchOf(key: string, subpath: string): Match | undefined {
  const star = key.indexOf('*');
  if (star === -1) return undefined;
  const [before, behind] = [key.slice(0, star), key.slice(star + 1)];
  const matches =
    subpath.startsWith(before) && subpath.endsWith(behind) && subpath.length > before.length + behind.length;
  if (!matches) return undefined;
  return { key, prefix: star, matched: subpath.slice(star, subpath.length - behind.length) };
}

/** `null` where the package says that there is nothing, which ends the search; `undefined` where another condition may tell. */
function targetOf(target: unknown, matched: string): string | null | undefined {
  if (target === null) return null;
  if (typeof target === 'string') return target.startsWith('./') ? target.replaceAll('*', () => matched) : undefined;
  if (Array.isArray(target)) return fallbackOf(target, matched);
  if (!isRecord(target)) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    const found = conditions.has(condition) ? targetOf(inner, matched) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of a list that leads somewhere; `null` counts only as the last that was said. */
function fallbackOf(targets: readonly unknown[], matched: string): string | null | undefined {
  let last: null | undefined;
  for (const target of targets) {
    const found = targetOf(target, matched);
    if (typeof found === 'string') return found;
    if (found === null) last = found;
  }
  return last;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
