import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyRule } from '../../analyzers/index.ts';
import { importTranspiled, refuseRelativeImports } from '../config/evaluate.ts';
import { UsageError } from '../usage-error.ts';

/** Rules that a project brings. */
export interface LoadedPlugins {
  readonly rules: readonly AnyRule[];
  /** Absolute: what their findings depend on. */
  readonly files: readonly string[];
}

/**
 * Loads the modules that the configuration names as plugins.
 *
 * @throws UsageError where one is not there, fails, exports no `rules`, or names a rule as another one is.
 */
export async function loadPlugins(
  specifiers: readonly string[],
  root: string,
  known: readonly AnyRule[],
): Promise<LoadedPlugins> {
  const rules: AnyRule[] = [];
  const files: string[] = [];
  for (const specifier of specifiers) {
    const file = fileOf(specifier, root);
    files.push(file);
    for (const rule of rulesOf(specifier, await importPlugin(specifier, file, root))) {
      const other = [...known, ...rules].find(({ id, name }) => id === rule.id || name === rule.name);
      if (other !== undefined) {
        throw new UsageError(
          `The plugin ${specifier} has a rule ${rule.id} (${rule.name}), but ${other.id} (${other.name}) is there already.`,
          'Give it an id and a name of its own, with a prefix of your organisation.',
        );
      }
      rules.push(rule);
    }
  }
  return { rules, files };
}

function fileOf(specifier: string, root: string): string {
  if (specifier.startsWith('.')) {
    const file = resolve(root, specifier);
    if (existsSync(file)) return file;
    throw new UsageError(`The plugin ${specifier} does not exist in ${root}.`, 'Write its path with the extension.');
  }
  try {
    return createRequire(join(root, 'package.json')).resolve(specifier);
  } catch (error) {
    throw new UsageError(
      `The plugin ${specifier} cannot be found from ${root}.`,
      `Install the package, or write a path that begins with \`./\`.`,
      { cause: error },
    );
  }
}

async function importPlugin(specifier: string, file: string, root: string): Promise<unknown> {
  try {
    if (!/\.[cm]?ts$/.test(file)) {
      // catga-disable-next-line CATGA7005 -- users name their plugins in the configuration
      const module: unknown = await import(pathToFileURL(file).href);
      return module;
    }
    const text = readFileSync(file, 'utf8');
    refuseRelativeImports(specifier, text, 'a plugin in TypeScript');
    return await importTranspiled(specifier, text, root);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The plugin ${specifier} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
      'Mend the error; the module is imported as it is, and its types are stripped.',
      { cause: error },
    );
  }
}

function rulesOf(specifier: string, module: unknown): readonly AnyRule[] {
  const exported = typeof module === 'object' && module !== null && 'rules' in module ? module.rules : undefined;
  if (!Array.isArray(exported)) {
    throw new UsageError(
      `The plugin ${specifier} does not export \`rules\`.`,
      'Export an array of rules: `export const rules: readonly Rule[] = [ … ];`, with Rule from @catga/cli/analyzers.',
    );
  }
  const wrong = exported.findIndex((rule) => !isRule(rule));
  if (wrong >= 0) {
    throw new UsageError(
      `The plugin ${specifier} exports rules[${wrong}], which is not a rule.`,
      'A rule has id, name, title, severity, preset, scope, messages, options, and a function `file` or `project`.',
    );
  }
  // Each has just been looked at.
  return exported as readonly AnyRule[];
}

function isRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const rule = value as Readonly<Record<string, unknown>>;
  return (
    ['id', 'name', 'title'].every((member) => typeof rule[member] === 'string' && rule[member] !== '') &&
    ['error', 'warning', 'info'].includes(String(rule['severity'])) &&
    ['recommended', 'strict', 'off'].includes(String(rule['preset'])) &&
    ['application', 'program'].includes(String(rule['scope'])) &&
    ['messages', 'options'].every((member) => typeof rule[member] === 'object' && rule[member] !== null) &&
    (typeof rule['file'] === 'function' || typeof rule['project'] === 'function')
  );
}
