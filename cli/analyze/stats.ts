import type { AnyRule, RuleClock } from '../../analyzers/index.ts';

/** What `--stats` prints: time by rule, the dearest first. */
export function statsText(rules: readonly AnyRule[], { totals }: RuleClock): string {
  const all = [...totals.values()].reduce((sum, ms) => sum + ms, 0);
  const rows = rules
    .map(({ id, name }) => ({ id, name, ms: totals.get(id) ?? 0 }))
    .toSorted((a, b) => b.ms - a.ms)
    .map(({ id, name, ms }) => {
      const share = all === 0 ? 0 : (100 * ms) / all;
      return `${ms.toFixed(1).padStart(10)} ms ${share.toFixed(1).padStart(5)} %  ${id} ${name}\n`;
    });
  return `time by rule:\n${rows.join('')}${all.toFixed(1).padStart(10)} ms in all\n`;
}
