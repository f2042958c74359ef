import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ts } from '../../generator/scan/compiler-library.ts';
import { cacheFolder } from '../freshness/cache-folder.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The value that a config module exports by default, as plain data. This is the one place where user code runs: the
 * module is transpiled, written to the cache folder (bare imports resolve from there as they do from the project) and
 * imported.
 *
 * @throws UsageError where it does not parse, fails, imports project files, or exports what is not plain data.
 */
export async function evaluateConfig(file: string, text: string, root: string): Promise<unknown> {
  const name = basename(file);
  refuseRelativeImports(name, text, 'a configuration');
  try {
    return plain(name, defaultOf(await importTranspiled(name, text, root)));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `${name} cannot be evaluated: ${error instanceof Error ? error.message : String(error)}`,
      'Mend the error. If @catga/cli is not installed in the project, install it or use catga.config.json.',
      { cause: error },
    );
  }
}

/** Transpiles a module and imports it from the cache folder, from where bare imports resolve as they do from the project. */
export async function importTranspiled(name: string, text: string, root: string): Promise<unknown> {
  const compiled = transpile(name, text);
  const folder = cacheFolder(root);
  mkdirSync(folder, { recursive: true });
  const module = join(folder, `${basename(name).replaceAll('.', '-')}-${process.pid}-${Date.now()}.mjs`);
  const remove = (): void => rmSync(module, { force: true });
  // Also when the user interrupts a configuration that takes its time.
  process.once('exit', remove);
  try {
    writeFileSync(module, compiled);
    // catga-disable-next-line CATGA7005 -- the user's configuration, compiled a line above
    const exported: unknown = await import(pathToFileURL(module).href);
    return exported;
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

// What a config says is kept until the file itself changes; files that it imports would change unseen.
export function refuseRelativeImports(name: string, text: string, what: string): void {
  const relative = ts
    .preProcessFile(text, true, true)
    .importedFiles.find(({ fileName }) => /^\.{1,2}\//.test(fileName));
  if (relative === undefined) return;
  throw new UsageError(
    `${name} imports "${relative.fileName}": ${what} may import packages, but no files of the project.`,
    'Write what it takes into the file itself, or import it from a package.',
  );
}

function transpile(name: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      allowJs: true,
      verbatimModuleSyntax: true,
    },
  });
  const [first] = diagnostics;
  if (first === undefined) return outputText;
  const { line, character } = ts.getLineAndCharacterOfPosition(
    first.file ?? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022),
    first.start ?? 0,
  );
  throw new UsageError(
    `${name}:${line + 1}:${character + 1}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`,
    'Mend the syntax error.',
  );
}

function defaultOf(exported: unknown): unknown {
  return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : undefined;
}

/** Refuses everything that does not survive JSON: the value is cached as JSON. */
function plain(name: string, value: unknown): unknown {
  if (value === undefined) {
    throw new UsageError(`${name} has no default export.`, 'Write `export default defineConfig({ … })`.');
  }
  const path = unplainMember(value, '');
  if (path !== undefined) {
    throw new UsageError(
      `${name}: ${path === '' ? 'the configuration' : `"${path}"`} is not plain data.`,
      'Use strings, numbers, booleans, arrays and object literals only.',
    );
  }
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function unplainMember(value: unknown, path: string): string | undefined {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object') return path;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return path;
  for (const [key, member] of Object.entries(value)) {
    const found = unplainMember(member, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
