/** A promise together with what settles it. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** What `Promise.withResolvers` is from Node 22 on. */
export function deferred<T = void>(): Deferred<T> {
  let settle: Pick<Deferred<T>, 'reject' | 'resolve'> | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  // The executor has run by now: the constructor calls it.
  return { promise, ...(settle as unknown as Pick<Deferred<T>, 'reject' | 'resolve'>) };
}
