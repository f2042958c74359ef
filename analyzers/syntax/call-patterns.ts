import type { CalledFunction } from './called-function.ts';

/** Tells calls by patterns: `node:fs.readFileSync`, `zlib.*Sync`, `*.sendMail`, or a name alone for what is called that anywhere. */
export interface CallPatterns {
  /** Whether a pattern could be meant, by the name alone: cheap, for before the checker is asked. */
  readonly mayMatch: (name: string) => boolean;
  readonly matches: (called: CalledFunction) => boolean;
}

/** What the options of rules say about patterns. */
export const PATTERN_FORM: string =
  '`<module>.<function>` or `<global>.<function>`; `*` stands for any text, a function alone for that name from anywhere';

/** Reads patterns. */
export function callPatterns(patterns: readonly string[]): CallPatterns {
  const read = patterns.map((pattern) => {
    const dot = pattern.lastIndexOf('.');
    const owner = dot < 0 ? undefined : pattern.slice(0, dot).replace(/^node:/, '');
    return { owner: owner === undefined ? undefined : wildcard(owner), name: wildcard(pattern.slice(dot + 1)) };
  });
  return {
    mayMatch: (name) => read.some((pattern) => pattern.name.test(name)),
    matches: ({ name, owner }) =>
      read.some(
        (pattern) => pattern.name.test(name) && (pattern.owner === undefined || pattern.owner.test(owner ?? '')),
      ),
  };
}

function wildcard(text: string): RegExp {
  const escaped = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join('.*')}$`);
}
