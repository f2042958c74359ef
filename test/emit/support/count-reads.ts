/** `value`, in which every property that is read, at any depth, calls `read`. */
export function countReads<T extends object>(value: T, read: () => void): T {
  const proxies = new WeakMap<object, object>();
  const wrap = (target: object): object => {
    const known = proxies.get(target);
    if (known !== undefined) return known;
    const proxy: object = new Proxy(target, {
      get(object, key, receiver) {
        read();
        const found: unknown = Reflect.get(object, key, receiver);
        return typeof found === 'object' && found !== null ? wrap(found) : found;
      },
    });
    proxies.set(target, proxy);
    return proxy;
  };
  return wrap(value) as T;
}
