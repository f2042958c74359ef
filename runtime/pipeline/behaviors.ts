import type { Behavior } from '../messages/behavior.ts';
import type { MessageContext } from '../messages/context.ts';
import type { Message } from '../messages/contract.ts';
import type { Result } from '../messages/result.ts';

type Handle = (message: Message, context: MessageContext) => Promise<Result<unknown>>;

/**
 * Puts behaviors that are only known at start-up around `inner`, the first outermost. Composed from closures, which
 * costs more than the pipelines that the generator writes out as text. They stand outside the unit of work: when `after`
 * runs, it has been committed; what they throw becomes a failure. The `error` hook runs for `HANDLER_FAILED`.
 */
export function compose(behaviors: readonly Behavior[], inner: Handle): Handle {
  return behaviors.reduceRight<Handle>((next, behavior) => wrap(behavior, next), inner);
}

function wrap(behavior: Behavior, next: Handle): Handle {
  const { handle } = behavior;
  if (handle !== undefined) {
    return (message, context) => handle.call(behavior, message, context, () => next(message, context));
  }
  return async (message, context) => {
    const refused = await behavior.before?.(message, context);
    if (refused !== undefined) return refused;
    const result = await next(message, context);
    if (!result.ok && result.error.code === 'HANDLER_FAILED') {
      const { error } = result;
      return (await behavior.error?.(message, error.cause ?? error, context)) ?? result;
    }
    await behavior.after?.(message, result, context);
    return result;
  };
}
