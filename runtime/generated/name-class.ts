import { CatgaError } from '../messages/error.ts';

/**
 * Puts the wire name of a class message on the class's prototype, where instances find it and copies do not.
 *
 * @throws CatgaError `REGISTRY_INVALID` where another registry has given the class another name.
 */
export function nameClass(type: abstract new (...args: never) => object, name: string): void {
  const prototype = type.prototype as object;
  const present: unknown = Object.getOwnPropertyDescriptor(prototype, '$type')?.value;
  if (present === name) return;
  if (typeof present === 'string') {
    throw new CatgaError(
      'REGISTRY_INVALID',
      `a message class cannot be '${name}' in this registry and '${present}' in another: one class has one wire name. ` +
        'Give it the same @message name and namespace in both projects and run `npx catga generate`',
    );
  }
  Object.defineProperty(prototype, '$type', { value: name });
}

/**
 * Whether `message` is an instance of the very class that carries its name. A subclass that was never declared inherits
 * the name and must not be handled, or encoded, as its base. Tells plain-data messages apart by their own `$type`.
 */
export function isNamed(message: object): boolean {
  if (Object.hasOwn(message, '$type')) return true;
  const prototype: unknown = Object.getPrototypeOf(message);
  return typeof prototype === 'object' && prototype !== null && Object.hasOwn(prototype, '$type');
}
