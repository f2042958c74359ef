import * as nodeModule from 'node:module';

/** As much of `node:module` as is used; Node before 22.8 has no such function. */
interface CompileCacheHost {
  readonly enableCompileCache?: () => unknown;
}

/**
 * Lets Node keep what it has compiled of the command line and of TypeScript, in its usual folder for that. Where Node cannot do so, or cannot write there, nothing happens: it answers with a status and throws nothing.
 */
export function enableCompileCache(host: CompileCacheHost = nodeModule as object): void {
  host.enableCompileCache?.();
}
