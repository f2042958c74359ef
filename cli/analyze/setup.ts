import {
  defaultSettings,
  isNamed,
  optionProblems,
  rules as ownRules,
  type AnalysisSettings,
  type AnyRule,
  type RuleSetting,
} from '../../analyzers/index.ts';
import type { Configuration } from '../open-configuration.ts';
import { suggest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';
import { loadPlugins } from './plugins.ts';

/** Which rules there are, and what is to be done with them. */
export interface AnalysisSetup {
  /** Ours and those of plugins. */
  readonly rules: readonly AnyRule[];
  readonly settings: AnalysisSettings;
  /** Absolute. */
  readonly pluginFiles: readonly string[];
}

/** What the command line says about rules; it wins over the configuration. */
export interface SetupFlags {
  readonly rule?: readonly string[];
  readonly scope?: AnalysisSettings['scope'];
  readonly preset?: AnalysisSettings['preset'];
}

/**
 * Puts together what the configuration and the command line say.
 *
 * @throws UsageError where a plugin cannot be loaded, a rule is not there, or has no such option.
 */
export async function setUpAnalysis(
  { config, location }: Pick<Configuration, 'config' | 'location'>,
  flags: SetupFlags,
): Promise<AnalysisSetup> {
  const { analyze = {} } = config.value;
  const plugins = await loadPlugins(analyze.plugins ?? [], location.root, ownRules);
  const rules = [...ownRules, ...plugins.rules];
  const layers = [analyze.rules ?? {}, ...(analyze.overrides ?? []).map((one) => one.rules)];
  const problems = layers
    .flatMap((layer) => Object.entries(layer))
    .flatMap(([word, one]) => problemsOf(word, one, rules));
  for (const word of flags.rule ?? []) problems.push(...problemsOf(word, 'error', rules));
  if (problems.length > 0) {
    throw new UsageError(
      problems.length === 1
        ? problems.join('')
        : `There are ${problems.length} mistakes about rules:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
      'Run `catga analyze --list-rules` to see the rules, `catga explain <rule>` for the options of one.',
    );
  }
  return {
    rules,
    pluginFiles: plugins.files,
    settings: {
      ...defaultSettings,
      ...pick(analyze, ['preset', 'rules', 'overrides', 'scope', 'ignore']),
      ...pick(flags, ['preset', 'scope']),
      ...(flags.rule !== undefined && { only: flags.rule }),
    },
  };
}

function problemsOf(word: string, setting: RuleSetting, rules: readonly AnyRule[]): readonly string[] {
  const rule = rules.find((one) => isNamed(one, [word]));
  if (rule === undefined) {
    const near = suggest(
      word,
      rules.flatMap(({ id, name }) => [id, name]),
    );
    return [`There is no rule "${word}"${near === undefined ? '' : `; did you mean "${near}"?`}.`];
  }
  if (typeof setting === 'string') return [];
  return optionProblems(rule.options, setting[1]).map((problem) => `${word}: ${problem}.`);
}

/** Members that are given: an option that is left out must not hide the default. */
function pick<T extends object, K extends keyof T>(
  from: T,
  names: readonly K[],
): { [N in K]?: Exclude<T[N], undefined> } {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as {
    [N in K]?: Exclude<T[N], undefined>;
  };
}
