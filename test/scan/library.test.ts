import { describe, expect, it } from 'vitest';
import { openProject, type OpenProject } from '../../generator/scan/index.ts';
import { settingsFor } from '../support/settings.ts';

/** A project that is not on disk, and declares a global of its own. */
function open(name: string, compilerOptions: object): OpenProject {
  const root = `/catga-library/${name}`;
  return openProject(settingsFor(root), {
    overlay: new Map([
      [`${root}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['a.ts'] })],
      [
        `${root}/a.ts`,
        `interface Date { readonly ${name}: number }\ndeclare const date: Date;\nconst read = date.${name};\n`,
      ],
    ]),
  });
}

const libraryOf = ({ program }: OpenProject) =>
  program.getSourceFiles().filter((file) => program.isSourceFileDefaultLibrary(file));

/** What is wrong with the types of a program, the library's among them. */
const mistakes = ({ program }: OpenProject): readonly unknown[] => [
  ...program.getGlobalDiagnostics(),
  ...program.getSourceFiles().flatMap((file) => program.getSemanticDiagnostics(file)),
];

describe('scan: the standard library', () => {
  it('scan: is parsed once for all programs that parse it alike', () => {
    const lib = ['ES2023', 'ESNext.Disposable'];
    const [first, second] = [open('first', { target: 'ES2022', lib }), open('second', { target: 'ES2022', lib })];
    expect(libraryOf(first).length).toBeGreaterThan(30);
    expect(libraryOf(second).every((file, at) => file === libraryOf(first)[at])).toBe(true);
    const other = open('other', { target: 'ES2015', lib });
    expect(libraryOf(other).some((file, at) => file === libraryOf(first)[at])).toBe(false);
  });

  it('scan: what one program adds to it is not there for another', () => {
    const options = { target: 'ES2022', lib: ['ES2023'], types: [] };
    const [adds, other] = [open('adds', options), open('other', options)];
    expect(mistakes(adds)).toEqual([]);
    expect(mistakes(other)).toEqual([]);
    const { checker, program } = other;
    const file = program.getSourceFile('/catga-library/other/a.ts');
    const date = checker.resolveName('date', file, other.ts.SymbolFlags.Variable, false);
    const members = date && checker.getPropertiesOfType(checker.getTypeOfSymbol(date)).map(({ name }) => name);
    expect(members).toContain('other');
    expect(members).toContain('getTime');
    expect(members).not.toContain('adds');
  });
});
