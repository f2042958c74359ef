import type { Clock } from '../ports/index.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass, running what falls due on the way, in order, and what that starts. */
  readonly advance: (ms: number) => Promise<void>;
  /** Sets the wall clock forward or back, without time passing: no timer runs. */
  readonly jump: (ms: number) => void;
  /** How many timers are waiting. */
  readonly pending: () => number;
}

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** Makes a {@link ManualClock} that begins at `startAt`, in milliseconds since the epoch. Default: 2026-01-01. */
export function manualClock(startAt: number = Date.UTC(2026, 0, 1)): ManualClock {
  let elapsed = 0;
  let wall = startAt;
  const tasks = new Set<Task>();
  const move = (to: number): void => {
    wall += to - elapsed;
    elapsed = to;
  };
  return {
    now: () => wall,
    monotonic: () => elapsed,
    schedule: (delayMs, run) => {
      const task: Task = { at: elapsed + Math.max(0, delayMs), run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    advance: async (ms) => {
      const end = elapsed + ms;
      await turn();
      for (let next = earliest(tasks, end); next !== undefined; next = earliest(tasks, end)) {
        move(next.at);
        tasks.delete(next);
        next.run();
        await turn();
      }
      move(end);
    },
    jump: (ms) => {
      wall += ms;
    },
    pending: () => tasks.size,
  };
}

function earliest(tasks: ReadonlySet<Task>, end: number): Task | undefined {
  let first: Task | undefined;
  for (const task of tasks) if (task.at <= end && (first === undefined || task.at < first.at)) first = task;
  return first;
}

// Promises that are already on their way settle before the next macrotask.
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
