import type { Identity } from './identity.ts';
import type { Site } from './site.ts';

/** How messages come to the types that they are made of: why a finding deep inside one concerns them. */
export interface Reach {
  /** Takes note that a type was met at a site. */
  note(identity: Identity, site: Site): void;
  /** Takes note of which type a finding is about, by the finding's path. */
  place(path: string, type: string | undefined): void;
  /**
   * The way to what a finding is about, as it was met first: the message with the number of others that come there too, then
   * each member that leads on. `undefined` where the path alone says as much.
   */
  chainTo(path: string): readonly string[] | undefined;
}

interface Entry {
  readonly identity: Identity;
  readonly site: Site;
}

export function createReach(): Reach {
  const first = new Map<string, Entry>();
  const holders = new Map<string, Set<string>>();
  const roots = new Map<string, Set<string>>();
  const placed = new Map<string, string>();

  /** Messages that come to a type. */
  const messagesOf = (type: string): ReadonlySet<string> => {
    const types = new Set([type]);
    // A set's iteration visits what is added on the way.
    for (const id of types) for (const holder of holders.get(id) ?? []) types.add(holder);
    return new Set([...types].flatMap((id) => [...(roots.get(id) ?? [])]));
  };

  return {
    note(identity, site) {
      const { id } = identity;
      if (!first.has(id)) first.set(id, { identity, site });
      if (site.within === undefined) add(roots, id, messageOf(site));
      else add(holders, id, site.within);
    },
    place(path, type) {
      if (type !== undefined && !placed.has(path)) placed.set(path, type);
    },
    chainTo(path) {
      const type = placed.get(path);
      if (type === undefined) return undefined;
      const steps: Entry[] = [];
      for (let at: string | undefined = type; at !== undefined;) {
        const entry = first.get(at);
        if (!entry || steps.includes(entry)) return undefined;
        steps.unshift(entry);
        at = entry.site.within;
      }
      const [start] = steps;
      if (!start) return undefined;
      const message = messageOf(start.site);
      const others = [...messagesOf(type)].filter((name) => name !== message).length;
      // The message itself is no step; what answers it is one.
      const named = steps.filter(({ identity, site }) => identity.isNamed && site.path !== message);
      if (named.length === 0 && others === 0) return undefined;
      let holder: Pick<Site, 'name' | 'path'> = { path: message, name: message };
      const chain = named.map(({ identity, site }) => {
        const step = `${stepFrom(holder, site)}: ${identity.symbol?.name ?? identity.name}`;
        holder = { path: site.path, name: identity.symbol?.name ?? identity.name };
        return step;
      });
      const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'message' : 'messages'}`;
      // A type that holds itself leads on in the same way again.
      return [message + more, ...new Set(chain)];
    },
  };
}

function add(to: Map<string, Set<string>>, key: string, value: string): void {
  const set = to.get(key);
  if (set) set.add(value);
  else to.set(key, new Set([value]));
}

/** Paths begin with the message. */
function messageOf({ path }: Site): string {
  return /^[^.[{ ]*/.exec(path)?.[0] ?? path;
}

/** `Order.lines[]` where one is at `Placed.order`, an `Order`, and the other at `Placed.order.lines[]`. */
function stepFrom(holder: Pick<Site, 'name' | 'path'>, { path }: Site): string {
  return path.startsWith(holder.path) ? holder.name + path.slice(holder.path.length) : path;
}
