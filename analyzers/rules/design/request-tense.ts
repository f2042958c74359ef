import type { Rule } from '../../rule.ts';
import { verbsWith, wordsOf, type Verbs } from './tense.ts';

const options = {
  verbs: {
    type: 'strings',
    default: [],
    description: 'Further verbs, in their base form; `bring:brought` where the past is irregular.',
  },
} as const;

const suffix = /(?:Command|Message|Query|Request)$/;

/** Ask whether something is so, and take a past form: `IsOrderPaid`. */
const questions: ReadonlySet<string> = new Set(
  'are can did do does had has have how if is was were what when where whether which who'.split(' '),
);

/** A command or a query called as if it had happened. */
export const requestTense: Rule<typeof options> = {
  id: 'CATGA6002',
  name: 'request-tense',
  title: 'Command or query in the past tense',
  severity: 'info',
  preset: 'recommended',
  scope: 'program',
  messages: {
    tense: {
      message: 'The {kind} {name} is called as if it had happened (`{verb}`): a {kind} asks for something.',
      help: 'Call it by what it asks for, verb first: `PlaceOrder`, `GetOrder`. If it tells what has happened, it is an event.',
    },
  },
  options,
  project({ model, options: { verbs: further }, report }) {
    const verbs = verbsWith(further);
    for (const message of model.messages) {
      if (message.kind === 'event') continue;
      const verb = pastIn(wordsOf(message.exportName, suffix), verbs);
      if (verb !== undefined) {
        report({ message: 'tense', data: { kind: message.kind, name: message.exportName, verb }, at: message });
      }
    }
  },
};

/** The last of two words or three, if it is in the past, and the first is no verb: `MarkOrderPaid` is as it should be. */
function pastIn(words: readonly string[], verbs: Verbs): string | undefined {
  const [first = '', second = '', third] = words;
  const last = third ?? second;
  if (words.length < 2 || words.length > 3 || !verbs.isPast(last)) return undefined;
  // `OrderShipped`: what may be a noun is one, where nothing else is.
  const isVerb = third === undefined ? verbs.isClearBase(first) : verbs.isBase(first);
  if (isVerb || verbs.mayBePast(first) || questions.has(first)) return undefined;
  // `OrdersShipped`: those orders that were.
  return words.at(-2)?.endsWith('s') === true ? undefined : last;
}
