/** The value's own member, or a getter's: never what every object inherits (`constructor`, `toString`, `__proto__`). */
export function memberOf(value: object, name: string): unknown {
  if (name in Object.prototype && !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Sets an own member whatever its name: by plain assignment `__proto__` would change the prototype and vanish. */
export function setMember(target: object, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  } else (target as Record<string, unknown>)[name] = value;
}

/** Sets what a constructor did not take. */
export function assignMembers<T extends object>(
  target: T,
  members: Readonly<Record<string, unknown>>,
  names: readonly string[],
): T {
  for (const name of names) if (Object.hasOwn(members, name)) setMember(target, name, members[name]);
  return target;
}
