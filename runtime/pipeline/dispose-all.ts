/**
 * Disposes of `resources` in reverse order: by `Symbol.asyncDispose`, else `Symbol.dispose`, else not at all. Goes on past errors.
 *
 * @throws AggregateError with all errors, or the error itself where there is one.
 */
export async function disposeAll(resources: readonly unknown[]): Promise<void> {
  const errors: unknown[] = [];
  for (const resource of resources.toReversed()) {
    try {
      await dispose(resource);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} services could not be disposed of`);
}

async function dispose(resource: unknown): Promise<void> {
  if ((typeof resource !== 'object' && typeof resource !== 'function') || resource === null) return;
  const disposable = resource as { readonly [key: symbol]: unknown };
  // Node 20 has both symbols; TypeScript's `lib` and the runtime agree on them.
  const method = disposable[Symbol.asyncDispose] ?? disposable[Symbol.dispose];
  if (typeof method === 'function') await method.call(resource);
}
