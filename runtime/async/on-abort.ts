type Task = (reason: unknown) => void;

interface Fan {
  readonly tasks: Set<Task>;
  readonly listener: () => void;
}

// Many messages may share one signal. With one listener each, Node warns of a leak from the eleventh on.
const fans: WeakMap<AbortSignal, Fan> = new WeakMap<AbortSignal, Fan>();

/**
 * Runs `task` once when `signal` is aborted; not if it has been. Answers with a function that calls it off: call it as soon as
 * the task has become pointless, for the signal may live long.
 */
export function onAbort(signal: AbortSignal, task: Task): () => void {
  const fan = fans.get(signal) ?? spread(signal);
  // A wrapper of its own, so that the same function may be given twice.
  const own: Task = (reason) => task(reason);
  fan.tasks.add(own);
  return () => {
    fan.tasks.delete(own);
    if (fan.tasks.size === 0 && fans.get(signal) === fan) {
      fans.delete(signal);
      signal.removeEventListener('abort', fan.listener);
    }
  };
}

function spread(signal: AbortSignal): Fan {
  const tasks = new Set<Task>();
  const listener = (): void => {
    fans.delete(signal);
    for (const task of tasks) task(signal.reason);
  };
  const fan = { tasks, listener };
  fans.set(signal, fan);
  signal.addEventListener('abort', listener, { once: true });
  return fan;
}
