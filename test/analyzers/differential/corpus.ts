import type { AnyRule } from '../../../analyzers/rule.ts';

/**
 * A comparison of one of our rules with the released rule of typescript-eslint that it is to agree with.
 *
 * To compare another rule: write its cases (`<rule>/hand-written.ts`; `<rule>/generated.ts` by `product`), state a
 * `Differential` with them in `<rule>.test.ts`, and pass it to `testAgreement`. Cases become modules of one project, each its
 * own or many in one, next to a prelude of global declarations (that of `floating-promise` may serve); either side opens the
 * project once. Per case the findings are compared by kind and by where they begin and end, and where asked for by what
 * their repairs make of the text. What differs must be listed in `disagreements` with a reason, and what is listed must
 * differ.
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
  /** How many cases, each of them a statement, one module takes. Default: one. */
  readonly inModules?: number;
  /** What each module begins with. */
  readonly before?: string;
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

/** A module, and the cases that it is made of. */
export interface CaseFile {
  readonly group: CaseGroup;
  /** Relative to the project root. */
  readonly path: string;
  readonly text: string;
  readonly cases: readonly PlacedCase[];
}

/** A case, and the lines of its module that it takes. */
export interface PlacedCase {
  readonly code: string;
  readonly fromLine: number;
  readonly toLine: number;
}

/** What a rule says of a module: each finding with its kind, its place, and what its repairs make of the text. Sorted. */
export type Verdict = readonly PlacedFinding[];

export interface PlacedFinding {
  readonly line: number;
  readonly text: string;
}

/** The modules of a corpus. */
export function caseFiles({ groups }: Differential): readonly CaseFile[] {
  return groups.flatMap((group) => {
    const { cases, inModules = 1 } = group;
    const modules = Math.ceil(cases.length / inModules);
    return Array.from({ length: modules }, (_, index) =>
      moduleOf(group, index, cases.slice(index * inModules, (index + 1) * inModules)),
    );
  });
}

function moduleOf(group: CaseGroup, index: number, codes: readonly string[]): CaseFile {
  const before = group.before === undefined ? '' : `${group.before}\n`;
  let line = before === '' ? 1 : 2;
  const cases = codes.map((code): PlacedCase => {
    const fromLine = line;
    line += code.split('\n').length;
    return { code, fromLine, toLine: line - 1 };
  });
  const text = `${before}${codes.join('\n')}\nexport {};\n`;
  return { group, path: `src/${group.name}/case-${index}.ts`, text, cases };
}

/** One finding, as the verdicts of both sides have it. */
export function placedFinding(
  kind: string,
  place: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number },
  repaired: readonly string[],
): PlacedFinding {
  const { line, column, endLine, endColumn } = place;
  const text = [`${line}:${column}-${endLine}:${endColumn} ${kind}`, ...repaired.toSorted()].join('\n  => ');
  return { line, text };
}
