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
