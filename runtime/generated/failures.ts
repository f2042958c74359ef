import type { HandlerFailure } from '../messages/context.ts';
import { errorOf } from '../pipeline/index.ts';

/** The list that `publish` answers with when nothing failed: one frozen array for all. */
export const noFailures: readonly HandlerFailure[] = Object.freeze([]);

/** Adds one more failed event handler to the list, made on first use. */
export function failed(
  failures: readonly HandlerFailure[] | undefined,
  handler: string,
  thrown: unknown,
): readonly HandlerFailure[] {
  const failure: HandlerFailure = { handler, error: errorOf(thrown) };
  return failures === undefined ? [failure] : [...failures, failure];
}
