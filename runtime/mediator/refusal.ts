import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { Result } from '../messages/result.ts';
import type { Route } from '../ports/index.ts';

/** What is known about messages when one has to be refused. */
export interface Known {
  readonly descriptors: ReadonlyMap<string, MessageDescriptor>;
  readonly routes: Readonly<Record<string, Route>>;
}

/** Why `message` cannot be dispatched: not a message at all, not one of this registry, or without a handler here. */
export function refusal(message: unknown, known: Known, wanted: 'request' | 'event' | 'command'): CatgaError {
  if (typeof message !== 'object' || message === null) {
    return unknown(`${message === null ? 'null' : `a value of type ${typeof message}`} is not a message`);
  }
  const type: unknown = (message as { readonly $type?: unknown }).$type;
  if (type === undefined) return unknown(untyped(message));
  if (typeof type !== 'string') return unknown(`the message's $type is not a string: use the generated constructor`);
  const descriptor = known.descriptors.get(type);
  if (descriptor === undefined) {
    return unknown(
      `'${type}' is not a message of this registry. Either it belongs to another application's registry, or its declaration ` +
        'is new: run `npx catga generate`',
    );
  }
  const stranger = impostor(message);
  if (stranger !== undefined) return stranger;
  if (wanted === 'event' ? descriptor.kind !== 'event' : descriptor.kind === 'event') {
    return unknown(
      descriptor.kind === 'event' ? `${type} is an event: use publish` : `${type} is a ${descriptor.kind}: use send`,
    );
  }
  if (wanted === 'command' && descriptor.kind === 'query')
    return unknown(`${type} is a query and has to be answered: use send`);
  return withoutHandler(descriptor, known.routes[type]);
}

/** Why a value with the wire name of a known message is not that message after all; `undefined` when it is. */
export function impostor(message: object): CatgaError | undefined {
  const prototype: unknown = Object.getPrototypeOf(message);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return undefined;
  if (Object.hasOwn(message, '$type') || Object.hasOwn(prototype, '$type')) return undefined;
  return unknown(
    `this message's class inherits its name ${quote(message)} from the class that it extends, and has none of its own: ` +
      'declare the subclass as a message, export it, and run `npx catga generate`',
  );
}

function quote(message: object): string {
  return `'${String((message as { readonly $type?: unknown }).$type)}'`;
}

function untyped(message: object): string {
  const prototype: unknown = Object.getPrototypeOf(message);
  if (prototype !== Object.prototype && prototype !== null) {
    return (
      'this object is an instance of a class that no registry has named: declare it as a message ' +
      '(`extends CommandMessage<R>` and so on), export it, and run `npx catga generate`'
    );
  }
  return (
    'this object carries no $type. A plain literal is not a message: make one with the generated constructor, for example ' +
    'placeOrder({ … }). A spread ({ ...message }) or structuredClone of a class message loses its class: construct a new one'
  );
}

function withoutHandler(descriptor: MessageDescriptor, route: Route | undefined): CatgaError {
  const { name, kind } = descriptor;
  if (route?.service !== undefined) {
    return new CatgaError(
      'HANDLER_NOT_FOUND',
      `${kind} ${name} is routed to the service '${route.service}', and this application has no transport to reach it`,
      { details: { message: name, service: route.service } },
    );
  }
  return new CatgaError(
    'HANDLER_NOT_FOUND',
    `${kind} ${name} has no handler in this application: write one (RequestHandler or handler(…)), export it, and run ` +
      '`npx catga generate`',
    { details: { message: name } },
  );
}

function unknown(why: string): CatgaError {
  return new CatgaError('UNKNOWN_MESSAGE', why);
}

/** Why no message is accepted any more. */
export function stopped(): CatgaError {
  return new CatgaError('STOPPED', 'the application is stopping or has stopped and takes no new messages');
}

/** The answer to a message that is not handled. */
export function failed(error: CatgaError): Promise<Result<unknown>> {
  return Promise.resolve({ ok: false, error });
}
