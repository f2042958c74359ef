import type { OptionTable } from './options.ts';
import { defaultOptions, type OptionValues } from './options.ts';
import type { AnyRule, Severity } from './rule.ts';
import { matchesGlob } from '../generator/scan/glob.ts';

/** A severity, or both that and options. `off` switches a rule off. */
export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>];

/** What `analyze` in `catga.config.ts` says, with its defaults filled in. */
export interface AnalysisSettings {
  readonly preset: 'recommended' | 'strict';
  /** By name or id of a rule. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Later ones win. */
  readonly overrides: readonly RuleOverride[];
  /** `handlers`: each rule where it belongs. `everywhere`: all of them in the whole program. */
  readonly scope: 'handlers' | 'everywhere';
  /** Globs of files that no rule looks at. */
  readonly ignore: readonly string[];
  /** Runs these alone, by name or id, whatever else is said. */
  readonly only?: readonly string[];
}

/** Other settings for some files. */
export interface RuleOverride {
  /** Globs, relative to the project root. */
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export const defaultSettings: AnalysisSettings = {
  preset: 'recommended',
  rules: {},
  overrides: [],
  scope: 'handlers',
  ignore: [],
};

/** A rule as it runs on some file. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: OptionValues<OptionTable>;
}

/** The rules that are on, for each file and for the project as a whole. */
export interface RuleSelection {
  readonly forProject: readonly ActiveRule[];
  /** @param file - Relative to the project root. Empty where it is ignored. */
  readonly forFile: (file: string) => readonly ActiveRule[];
}

/** Reads settings: which rule is on where, how severe, with which options. */
export function selectRules(rules: readonly AnyRule[], settings: AnalysisSettings): RuleSelection {
  const chosen = settings.only === undefined ? rules : rules.filter((rule) => isNamed(rule, settings.only ?? []));
  const activeBy = (layers: readonly Readonly<Record<string, RuleSetting>>[]): readonly ActiveRule[] =>
    chosen.flatMap((rule) => activate(rule, layers, settings) ?? []);
  const byOverrides = new Map<string, readonly ActiveRule[]>();
  return {
    forProject: activeBy([settings.rules]),
    forFile(file) {
      if (settings.ignore.some((glob) => matchesGlob(file, glob))) return [];
      const matching = settings.overrides.flatMap(({ files }, index) =>
        files.some((glob) => matchesGlob(file, glob)) ? [index] : [],
      );
      const key = matching.join();
      let active = byOverrides.get(key);
      if (active === undefined) {
        active = activeBy([settings.rules, ...matching.map((index) => settings.overrides[index]?.rules ?? {})]);
        byOverrides.set(key, active);
      }
      return active;
    },
  };
}

/** Whether a list of names and ids has a rule. */
export function isNamed({ id, name }: AnyRule, words: readonly string[]): boolean {
  return words.some((word) => word === name || word.toUpperCase() === id.toUpperCase());
}

function activate(
  rule: AnyRule,
  layers: readonly Readonly<Record<string, RuleSetting>>[],
  { preset, only }: AnalysisSettings,
): ActiveRule | undefined {
  const isOn = rule.preset === 'recommended' || rule.preset === preset || only !== undefined;
  let severity: Severity | 'off' = isOn ? rule.severity : 'off';
  const isNamedBySettings = only !== undefined || layers.some((layer) => rule.id in layer || rule.name in layer);
  let options: OptionValues<OptionTable> = {
    ...defaultOptions(rule.options as OptionTable),
    ...(isNamedBySettings ? {} : (rule.presetOptions as OptionValues<OptionTable> | undefined)),
  };
  for (const layer of layers) {
    for (const word of [rule.id, rule.name]) {
      const setting = layer[word];
      if (setting === undefined) continue;
      const [level, given] = typeof setting === 'string' ? [setting, {}] : setting;
      // Who runs a rule by name wants it run.
      severity = level === 'off' && only !== undefined ? rule.severity : level;
      // Checked where the configuration was read.
      options = { ...options, ...given } as OptionValues<OptionTable>;
    }
  }
  return severity === 'off' ? undefined : { rule, severity, options };
}
