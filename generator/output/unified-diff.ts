import { createTwoFilesPatch } from 'diff';
import type { WritePlan } from './plan-write.ts';

/** The plan as a patch: what `catga generate --diff` prints. Empty when there is nothing to do. */
export function unifiedDiff(plan: WritePlan): string {
  const changes = [
    ...plan.missing.map(({ path, text }) => ({ path, before: undefined, after: text })),
    ...plan.stale.map(({ path, current, text }) => ({ path, before: current, after: text })),
    ...plan.orphaned.map(({ path, current }) => ({ path, before: current, after: undefined })),
  ];
  return changes
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, before, after }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      const to = after === undefined ? '/dev/null' : `b/${path}`;
      const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
      return patch.slice(patch.indexOf('---'));
    })
    .join('');
}
