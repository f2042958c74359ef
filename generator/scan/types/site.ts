import type { ts } from 'ts-morph';

/** Where in the messages a type was met: for findings, and for the ids and names of types that have none of their own. */
export interface Site {
  /** For people: `OrderPlaced.lines[].price`. */
  readonly path: string;
  /** By the owning definition: `src/orders#OrderLine.price`. Unique, and the same in every run. */
  readonly id: string;
  /** Base of a name: `OrderLinePrice`. */
  readonly name: string;
  /** The nearest node of the project itself: a finding inside a package is shown where the package comes in. */
  readonly node: ts.Node;
  readonly depth: number;
  /** The definition that it is in; absent in a message itself. */
  readonly within?: string;
}

export function elementOf(site: Site, suffix = '[]', name = 'Item'): Site {
  return { ...site, path: site.path + suffix, id: site.id + suffix, name: site.name + name, depth: site.depth + 1 };
}
