import type { Rule } from '../../rule.ts';
import { baseOf, verbsWith, wordsOf, type Verbs } from './tense.ts';

const options = {
  verbs: {
    type: 'strings',
    default: [],
    description: 'Further verbs, in their base form; `bring:brought` where the past is irregular.',
  },
} as const;

const suffix = /(?:Domain|Integration)?(?:Event|Message|Notification)$/;

/** An event called as if it were still to happen. */
export const eventTense: Rule<typeof options> = {
  id: 'CATGA6001',
  name: 'event-tense',
  title: 'Event not in the past tense',
  severity: 'info',
  preset: 'recommended',
  scope: 'program',
  messages: {
    tense: {
      message: 'The event {name} is called as if it were to happen (`{verb}`): an event says what has happened.',
      help: 'Call it by what happened: `…{past}`. If it asks for something, it is a command. A recorded wire name stays with `@name`.',
    },
  },
  options,
  project({ model, options: { verbs: further }, report }) {
    const verbs = verbsWith(further);
    for (const message of model.messages) {
      if (message.kind !== 'event') continue;
      const verb = presentIn(wordsOf(message.exportName, suffix), verbs);
      if (verb === undefined) continue;
      const past = verbs.pastOf(baseOf(verb, verbs) ?? verb);
      const data = { name: message.exportName, verb, past: `${past.charAt(0).toUpperCase()}${past.slice(1)}` };
      report({ message: 'tense', data, at: message });
    }
  },
};

/** The first or the last word, if it is a verb in the present and nothing in the name is in the past. */
function presentIn(words: readonly string[], verbs: Verbs): string | undefined {
  if (words.some((word) => verbs.mayBePast(word))) return undefined;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (verbs.isClearBase(last) || (words.length > 1 && verbs.isGerund(last))) return last;
  return words.length > 1 && verbs.isClearBase(first) ? first : undefined;
}
