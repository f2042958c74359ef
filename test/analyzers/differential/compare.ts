import path from 'node:path';
import ts from 'typescript';
import { toPosix } from '../../../generator/scan/project-paths.ts';
import { caseFiles, type CaseFile, type Differential, type PlacedCase, type Verdict } from './corpus.ts';
import { ourVerdicts } from './our-verdicts.ts';
import { peerVerdicts, virtualProgram } from './peer-verdicts.ts';

/** What a comparison has come to. */
export interface Comparison {
  readonly cases: number;
  /** How many findings the other rule has. */
  readonly findings: number;
  readonly differences: readonly Difference[];
  /** Cases that do not compile, with what is wrong. */
  readonly mistakes: readonly string[];
}

export interface Difference {
  readonly group: string;
  readonly code: string;
  readonly ours: string;
  readonly theirs: string;
}

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  // So that the prelude is a script, and global.
  moduleDetection: 'legacy',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Runs both rules on all cases. */
export function compare(differential: Differential): Comparison {
  // Below the repository, so that packages resolve.
  const root = toPosix(path.join(process.cwd(), 'catga-differential'));
  const files = caseFiles(differential);
  const options = { ...compilerOptions, ...differential.compilerOptions };
  const texts: Record<string, string> = {
    'package.json': JSON.stringify({ name: 'differential', type: 'module', private: true }),
    'src/prelude.ts': differential.prelude,
    ...Object.fromEntries(files.map(({ path: file, text }) => [file, text])),
  };
  const ours = ourVerdicts(differential, root, texts, files, options);
  const program = virtualProgram(root, texts, options);
  const theirs = peerVerdicts(differential, program, files);
  const differences = files.flatMap(({ group, path: file, cases }) =>
    cases.flatMap((one): readonly Difference[] => {
      const [our, their] = [within(one, ours.get(file)), within(one, theirs.get(file))];
      return our === their ? [] : [{ group: group.name, code: one.code, ours: our, theirs: their }];
    }),
  );
  return {
    cases: files.reduce((sum, { cases }) => sum + cases.length, 0),
    findings: [...theirs.values()].reduce((sum, verdict) => sum + verdict.length, 0),
    differences,
    mistakes: mistakesIn(program, root, files),
  };
}

/** What a verdict says of one case. */
function within({ fromLine, toLine }: PlacedCase, verdict: Verdict = []): string {
  const found = verdict.filter(({ line }) => fromLine <= line && line <= toLine);
  return found.length === 0
    ? 'nothing'
    : found
        .map(({ text }) => text)
        .toSorted()
        .join('\n');
}

/** What the compiler finds odd, and compiles: a value before a comma that does nothing, a promise as a condition. */
const oddities: ReadonlySet<number> = new Set([2695, 2801]);

function mistakesIn(program: ts.Program, root: string, files: readonly CaseFile[]): readonly string[] {
  const compiling = files.filter(({ group }) => group.mayNotCompile !== true);
  return ['src/prelude.ts', ...compiling.map((file) => file.path)].flatMap((file) => {
    const source = program.getSourceFile(path.posix.join(root, file));
    const mistakes = program.getSemanticDiagnostics(source).filter(({ code }) => !oddities.has(code));
    return mistakes.map(({ messageText, start = 0 }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `${file}: ${text}: ${source?.text.slice(start, start + 60) ?? ''}`;
    });
  });
}
