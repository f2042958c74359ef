import type { Rule } from '../../rule.ts';

/** A suppression that does not say why, or of what. It has no effect. */
export const suppressionWithoutReason: Rule = {
  id: 'CATGA9002',
  name: 'suppression-without-reason',
  title: 'Suppression without a reason',
  severity: 'error',
  preset: 'recommended',
  scope: 'program',
  messages: {
    reason: {
      message: 'This suppression gives no reason, so it has no effect.',
      help: 'Say why the finding is wrong here: `// catga-disable-next-line {rules} -- <reason>`.',
    },
    rules: {
      message: 'This suppression names no rule, so it has no effect.',
      help: 'Name what is to be suppressed: `// catga-disable-next-line CATGA3001 -- <reason>`.',
    },
  },
  options: {},
  suppressions({ suppressions, report }) {
    for (const suppression of suppressions) {
      const { rules, reason } = suppression;
      if (rules.length === 0) report({ message: 'rules', at: suppression });
      else if (reason === '') {
        report({ message: 'reason', data: { rules: rules.map(({ word }) => word).join(', ') }, at: suppression });
      }
    }
  },
};
