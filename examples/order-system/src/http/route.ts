import type { Mediator } from 'catga';
import type { Reply } from './reply.ts';

/** What a route is called with. */
export interface RouteCall {
  readonly mediator: Mediator;
  /** The members of the path: `orderId` for `/orders/:orderId`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty where the route takes none. */
  readonly body: Uint8Array;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
  /** The path that was asked for. */
  readonly instance: string;
}

/** One entry of the route table. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  /** Segments that start with a colon are parameters. */
  readonly path: string;
  /** @throws CatgaError, which becomes a problem. */
  readonly handle: (call: RouteCall) => Promise<Reply>;
}

export type RouteMatch =
  | { readonly route: HttpRoute; readonly parameters: Readonly<Record<string, string>> }
  /** No such path, or none with this method. */
  | { readonly route: undefined; readonly allowed: readonly string[] };

export function matchRoute(routes: readonly HttpRoute[], method: string, path: string): RouteMatch {
  const allowed: string[] = [];
  for (const route of routes) {
    const parameters = matchPath(route.path, path);
    if (parameters === undefined) continue;
    if (route.method === method) return { route, parameters };
    allowed.push(route.method);
  }
  return { route: undefined, allowed };
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const expected = pattern.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) {
      if (value === '') return undefined;
      parameters[segment.slice(1)] = decode(value);
    } else if (segment !== value) return undefined;
  }
  return parameters;
}

/** What is not percent-encoded UTF-8 stays as it is: it names nothing. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
