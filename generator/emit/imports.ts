import { compare, isBindable, pascalCase } from './identifiers.ts';

// What generated code refers to without an import. A message called `Promise` is imported under another name.
const globals: readonly string[] = (
  'AggregateError Array ConstructorParameters Date Error Exclude Map NonNullable Number Object Omit Promise Readonly ' +
  'ReadonlyArray ReadonlyMap ReadonlySet Record Set String Symbol Uint8Array undefined'
).split(' ');

interface Binding {
  readonly name: string;
  readonly specifier: string;
  type: boolean;
  /** The local name, once it is settled. */
  local: string;
}

/** What a part of a module has imported, and what it was called there. */
export interface NamedImport {
  readonly specifier: string;
  readonly name: string;
  readonly type: boolean;
  readonly local: string;
}

/**
 * The imports of one generated module. The same name from two modules is told apart by where it comes from:
 * `Cancel` of `billing/messages` and of `orders/messages` become `BillingMessagesCancel` and `OrdersMessagesCancel`.
 *
 * Which names clash is known only when all have been asked for. So a module is rendered again where any do: the first pass
 * has collected them, the second prints what they are called.
 */
export class Imports {
  /** By specifier, then by name: nearly all text that is emitted asks here (bench generate/cold). */
  readonly #bindings = new Map<string, Map<string, Binding>>();
  readonly #reserved: ReadonlySet<string>;
  #order: readonly Binding[] | undefined;
  #noted: NamedImport[] | undefined;

  /** @param reserved - Names that the module declares itself. */
  constructor(reserved: Iterable<string>) {
    this.#reserved = new Set(reserved);
  }

  /** The local name of a value. */
  value(specifier: string, name: string): string {
    return this.#use(specifier, name, false);
  }

  /** The local name of a type. */
  type(specifier: string, name: string): string {
    return this.#use(specifier, name, true);
  }

  /** Prints something; tells what was imported for it. */
  noting(print: () => string): { readonly text: string; readonly imported: readonly NamedImport[] } {
    const outer = this.#noted;
    const imported: NamedImport[] = [];
    this.#noted = imported;
    const text = print();
    this.#noted = outer;
    outer?.push(...imported);
    return { text, imported };
  }

  /** Imports again what has been noted. Whether all of it has the same name as then. */
  repeat(imported: readonly NamedImport[]): boolean {
    let isSame = true;
    for (const { specifier, name, type, local } of imported)
      isSame = this.#use(specifier, name, type) === local && isSame;
    return isSame;
  }

  #use(specifier: string, name: string, type: boolean): string {
    const local = this.#bind(specifier, name, type);
    this.#noted?.push({ specifier, name, type, local });
    return local;
  }

  #bind(specifier: string, name: string, type: boolean): string {
    let names = this.#bindings.get(specifier);
    if (names === undefined) this.#bindings.set(specifier, (names = new Map()));
    const binding = names.get(name);
    if (binding === undefined) {
      names.set(name, { name, specifier, type, local: name });
      this.#order = undefined;
      return name;
    }
    if (!type) binding.type = false;
    return binding.local;
  }

  /**
   * Decides the local names; from here on they are what is answered.
   *
   * @param more - Further names that the module declares itself.
   * @returns whether any differs from the name that was answered before.
   */
  settle(more: Iterable<string> = []): boolean {
    const bindings = this.#sorted();
    const sharing = new Map<string, number>();
    for (const { name } of bindings) sharing.set(name, (sharing.get(name) ?? 0) + 1);
    const taken = new Set([...globals, ...this.#reserved, ...more]);
    let renamed = false;
    for (const binding of bindings) {
      const { name, specifier } = binding;
      const plain = sharing.get(name) === 1 && isBindable(name) && !taken.has(name);
      const wanted = plain ? name : qualified(specifier, name);
      let local = wanted;
      for (let count = 2; taken.has(local); count++) local = `${wanted}${count}`;
      taken.add(local);
      renamed ||= local !== binding.local;
      binding.local = local;
    }
    return renamed;
  }

  /** By specifier, then by name. */
  #sorted(): readonly Binding[] {
    this.#order ??= [...this.#bindings]
      .toSorted(([a], [b]) => compare(a, b))
      .flatMap(([, names]) => [...names.values()].toSorted((a, b) => compare(a.name, b.name)));
    return this.#order;
  }

  /** The import declarations: packages first, then relative ones; names sorted, types marked. */
  toString(): string {
    const modules = new Map<string, Binding[]>();
    for (const binding of this.#sorted()) {
      const names = modules.get(binding.specifier);
      if (names === undefined) modules.set(binding.specifier, [binding]);
      else names.push(binding);
    }
    const specifiers = [...modules.keys()].toSorted(
      (a, b) => Number(a.startsWith('.')) - Number(b.startsWith('.')) || compare(a, b),
    );
    return specifiers.map((specifier) => declaration(specifier, modules.get(specifier) ?? [])).join('\n');
  }
}

/** Renders with imports collected on the way; answers with the imports, as text and as they are, and what was rendered. */
export function withImports<T>(
  reserved: Iterable<string>,
  render: (imports: Imports) => T,
): { imports: string; used: Imports; body: T } {
  const imports = new Imports(reserved);
  let body = render(imports);
  if (imports.settle()) body = render(imports);
  return { imports: imports.toString(), used: imports, body };
}

function qualified(specifier: string, name: string): string {
  const path = specifier.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  const words = path.filter((part) => part !== '..' && part !== '.').slice(-2);
  return pascalCase(words.join('-')) + (name === 'default' ? '' : pascalCase(name));
}

function declaration(specifier: string, names: readonly Binding[]): string {
  const onlyTypes = names.every(({ type }) => type);
  const items = names.map(({ local, name, type }) => {
    const item = local === name ? name : `${name} as ${local}`;
    return type && !onlyTypes ? `type ${item}` : item;
  });
  const open = onlyTypes ? 'import type {' : 'import {';
  const flat = `${open} ${items.join(', ')} } from '${specifier}';`;
  return flat.length <= 120 ? flat : `${open}\n${items.map((item) => `  ${item},\n`).join('')}} from '${specifier}';`;
}
