import { compare, isBindable, pascalCase } from './identifiers.ts';

// What generated code refers to without an import. A message called `Promise` is imported under another name.
const globals: readonly string[] = (
  'AggregateError Array ConstructorParameters Date Error Exclude Map NonNullable Number Object Promise Readonly ' +
  'ReadonlyArray ReadonlyMap ReadonlySet Record Set String Symbol Uint8Array undefined'
).split(' ');

interface Binding {
  readonly name: string;
  readonly specifier: string;
  type: boolean;
}

/**
 * The imports of one generated module. The same name from two modules is told apart by where it comes from:
 * `Cancel` of `billing/messages` and of `orders/messages` become `BillingMessagesCancel` and `OrdersMessagesCancel`.
 *
 * Which names clash is known only when all have been asked for. So a module is rendered twice by {@link withImports}:
 * the first pass collects, the second prints.
 */
export class Imports {
  readonly #bindings = new Map<string, Binding>();
  readonly #reserved: ReadonlySet<string>;
  #locals: ReadonlyMap<string, string> | undefined;

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

  #use(specifier: string, name: string, type: boolean): string {
    const key = `${specifier}\n${name}`;
    const binding = this.#bindings.get(key);
    if (binding === undefined) this.#bindings.set(key, { name, specifier, type });
    else if (!type) binding.type = false;
    return this.#locals?.get(key) ?? name;
  }

  /**
   * Decides the local names; from here on they are what is answered.
   *
   * @param more - Further names that the module declares itself.
   * @returns whether any differs from the name that was answered before.
   */
  settle(more: Iterable<string> = []): boolean {
    const sharing = new Map<string, number>();
    for (const { name } of this.#bindings.values()) sharing.set(name, (sharing.get(name) ?? 0) + 1);
    const locals = new Map<string, string>();
    const taken = new Set([...globals, ...this.#reserved, ...more]);
    let renamed = false;
    for (const [key, { name, specifier }] of this.#sorted()) {
      const plain = sharing.get(name) === 1 && isBindable(name) && !taken.has(name);
      const wanted = plain ? name : qualified(specifier, name);
      let local = wanted;
      for (let count = 2; taken.has(local); count++) local = `${wanted}${count}`;
      taken.add(local);
      locals.set(key, local);
      renamed ||= local !== name;
    }
    this.#locals = locals;
    return renamed;
  }

  #sorted(): readonly (readonly [string, Binding])[] {
    return [...this.#bindings].toSorted(([a], [b]) => compare(a, b));
  }

  /** The import declarations: packages first, then relative ones; names sorted, types marked. */
  toString(): string {
    const modules = new Map<string, { readonly local: string; readonly name: string; readonly type: boolean }[]>();
    for (const [key, { name, specifier, type }] of this.#sorted()) {
      const names = modules.get(specifier) ?? [];
      names.push({ name, type, local: this.#locals?.get(key) ?? name });
      modules.set(specifier, names);
    }
    const specifiers = [...modules.keys()].toSorted(
      (a, b) => Number(a.startsWith('.')) - Number(b.startsWith('.')) || compare(a, b),
    );
    return specifiers.map((specifier) => declaration(specifier, modules.get(specifier) ?? [])).join('\n');
  }
}

/** Renders with imports collected on the way; answers with the imports and the text. */
export function withImports<T>(
  reserved: Iterable<string>,
  render: (imports: Imports) => T,
): { imports: string; body: T } {
  const imports = new Imports(reserved);
  render(imports);
  imports.settle();
  const body = render(imports);
  return { imports: imports.toString(), body };
}

function qualified(specifier: string, name: string): string {
  const path = specifier.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  const words = path.filter((part) => part !== '..' && part !== '.').slice(-2);
  return pascalCase(words.join('-')) + (name === 'default' ? '' : pascalCase(name));
}

function declaration(
  specifier: string,
  names: readonly { readonly local: string; readonly name: string; readonly type: boolean }[],
): string {
  const onlyTypes = names.every(({ type }) => type);
  const items = names.map(({ local, name, type }) => {
    const item = local === name ? name : `${name} as ${local}`;
    return type && !onlyTypes ? `type ${item}` : item;
  });
  const open = onlyTypes ? 'import type {' : 'import {';
  const flat = `${open} ${items.join(', ')} } from '${specifier}';`;
  return flat.length <= 120 ? flat : `${open}\n${items.map((item) => `  ${item},\n`).join('')}} from '${specifier}';`;
}
