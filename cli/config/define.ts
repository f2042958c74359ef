import type { RuleOverride, RuleSetting } from '../../analyzers/settings.ts';

/**
 * What `catga.config.ts` may say. Every member is optional; paths are relative to the folder of the config file and use
 * forward slashes.
 *
 * The value must be plain data: it is read once and kept until the file changes, so that a run with nothing to do does
 * not have to evaluate it.
 */
export interface CatgaConfig {
  /** The tsconfig whose program is scanned. Default: `tsconfig.json`. */
  readonly tsconfig?: string;
  /**
   * Globs of the files whose declarations are taken, for example `src/orders/**`. Default: every source file of the
   * tsconfig.
   */
  readonly include?: readonly string[];
  /** The folder that `catga generate` writes. Everything in it that it wrote before is its own. Default: `src/catga`. */
  readonly output?: string;
  /** Prefix of default wire names: with `orders`, `PlaceOrder` becomes `orders.place-order`. Default: none. */
  readonly namespace?: string;
  /** Extension in the relative imports of generated files. Default: `auto`, as the tsconfig demands. */
  readonly importExtension?: 'auto' | '.js' | '.ts';
  /**
   * Members whose type may be `unknown` or `any` although the declaration cannot be changed:
   * `<module or package>#<Type>.<member path>`, with `*` as wildcard.
   */
  readonly unknown?: readonly string[];
  /** Tags for message types that cannot be tagged where they are declared, by `<module>#<Type>`: `{ qos: 'atLeastOnce' }`. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The same for types that are no messages, of which `wire` is the only tag: `{ wire: 'keepUnknown' }`. */
  readonly types?: Readonly<Record<string, Readonly<Record<'wire', string>>>>;
  /** Import specifiers of the generated folders of composed packages: `@acme/billing/catga`. */
  readonly modules?: readonly string[];
  /** What `catga analyze` looks for, and how. */
  readonly analyze?: AnalyzeConfig;
}

/** What the configuration may say about `catga analyze`. Rules go by name or id. */
export interface AnalyzeConfig {
  /** The rules that are on unless `rules` says otherwise. Default: `recommended`. */
  readonly preset?: 'recommended' | 'strict';
  /** Severities and options: `{ 'blocking-call': ['error', { allow: ['fs.statSync'] }] }`. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Other severities and options for some files; later ones win. */
  readonly overrides?: readonly RuleOverride[];
  /** `everywhere`: rules about handlers look at the whole program. Default: `handlers`. */
  readonly scope?: 'handlers' | 'everywhere';
  /** Globs of files that rules do not look at. Default: none. */
  readonly ignore?: readonly string[];
  /** The file of known findings. Default: `catga.baseline.json`, where it exists. */
  readonly baseline?: string;
  /** How many warnings are let pass. Default: 0. */
  readonly maxWarnings?: number;
  /** Modules that export `rules`: packages, or files relative to the configuration. Default: none. */
  readonly plugins?: readonly string[];
}

/**
 * Gives `catga.config.ts` its types; returns what it is given.
 *
 * @example
 * ```ts
 * import { defineConfig } from '@catga/cli';
 *
 * export default defineConfig({ output: 'src/catga', namespace: 'orders' });
 * ```
 */
export function defineConfig(config: CatgaConfig): CatgaConfig {
  return config;
}
