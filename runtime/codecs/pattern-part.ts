/** A piece of a template literal type. */
export type PatternPart =
  /** This text. */
  string | PatternHole;

export interface PatternHole {
  /** Any text, or the text of a number or bigint; the alternatives of another pattern. */
  readonly of: 'string' | 'number' | 'bigint' | readonly (readonly PatternPart[])[];
  /** What `Uppercase` and its kin leave as it is. */
  readonly cases?: readonly PatternCase[];
}

export type PatternCase = 'Capitalize' | 'Lowercase' | 'Uncapitalize' | 'Uppercase';

/** The type as it is written: `` `user-${string}` ``. */
export function patternText(alternatives: readonly (readonly PatternPart[])[]): string {
  return alternatives.map((parts) => alternativeText(parts)).join(' | ');
}

function alternativeText(parts: readonly PatternPart[]): string {
  const [only] = parts;
  if (typeof only === 'object' && parts.length === 1 && only.cases !== undefined) return holeText(only);
  const inner = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[`\\]|\$(?=\{)/g, String.raw`\$&`) : `\${${holeText(part)}}`,
  );
  return `\`${inner.join('')}\``;
}

function holeText({ cases = [], of }: PatternHole): string {
  const text = typeof of === 'string' ? of : patternText(of);
  return cases.reduceRight((inner, name) => `${name}<${inner}>`, text);
}
