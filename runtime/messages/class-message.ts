import type { Contract, ReliableContract } from './contract.ts';

/**
 * Base of a command declared as a class, for those who want constructors and invariants.
 *
 * The wire name is put on the class's prototype by the generated registry, so instances carry it and a spread or a
 * structured clone does not: sending one of those fails with an error that says so. The accessor `'~catga'` keeps
 * `send({ ...instance })` from compiling.
 */
export abstract class CommandMessage<R = void> {
  get '~catga'(): Contract<'command', R> {
    return phantom();
  }
}

/** Base of a query declared as a class; see {@link CommandMessage}. */
export abstract class QueryMessage<R> {
  get '~catga'(): Contract<'query', R> {
    return phantom();
  }
}

/** Base of an event declared as a class; see {@link CommandMessage}. */
export abstract class DomainEventMessage {
  get '~catga'(): Contract<'event', void> {
    return phantom();
  }
}

/** Base of a reliable event declared as a class; see {@link CommandMessage}. */
export abstract class ReliableEventMessage {
  get '~catga'(): ReliableContract {
    return phantom();
  }
}

// The contract is read by the type checker only; at run time the accessor answers with nothing.
function phantom<T>(): T {
  return undefined as T;
}
