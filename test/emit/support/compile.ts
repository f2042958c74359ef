import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures, repository } from './cases.ts';
import { compileHere } from './compile-here.ts';

/** The compilers that generated code has to satisfy, by version. */
export const compilers: Readonly<Record<string, string>> = {
  '5.9': join(repository, 'node_modules/typescript-5.9/bin/tsc'),
  '6': join(repository, 'node_modules/typescript/bin/tsc'),
  '7': join(repository, 'node_modules/typescript-7/bin/tsc'),
};

/** What one compiler said about the project's own files, and its figures as `--extendedDiagnostics` names them. */
export interface Compilation {
  readonly errors: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * Type-checks a folder under every strict flag. Findings in files outside of it, that is in the runtime's sources, are the
 * business of the repository's own type-check.
 */
export function compile(folder: string, compiler: string, include: readonly string[] = ['**/*.ts']): Compilation {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.all.json'),
    JSON.stringify({
      extends: join(fixtures, 'tsconfig.base.json'),
      compilerOptions: {
        types: ['node'],
        typeRoots: [join(repository, 'node_modules/@types')],
        allowImportingTsExtensions: true,
      },
      include,
    }),
  );
  return compileProject(folder, compiler, 'tsconfig.all.json');
}

/** Type-checks a project by a configuration in its folder. */
export function compileProject(folder: string, compiler: string, tsconfig = 'tsconfig.json'): Compilation {
  const library = join(compiler, '../../lib/typescript.js');
  return existsSync(library) ? compileHere(folder, library, tsconfig) : compileApart(folder, compiler, tsconfig);
}

/** As {@link compileProject}, by a process: the compiler that is written in Go is not to be had otherwise. */
function compileApart(folder: string, compiler: string, tsconfig: string): Compilation {
  const run = spawnSync(
    process.execPath,
    [compiler, '-p', join(folder, tsconfig), '--noEmit', '--pretty', 'false', '--extendedDiagnostics'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const lines = `${run.stdout}${run.stderr}`.split('\n');
  const figures: Record<string, number> = {};
  for (const line of lines) {
    const figure = /^([A-Z][\w ]+):\s+(\d+)K?\s*$/.exec(line);
    if (figure?.[1] !== undefined) figures[figure[1]] = Number(figure[2]);
  }
  const errors = lines.filter((line) => /(^| )error TS\d+/.test(line));
  return { errors: errors.filter((line) => !line.startsWith('../') && !line.startsWith(repository)), figures };
}
