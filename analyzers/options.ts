/** The options of a rule, by name. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** A rule without options. */
export type NoOptions = Readonly<Record<string, never>>;

/** One option of a rule: what it may be, and what it is unless somebody says otherwise. */
export type OptionDefinition =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'number'; readonly default: number; readonly minimum?: number; readonly description: string }
  | {
      readonly type: 'choice';
      readonly choices: readonly string[];
      readonly default: string;
      readonly description: string;
    }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: string }
  | { readonly type: 'specifiers'; readonly default: readonly TypeSpecifier[]; readonly description: string };

/** The definition of an option of some type: what the table of a rule is declared with. */
export type OptionOf<Type extends OptionDefinition['type']> = Extract<OptionDefinition, { readonly type: Type }>;

/**
 * A type or a value by where it comes from, as in typescript-eslint: a name anywhere, or one of a file, the standard
 * library, or a package.
 */
export type TypeSpecifier =
  | string
  | { readonly from: 'file'; readonly name: string | readonly string[]; readonly path?: string }
  | { readonly from: 'lib'; readonly name: string | readonly string[] }
  | { readonly from: 'package'; readonly name: string | readonly string[]; readonly package: string };

/** What a rule gets: every option, with its default where nothing was said. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>;
};

type OptionValue<Definition extends OptionDefinition> = Definition extends { readonly type: 'boolean' }
  ? boolean
  : Definition extends { readonly type: 'number' }
    ? number
    : Definition extends { readonly type: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : Definition extends { readonly type: 'strings' }
        ? readonly string[]
        : readonly TypeSpecifier[];

/** The defaults of a rule's options. */
export function defaultOptions<Options extends OptionTable>(options: Options): OptionValues<Options> {
  // Each value is the default of the definition of that name.
  return Object.fromEntries(
    Object.entries(options).map(([name, { default: value }]) => [name, value]),
  ) as OptionValues<Options>;
}

/** What is wrong with the options that somebody gives a rule, in words; empty where nothing is. */
export function optionProblems(options: OptionTable, given: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const definition = Object.hasOwn(options, name) ? options[name] : undefined;
    if (definition === undefined) {
      const names = Object.keys(options);
      return [`"${name}" is not one of its options (${names.length === 0 ? 'it has none' : names.join(', ')})`];
    }
    const expected = expectation(definition, value);
    return expected === undefined ? [] : [`"${name}" must be ${expected}`];
  });
}

function expectation(definition: OptionDefinition, value: unknown): string | undefined {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'number': {
      const minimum = definition.minimum ?? -Infinity;
      return typeof value === 'number' && value >= minimum ? undefined : `a number of at least ${minimum}`;
    }
    case 'choice':
      return typeof value === 'string' && definition.choices.includes(value)
        ? undefined
        : `one of ${definition.choices.map((choice) => `"${choice}"`).join(', ')}`;
    case 'strings':
      return isListOf(value, (each) => typeof each === 'string') ? undefined : 'an array of strings';
    default:
      return isListOf(value, isSpecifier)
        ? undefined
        : 'an array of names, or of { from: "file" | "lib" | "package", name, path?, package? }';
  }
}

function isListOf(value: unknown, check: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isSpecifier(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { from, name, path, package: owner } = value as Readonly<Record<string, unknown>>;
  const isNamed = typeof name === 'string' || isListOf(name, (each) => typeof each === 'string');
  if (!isNamed) return false;
  if (from === 'package') return typeof owner === 'string';
  return from === 'lib' || (from === 'file' && (path === undefined || typeof path === 'string'));
}
