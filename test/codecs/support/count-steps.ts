import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';

const session = new Session();
session.connect();
post('Profiler.enable');
// From the start: what has been compiled before counts no blocks. So import this before anything that is measured.
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How many blocks of the project's code (functions, branches, turns of loops) a step executes: a measure of work that is the
 * same on every machine, however busy it is. What the platform does inside of one call counts as one.
 */
export function countSteps(step: () => void): number {
  // Whatever has been counted before belongs to others.
  post('Profiler.takePreciseCoverage');
  step();
  const { result } = post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
  let steps = 0;
  for (const { url, functions } of result) {
    if (url === '' || url.startsWith('node:') || url.includes('/node_modules/')) continue;
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  }
  return steps;
}

/** The inspector answers within the call. */
function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}
