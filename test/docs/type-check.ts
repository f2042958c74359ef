import { relative } from 'node:path';
import ts from 'typescript';
import { compilerOptions } from './doc-project.ts';

/** What the compiler says about `files`, one line each; empty when all is well. One program for all of them. */
export function typeCheck(files: readonly string[], base: string): readonly string[] {
  const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, base);
  const program = ts.createProgram(files, options);
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    if (diagnostic.file === undefined || diagnostic.start === undefined) return text;
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
    return `${relative(base, diagnostic.file.fileName)}:${line + 1}: ${text}`;
  });
}
