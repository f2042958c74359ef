import path from 'node:path';
import parser from '@typescript-eslint/parser';
import plugin from '@typescript-eslint/eslint-plugin';
import { Linter } from 'eslint';
import ts from 'typescript';
import { placedFinding, type CaseFile, type Differential, type Verdict } from './corpus.ts';

/** Runs typescript-eslint's rule on the cases, with the options of each group. */
export function peerVerdicts(
  { peer, peerOptions = (options) => [options], kinds, repairs }: Differential,
  program: ts.Program,
  files: readonly CaseFile[],
): ReadonlyMap<string, Verdict> {
  const root = program.getCurrentDirectory();
  const linter = new Linter({ configType: 'flat', cwd: root });
  const known = new Set(Object.values(kinds));
  const verdicts = new Map<string, Verdict>();
  for (const { group, path: file, text } of files) {
    const config = {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions: { programs: [program] } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      plugins: { '@typescript-eslint': plugin },
      rules: { [`@typescript-eslint/${peer}`]: ['error', ...peerOptions(group.options)] },
    };
    // The plugin states its types for another version of ESLint's.
    const messages = linter.verify(text, config as unknown as Linter.Config, path.posix.join(root, file));
    verdicts.set(
      file,
      messages.map(
        ({ message, messageId, line, column, endLine = line, endColumn = column, fix, suggestions = [] }) => {
          const kind = messageId ?? '';
          if (!known.has(kind)) throw new TypeError(`${file}: ${message}\n${text}`);
          const edits = [...(fix === undefined ? [] : [fix]), ...suggestions.map((one) => one.fix)];
          const repaired = edits.map(
            ({ range: [start, end], text: replacement }) => `${text.slice(0, start)}${replacement}${text.slice(end)}`,
          );
          return placedFinding(kind, { line, column, endLine, endColumn }, repairs === 'same' ? repaired : []);
        },
      ),
    );
  }
  return verdicts;
}

/** Makes a program of texts that are not on disk, with the compiler that typescript-eslint uses. */
export function virtualProgram(
  root: string,
  texts: Readonly<Record<string, string>>,
  compilerOptions: Readonly<Record<string, unknown>>,
): ts.Program {
  const files = new Map(Object.entries(texts).map(([name, text]) => [path.posix.join(root, name), text]));
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => root,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file) ?? disk.readFile(file),
    getSourceFile(file, settings, ...rest) {
      const text = files.get(file);
      return text === undefined
        ? disk.getSourceFile(file, settings, ...rest)
        : ts.createSourceFile(file, text, settings, true);
    },
  };
  return ts.createProgram({ rootNames: [...files.keys()].filter((file) => file.endsWith('.ts')), options, host });
}
