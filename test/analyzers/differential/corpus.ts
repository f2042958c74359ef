import type { AnyRule } from '../../../analyzers/rule.ts';

/**
 * A comparison of one of our rules with the released rule of typescript-eslint that it is to agree with.
 *
 * To compare another rule: write its cases (`<rule>/hand-written.ts`, `<rule>/generated.ts`), state a `Differential` with
 * them in `<rule>.test.ts`, and pass it to `testAgreement`. Each case becomes a module of its own in one project, next to
 * the corpus's `prelude`, which declares globals; the project is opened once by each side. Per case the findings are
 * compared by kind and by where they begin and end. What differs must be listed in `disagreements` with a reason, and
 * what is listed must differ.
 */
export interface Differential {
  readonly rule: AnyRule;
  /** The name of the other rule, without the plugin's. */
  readonly peer: string;
  /** The other rule's options for those of ours. Default: one object, which is the same. */
  readonly peerOptions?: (options: Readonly<Record<string, unknown>>) => readonly unknown[];
  /** The other rule's message for each of ours. */
  readonly kinds: Readonly<Record<string, string>>;
  /** `same`: fixes and suggestions make the same texts. Default: they are not compared. */
  readonly repairs?: 'same';
  /** Declarations that all cases see. No module: what it declares is global. */
  readonly prelude: string;
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  readonly groups: readonly CaseGroup[];
  readonly disagreements: readonly Disagreement[];
}

/** Cases that run with the same options. */
export interface CaseGroup {
  /** A path segment. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Texts of modules; `export {}` is added. */
  readonly cases: readonly string[];
  /** Whether cases may have type errors, which those who write code have all the time. Default: none may. */
  readonly mayNotCompile?: boolean;
}

/** A case on which the two are known to differ. */
export interface Disagreement {
  readonly group: string;
  readonly code: string;
  /** Why it is to stay so. */
  readonly reason: string;
}

/** A case with the file that it becomes. */
export interface CaseFile {
  readonly group: CaseGroup;
  /** Relative to the project root. */
  readonly path: string;
  readonly code: string;
  readonly text: string;
}

/** What a rule says of a case: per finding its kind, its place, and what its repairs make of the text. Sorted. */
export type Verdict = readonly string[];

/** The files of a corpus. */
export function caseFiles({ groups }: Differential): readonly CaseFile[] {
  return groups.flatMap((group) =>
    group.cases.map((code, index) => ({
      group,
      path: `src/${group.name}/case-${index}.ts`,
      code,
      text: `${code}\nexport {};\n`,
    })),
  );
}

/** One finding, as the verdicts of both sides write it. */
export function verdictLine(
  kind: string,
  place: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number },
  repaired: readonly string[],
): string {
  const { line, column, endLine, endColumn } = place;
  return [`${line}:${column}-${endLine}:${endColumn} ${kind}`, ...repaired.toSorted()].join('\n  => ');
}
