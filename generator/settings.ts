/** What a generation run is told; made by the CLI from `catga.config.ts`, or by tests directly. */
export interface GeneratorSettings {
  /** Absolute path of the folder that all other paths are relative to. */
  readonly projectRoot: string;
  /** The tsconfig to load, relative to the root. */
  readonly tsconfig: string;
  /** Globs, relative to the root, of the files whose declarations are taken. Empty: every file of the tsconfig. */
  readonly include: readonly string[];
  /** Output folder, relative to the root: `src/catga`. Never scanned as input. */
  readonly output: string;
  /** Prefix of default wire names: `orders`. Empty for none. */
  readonly namespace: string;
  /** Extension in relative import specifiers. `auto`: after the tsconfig. */
  readonly importExtension: 'auto' | '.js' | '.ts';
  /** Where `unknown` and `any` are accepted: `<module or package>#<Type>.<member path>`, `*` as wildcard. */
  readonly unknown: readonly string[];
  /** Tags for types that cannot be tagged in their source, by `<module>#<Type>`: `{ qos: 'exactlyOnce' }`. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The same for other types, of which `wire` is the only tag: `{ wire: 'positional' }`. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Import specifiers of composed packages' generated folders: `@acme/billing/catga`. */
  readonly modules: readonly string[];
  /** Version of `@catga/cli`; written into the output. */
  readonly generatorVersion: string;
}

/** What holds where nobody says otherwise; the place and the version have no default. */
export const defaultSettings: Omit<GeneratorSettings, 'generatorVersion' | 'projectRoot'> = {
  tsconfig: 'tsconfig.json',
  include: [],
  output: 'src/catga',
  namespace: '',
  importExtension: 'auto',
  unknown: [],
  messages: {},
  types: {},
  modules: [],
};
