import { relative } from 'node:path';
import { ts } from '../../generator/scan/compiler-library.ts';
import { UsageError } from '../usage-error.ts';

/** `No inputs were found`, `The 'files' list is empty`. */
const noInputs: ReadonlySet<number> = new Set([18_003, 18_002]);

/** `File not found`, `Cannot read file`. */
const missingFile: ReadonlySet<number> = new Set([6053, 5083]);

/**
 * Refuses a tsconfig from which no program can be made. What it says about unknown options is left to the project's own
 * compiler, which may be newer than ours.
 *
 * @throws UsageError where it does not parse, extends what is not there, or includes no files.
 */
export function checkTsconfig(file: string, root: string): void {
  const syntax = ts.readConfigFile(file, read).error;
  const source = ts.readJsonConfigFile(file, read);
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, ts.sys, root, undefined, file);
  const name = relative(root, file);
  for (const error of [...(syntax === undefined ? [] : [syntax]), ...parsed.errors]) {
    if (noInputs.has(error.code)) {
      throw new UsageError(`${name} includes no files.`, 'Check its "include", "exclude" and "files".');
    }
    // Codes below 2000 are the parser's.
    if (error.code >= 2000 && !missingFile.has(error.code)) continue;
    const at = error.file?.getLineAndCharacterOfPosition(error.start ?? 0);
    const place = at === undefined ? '' : `:${at.line + 1}:${at.character + 1}`;
    throw new UsageError(
      `${error.file === undefined ? name : relative(root, error.file.fileName)}${place}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`,
      'Mend the tsconfig; `npx tsc --showConfig` shows how the compiler reads it.',
    );
  }
}

function read(path: string): string | undefined {
  return ts.sys.readFile(path);
}
