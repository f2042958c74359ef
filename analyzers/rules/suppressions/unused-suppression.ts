import type { JudgedRule, JudgedSuppression, NodeEdit, Rule } from '../../rule.ts';

/** A suppression that takes nothing back: what it was for has been mended, or stands elsewhere. */
export const unusedSuppression: Rule = {
  id: 'CATGA9001',
  name: 'unused-suppression',
  title: 'Suppression without effect',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  repair: 'fix',
  messages: {
    unused: {
      message: 'Nothing is suppressed here: {rules} reports nothing {where}.',
      help: 'Remove the comment, or the name from its list; `--fix` does.',
    },
  },
  options: {},
  suppressions({ suppressions, isComplete, report }) {
    // Where only some rules have run, the others may need it.
    if (!isComplete) return;
    for (const suppression of suppressions) {
      const known = suppression.rules.filter(({ rule }) => rule !== undefined);
      const unused = known.filter(({ isUsed }) => !isUsed);
      if (unused.length === 0 || suppression.reason === '') continue;
      report({
        message: 'unused',
        data: { rules: unused.map(({ word }) => word).join(', '), where: where(suppression) },
        at: suppression,
        fix: removalOf(suppression, unused),
      });
    }
  },
};

function where({ kind, fromLine }: JudgedSuppression): string {
  if (kind === 'block') return 'from here on';
  return kind === 'line' ? 'on this line' : `on line ${fromLine}`;
}

function removalOf(suppression: JudgedSuppression, unused: readonly JudgedRule[]): readonly NodeEdit[] {
  if (unused.length === suppression.rules.length) return [{ ...suppression.removal, text: '' }];
  // The list is written anew: what lies between two names belongs to both.
  const kept = suppression.rules.filter((rule) => !unused.includes(rule));
  const [first, last] = [suppression.rules[0], suppression.rules.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = Math.min(first.start, last.start);
  return [{ start, end: Math.max(first.end, last.end), text: kept.map(({ word }) => word).join(', ') }];
}
