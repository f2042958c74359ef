import { deferred, onAbort } from '../async/index.ts';
import type { MessageContext } from '../messages/context.ts';
import { CatgaError } from '../messages/error.ts';
import type { Failure, Result } from '../messages/result.ts';
import type { DispatchContext } from './dispatch-context.ts';
import { endThrown } from './settle.ts';

/** When a caller gives up. */
export interface Limits {
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** `@timeout`: gives up after `timeoutMs`, unless the caller set a time-out of its own. */
export function timed(
  context: MessageContext,
  timeoutMs: number,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const own = context as DispatchContext;
  if (own.givesUpAt !== undefined) return run();
  if (own.parent?.signal.aborted === true) {
    // `run` would have ended what the dispatch began.
    own.end();
    return Promise.resolve(cancelledBefore(own));
  }
  return limited(own, { timeoutMs }, run);
}

/**
 * Answers as soon as `run` ends, the time is up or the signal is aborted, whichever is first. The handler is told by
 * `context.signal`; what it comes to afterwards is rolled back and reported as `late`. Where a signal has been aborted before,
 * `run` is not called.
 */
export async function limited(
  context: DispatchContext,
  limits: Limits,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const { timeoutMs } = limits;
  const { clock, instrumentation } = context.engine;
  const signals: AbortSignal[] = [];
  if (limits.signal !== undefined) signals.push(limits.signal);
  if (context.parent !== undefined) signals.push(context.parent.signal);
  if (signals.some((signal) => signal.aborted)) return cancelledBefore(context);
  const controller = context.limit(timeoutMs === undefined ? undefined : clock.now() + timeoutMs);
  let answered = false;
  const givenUp = deferred<Failure>();

  const giveUp = (code: 'TIMEOUT' | 'CANCELLED', why: string, cause?: unknown): void => {
    if (answered) return;
    answered = true;
    // A commit, or a batch, that has begun cannot be called off: neither "done" nor "failed" would be true.
    const { phase } = context;
    const undecided = phase === 'committing' || phase === 'batched';
    if (context.phase === 'open') context.phase = 'abandoned';
    const error = undecided
      ? new CatgaError(
          'OUTCOME_UNKNOWN',
          `${why} while its ${phase === 'batched' ? 'batch was being handled; its changes' : 'changes were being committed; they'} may or may not have taken effect`,
          { cause },
        )
      : new CatgaError(code, why, { cause });
    controller.abort(error);
    givenUp.resolve({ ok: false, error });
  };
  const ignore = signals.map((signal) =>
    onAbort(signal, (reason) => giveUp('CANCELLED', `${context.messageType} was cancelled`, reason)),
  );
  const callOff =
    timeoutMs === undefined
      ? undefined
      : clock.schedule(timeoutMs, () => giveUp('TIMEOUT', `${context.messageType} took longer than ${timeoutMs} ms`));
  try {
    const running = start(context, run);
    const outcome = running.then((result) => {
      if (answered) instrumentation.record({ kind: 'late', context, ...(result.ok ? {} : { error: result.error }) });
      answered = true;
      return result;
    });
    return await Promise.race([outcome, givenUp.promise]);
  } finally {
    callOff?.();
    for (const off of ignore) off();
    context.releaseController();
  }
}

async function start(context: DispatchContext, run: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await run();
  } catch (thrown) {
    return await endThrown(context, thrown);
  }
}

function cancelledBefore(context: DispatchContext): Failure {
  return {
    ok: false,
    error: new CatgaError('CANCELLED', `${context.messageType} was cancelled before it was handled`),
  };
}
