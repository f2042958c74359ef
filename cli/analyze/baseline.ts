import { existsSync, readFileSync } from 'node:fs';
import { fingerprints } from '../../analyzers/engine/fingerprint.ts';
import type { Finding } from '../../analyzers/index.ts';
import { compareText } from '../../generator/scan/project-paths.ts';
import { UsageError, withFileAccess } from '../usage-error.ts';

/** The file that holds a project's known findings, unless another is named. */
export const baselineFileName = 'catga.baseline.json';

/** A finding that is known and left for later. */
export interface BaselineEntry {
  readonly fingerprint: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly file: string;
  /** What it says, for whoever reads the file. */
  readonly message: string;
}

/** Findings against what is known of them. */
export interface BaselineComparison {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that nothing is found for any more. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Reads a baseline; `undefined` where there is none.
 *
 * @throws UsageError where the file is not a baseline.
 */
export function readBaseline(file: string, name: string): readonly BaselineEntry[] | undefined {
  if (!existsSync(file)) return undefined;
  const text = withFileAccess(name, () => readFileSync(file, 'utf8'));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${name} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      'After a merge conflict, keep the lines of both sides; or write it anew with `catga analyze --update-baseline`.',
      { cause: error },
    );
  }
  if (!isBaseline(content)) {
    throw new UsageError(
      `${name} is not a baseline of this version of catga.`,
      'Write it anew with `catga analyze --update-baseline`.',
    );
  }
  return content.findings;
}

/** What is new, what is known, and what has been mended. */
export function compareWithBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
): BaselineComparison {
  const prints = fingerprints(findings);
  const known = new Set(entries.map(({ fingerprint }) => fingerprint));
  const isKnown = (finding: Finding): boolean => known.has(prints.get(finding) ?? '');
  const found = new Set(prints.values());
  return {
    fresh: findings.filter((finding) => !isKnown(finding)),
    known: findings.filter(isKnown),
    stale: entries.filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}

/** The text of a baseline: one finding a line, so that branches merge. */
export function baselineText(findings: readonly Finding[]): string {
  const prints = fingerprints(findings);
  const lines = findings
    .map((finding) => ({
      file: finding.position.file,
      rule: finding.id,
      fingerprint: prints.get(finding) ?? '',
      message: finding.message,
    }))
    .toSorted((a, b) => compareText(`${a.file} ${a.rule} ${a.fingerprint}`, `${b.file} ${b.rule} ${b.fingerprint}`))
    .map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function isBaseline(content: unknown): content is { readonly findings: readonly BaselineEntry[] } {
  if (typeof content !== 'object' || content === null) return false;
  const { version, findings } = content as Readonly<Record<string, unknown>>;
  return version === 1 && Array.isArray(findings) && findings.every(isEntry);
}

function isEntry(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  const members = entry as Readonly<Record<string, unknown>>;
  return ['fingerprint', 'rule', 'file', 'message'].every((name) => typeof members[name] === 'string');
}
