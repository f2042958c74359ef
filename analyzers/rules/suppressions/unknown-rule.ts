import type { Rule } from '../../rule.ts';

/** A suppression of something that no rule is called: a slip of the pen leaves the finding where it is. */
export const unknownRule: Rule = {
  id: 'CATGA9003',
  name: 'unknown-rule-in-suppression',
  title: 'Suppression of an unknown rule',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    unknown: {
      message: 'There is no rule `{word}` to suppress.',
      help: 'Run `catga analyze --list-rules` to see them all; ids and names are both understood.',
    },
  },
  options: {},
  suppressions({ suppressions, report }) {
    for (const suppression of suppressions) {
      for (const { word, rule, isUsed } of suppression.rules) {
        if (rule === undefined && !isUsed) report({ message: 'unknown', data: { word }, at: suppression });
      }
    }
  },
};
