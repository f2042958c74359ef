import { suggest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';
import type { AnalyzeConfig, CatgaConfig } from './define.ts';

type Check = (value: unknown, path: string) => readonly string[];

const analyzeOptions: Readonly<Record<keyof AnalyzeConfig, Check>> = {
  preset: oneOf(['recommended', 'strict']),
  rules: recordOf(ruleSetting),
  overrides: listOf(ruleOverride),
  scope: oneOf(['handlers', 'everywhere']),
  ignore: listOf(text),
  baseline: relativePath,
  maxWarnings: count,
  plugins: listOf(text),
};

const options: Readonly<Record<keyof CatgaConfig, Check>> = {
  tsconfig: relativePath,
  include: listOf(text),
  output: outputFolder,
  namespace: wirePrefix,
  importExtension: oneOf(['auto', '.js', '.ts']),
  unknown: listOf(text),
  messages: recordOf(recordOf(text)),
  types: recordOf(wireTag),
  modules: listOf(text),
  analyze: membersOf('analyze', analyzeOptions),
};

/** What a configuration may say, and what its `analyze` may. */
export const optionNames: { readonly config: readonly string[]; readonly analyze: readonly string[] } = {
  config: Object.keys(options),
  analyze: Object.keys(analyzeOptions),
};

/**
 * Checks that a config's value is a {@link CatgaConfig} and nothing else.
 *
 * @throws UsageError naming every mistake at once.
 */
export function validateConfig(value: unknown, file: string): CatgaConfig {
  const problems = isRecord(value)
    ? Object.entries(value).flatMap(([name, member]) => checkOption(name, member))
    : [`exports ${describe(value)}; it must export an object.`];
  if (problems.length > 0) {
    throw new UsageError(
      problems.length === 1
        ? `${file}: ${problems.join('')}`
        : `${file} has ${problems.length} mistakes:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
      'See docs/cli.md for all options, or write the file with defineConfig from @catga/cli to have it type-checked.',
    );
  }
  // Every member has been checked by name and type just above.
  return value as CatgaConfig;
}

function checkOption(name: string, value: unknown): readonly string[] {
  return checkMember(options, name, value, name);
}

function checkMember(
  table: Readonly<Record<string, Check>>,
  name: string,
  value: unknown,
  path: string,
): readonly string[] {
  const check = Object.hasOwn(table, name) ? table[name] : undefined;
  if (check === undefined) {
    const meant = suggest(name, Object.keys(table));
    return [`"${path}" is not an option${meant === undefined ? '' : `; did you mean "${meant}"?`}.`];
  }
  return value === undefined ? [] : check(value, path);
}

function text(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'string') return [`"${path}" is ${describe(value)}; it must be a string.`];
  return value === '' ? [`"${path}" is empty.`] : [];
}

function wireTag(value: unknown, path: string): readonly string[] {
  if (!isRecord(value)) return [`"${path}" is ${describe(value)}; it must be an object.`];
  return Object.entries(value).flatMap(([name, tag]) =>
    name === 'wire'
      ? oneOf(['positional', 'keepUnknown'])(tag, `${path}.${name}`)
      : [`"${path}.${name}" is no tag of a type that is not a message; "wire" is the only one.`],
  );
}

function relativePath(value: unknown, path: string): readonly string[] {
  const problems = text(value, path);
  if (problems.length > 0 || typeof value !== 'string') return problems;
  if (value.includes('\\')) return [`"${path}" is "${value}"; paths use forward slashes.`];
  if (/^(?:\/|[A-Za-z]:)/.test(value)) return [`"${path}" is "${value}"; it must be relative to the config file.`];
  return [];
}

function outputFolder(value: unknown, path: string): readonly string[] {
  const problems = relativePath(value, path);
  if (problems.length > 0 || typeof value !== 'string') return problems;
  const steps = value.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.length === 0 || steps.includes('..')) {
    return [`"${path}" is "${value}"; it must be a folder of its own below the config file.`];
  }
  return [];
}

function wirePrefix(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'string') return text(value, path);
  return value === '' || /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/.test(value)
    ? []
    : [`"${path}" is "${value}"; it must be lower-case words joined by dots or hyphens, for example "orders".`];
}

function oneOf(allowed: readonly string[]): Check {
  return (value, path) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : [`"${path}" is ${describe(value)}; it must be one of ${allowed.map((one) => `"${one}"`).join(', ')}.`];
}

function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((element, index) => check(element, `${path}[${index}]`))
      : [`"${path}" is ${describe(value)}; it must be an array.`];
}

function recordOf(check: Check): Check {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, member]) => check(member, `${path}["${key}"]`))
      : [`"${path}" is ${describe(value)}; it must be an object.`];
}

function membersOf(name: string, table: Readonly<Record<string, Check>>): Check {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, member]) => checkMember(table, key, member, `${path}.${key}`))
      : [`"${path}" is ${describe(value)}; it must be an object: \`${name}: { … }\`.`];
}

// Whether there is such a rule, and what its options are, is known when the plugins have been loaded.
function ruleSetting(value: unknown, path: string): readonly string[] {
  const level = oneOf(['error', 'warning', 'info', 'off']);
  if (!Array.isArray(value)) return level(value, path);
  const [first, given] = value as readonly unknown[];
  return [
    ...level(first, `${path}[0]`),
    ...(value.length === 2 && isRecord(given) ? [] : [`"${path}" must be a severity, or [severity, options].`]),
  ];
}

function ruleOverride(value: unknown, path: string): readonly string[] {
  return membersOf('overrides', { files: listOf(text), rules: recordOf(ruleSetting) })(value, path);
}

function count(value: unknown, path: string): readonly string[] {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? []
    : [`"${path}" is ${describe(value)}; it must be a whole number of at least 0.`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
