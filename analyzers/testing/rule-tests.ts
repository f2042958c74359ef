import { AssertionError, deepEqual } from 'node:assert/strict';
import path from 'node:path';
import { analyze } from '../engine/analyze.ts';
import type { Finding } from '../finding.ts';
import { applyEdits, applyFixes } from '../fix/apply-edits.ts';
import type { AnyRule } from '../rule.ts';
import { defaultSettings, type AnalysisSettings } from '../settings.ts';
import { openVirtualProject, type VirtualSettings } from './virtual-project.ts';

/** What a rule must say about some code. */
export interface RuleCases {
  /** Code that nothing is found in. */
  readonly valid: readonly (string | RuleCase)[];
  readonly invalid: readonly InvalidCase[];
}

/** One piece of code. */
export interface RuleCase {
  /** Default: the code's first line. */
  readonly title?: string;
  /** Of `src/case.ts`, or of several files by path relative to the project root. */
  readonly code: string | Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Default: `everywhere`, so that a piece of code need not be part of a handler. */
  readonly scope?: AnalysisSettings['scope'];
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** What the generator is configured to read. */
  readonly generator?: VirtualSettings;
}

export interface InvalidCase extends RuleCase {
  /** All findings, in source order. */
  readonly findings: readonly ExpectedFinding[];
  /** What `--fix` makes of the code, once; absent: the same code. */
  readonly fixed?: string | Readonly<Record<string, string>>;
}

/** A finding, by what is given of it. */
export interface ExpectedFinding {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Default: `src/case.ts`. */
  readonly file?: string;
  /** The whole text, or a part of it that must occur. */
  readonly message?: string | RegExp;
  /** What the code becomes by each suggestion, in order; absent: there are none. */
  readonly suggestions?: readonly string[];
}

/** One test, for any test runner: `it(title, run)`. `run` throws an `AssertionError` where the rule says otherwise. */
export interface RuleTest {
  readonly title: string;
  readonly run: () => void;
}

/**
 * Makes a test of each case of a rule. Cases are compiled in memory, strictly; packages resolve from the working folder.
 *
 * @example
 * ```ts
 * import { ruleTests, type AnyRule } from '@catga/cli/analyzers';
 * import { it } from 'vitest';
 *
 * export function testRule(rule: AnyRule): void {
 *   for (const { title, run } of ruleTests(rule, { valid: ['export {};'], invalid: [] })) it(title, run);
 * }
 * ```
 * @example With findings, positions from 1, and what `--fix` makes of the code.
 * ```ts
 * import type { RuleCases } from '@catga/cli/analyzers';
 *
 * export const cases: RuleCases = {
 *   valid: [],
 *   invalid: [{ code: 'debugger;', findings: [{ line: 1, column: 1 }], fixed: '' }],
 * };
 * ```
 */
export function ruleTests(rule: AnyRule, { valid, invalid }: RuleCases): readonly RuleTest[] {
  const cases = [
    ...valid.map((one): InvalidCase => ({ ...(typeof one === 'string' ? { code: one } : one), findings: [] })),
    ...invalid,
  ];
  return cases.map((one) => ({
    title: `${rule.name}: ${one.findings.length === 0 ? 'accepts' : 'reports'} ${titleOf(one)}`,
    run: () => runCase(rule, one),
  }));
}

function titleOf({ title, code }: RuleCase): string {
  if (title !== undefined) return title;
  const text = typeof code === 'string' ? code : (Object.values(code)[0] ?? '');
  return text.trim().replaceAll(/\s+/g, ' ').slice(0, 100);
}

const MAIN = 'src/case.ts';

function filesOf(code: RuleCase['code']): Readonly<Record<string, string>> {
  return typeof code === 'string' ? { [MAIN]: code } : code;
}

function runCase(rule: AnyRule, one: InvalidCase): void {
  const files = filesOf(one.code);
  const { compilerOptions, generator } = one;
  const { project, model, diagnostics } = openVirtualProject(path.join(process.cwd(), 'catga-rule-case'), files, {
    ...(compilerOptions && { compilerOptions }),
    ...(generator && { generator }),
  });
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) {
    const text = mistakes.map(({ id, message, position }) => `${position.file}:${position.line} ${id} ${message}`);
    throw new AssertionError({ message: `The case is not valid: ${text.join('; ')}` });
  }
  const settings: AnalysisSettings = {
    ...defaultSettings,
    scope: one.scope ?? 'everywhere',
    only: [rule.id],
    rules: { [rule.id]: [rule.severity, one.options ?? {}] },
  };
  const { findings } = analyze(project, model, { rules: [rule], settings });
  const found = findings.filter(({ id }) => id === rule.id);
  deepEqual(
    found.map((finding, index) => shown(finding, one.findings[index], files)),
    one.findings.map((expected) => ({ file: MAIN, suggestions: [], ...expected })),
  );
  const { texts } = applyFixes(found, (file) => files[file]);
  deepEqual({ ...files, ...Object.fromEntries(texts) }, { ...files, ...filesOf(one.fixed ?? one.code) });
}

/** A finding, as far as something is expected of it. */
function shown(
  finding: Finding,
  expected: ExpectedFinding | undefined,
  files: Readonly<Record<string, string>>,
): object {
  const { position, end, message, suggestions = [] } = finding;
  const wanted = expected?.message;
  const fits = wanted instanceof RegExp ? wanted.test(message) : message === wanted;
  return {
    ...position,
    ...(expected?.endLine !== undefined && { endLine: end?.line }),
    ...(expected?.endColumn !== undefined && { endColumn: end?.column }),
    ...(wanted !== undefined && { message: fits ? wanted : message }),
    ...(expected === undefined && { message }),
    suggestions: suggestions.map(({ edits }) => applyEdits(files[position.file] ?? '', edits)),
  };
}
