import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type ts from 'typescript';
import type { Compilation } from './compile.ts';

const require = createRequire(import.meta.url);

/**
 * Type-checks a project as `tsc --noEmit -p` does, in this process, where the compiler is warm and the declarations of
 * packages are parsed. Files outside of the folder are read, not checked.
 *
 * @param library - The compiler's own module.
 */
export function compileHere(folder: string, library: string, tsconfig: string): Compilation {
  const compiler = require(library) as typeof ts;
  const base = resolve(folder);
  const broken: ts.Diagnostic[] = [];
  const config = compiler.getParsedCommandLineOfConfigFile(
    join(base, tsconfig),
    { noEmit: true },
    {
      ...compiler.sys,
      getCurrentDirectory: () => base,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => void broken.push(diagnostic),
    },
  );
  const names: ts.FormatDiagnosticsHost = {
    getCurrentDirectory: () => base,
    getCanonicalFileName: (file) => file,
    getNewLine: () => '\n',
  };
  const shown = (diagnostics: readonly ts.Diagnostic[]): readonly string[] =>
    compiler
      .sortAndDeduplicateDiagnostics(diagnostics)
      .map((diagnostic) => compiler.formatDiagnostic(diagnostic, names).trimEnd())
      .filter((line) => !line.startsWith('../'));
  if (config === undefined) return { errors: shown(broken), figures: {} };
  const { fileNames: rootNames, options, projectReferences = [], errors } = config;
  const host = hostOf(compiler, library, options, base);
  const program = compiler.createProgram({
    rootNames,
    options,
    projectReferences,
    configFileParsingDiagnostics: errors,
    host,
  });
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${base}/`));
  const found = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...(options.declaration === true ? program.getDeclarationDiagnostics(file) : []),
  ]);
  const general = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
  ];
  return {
    errors: shown([...general, ...found]),
    figures: {
      Files: program.getSourceFiles().length,
      Symbols: program.getSymbolCount(),
      Types: program.getTypeCount(),
      Instantiations: program.getInstantiationCount(),
    },
  };
}

// What packages declare is parsed once for all projects that parse it alike.
const parsed = new Map<string, ts.SourceFile>();

function hostOf(compiler: typeof ts, library: string, options: ts.CompilerOptions, base: string): ts.CompilerHost {
  const host = compiler.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  return {
    ...host,
    getCurrentDirectory: () => base,
    getSourceFile(file, parsing, ...rest) {
      if (!/\/node_modules\/(?:typescript[^/]*\/lib|@types)\/.*\.d\.ts$/.test(file))
        return getSourceFile(file, parsing, ...rest);
      const { languageVersion, impliedNodeFormat } =
        typeof parsing === 'object' ? parsing : { languageVersion: parsing, impliedNodeFormat: undefined };
      const key = `${library} ${languageVersion} ${impliedNodeFormat} ${file}`;
      const known = parsed.get(key) ?? getSourceFile(file, parsing, ...rest);
      if (known !== undefined) parsed.set(key, known);
      return known;
    },
  };
}
