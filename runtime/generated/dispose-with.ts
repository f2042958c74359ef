import type { MessageContext } from '../messages/context.ts';
import type { DispatchContext } from '../pipeline/index.ts';

/** Scoped services: disposes of them, in reverse, once the unit of work of `context` has been committed or rolled back. */
export function disposeWith(context: MessageContext, resources: readonly unknown[]): void {
  // Emitted code passes on the context that the mediator made.
  (context as DispatchContext).openUnit().disposeLater(resources);
}
