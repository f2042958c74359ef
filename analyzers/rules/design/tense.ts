/** Verbs of message names whose past is the base form with `ed` or `d`. */
const regular =
  'abort accept acknowledge activate add adjust allocate amend apply approve archive assign attach authorize book calculate cancel capture change charge check claim clear close collect complete confirm connect consume convert copy count create deactivate debit declare decline delete deliver deny deploy deposit detach disable discard discontinue dispatch download edit enable end enqueue execute exclude expire export extend fail fetch finalize finish flag fulfil fulfill generate grant handle hide identify import include increase initiate inspect install invite invoice issue join launch list load lock log mark merge migrate modify move notify open order pack pause perform pick place plan post prepare print process provision publish purge queue raise receive recalculate reconcile record recover redeem refresh refund refuse register reject release remind remove rename renew reopen replace reply report request reschedule reserve resolve restart restock restore resume retire retry return review revoke rotate save scan schedule search settle ship sign start stop store subscribe submit suspend switch sync terminate track transfer trigger try unlock unsubscribe update upgrade upload use validate verify void watch withdraw';

/** Those with a past of their own. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  become: ['became'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  build: ['built'],
  buy: ['bought'],
  catch: ['caught'],
  choose: ['chose', 'chosen'],
  draw: ['drew', 'drawn'],
  find: ['found'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hold: ['held'],
  keep: ['kept'],
  leave: ['left'],
  lose: ['lost'],
  make: ['made'],
  meet: ['met'],
  pay: ['paid'],
  send: ['sent'],
  sell: ['sold'],
  shut: ['shut'],
  spend: ['spent'],
  take: ['took', 'taken'],
  tell: ['told'],
  undo: ['undid', 'undone'],
  win: ['won'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
};

/** Look the same in the base form and in the past. */
const alike: ReadonlySet<string> = new Set(['cut', 'hit', 'put', 'quit', 'read', 'reset', 'set', 'shut', 'split']);

/** Base forms that are as often nouns: "PaymentRequest", "PriceChange" name things. */
const nouns: ReadonlySet<string> = new Set(
  'book break change charge check claim copy count debit deposit draw end export find flag hold import invoice issue list load lock log mark move order pack pause plan post print process purchase queue record refund release reply report request return review save search start stop store switch sync track transfer trigger update upgrade use void watch win upload download'.split(
    ' ',
  ),
);

/** Gerunds that are things. */
const things: ReadonlySet<string> = new Set([
  'building',
  'booking',
  'listing',
  'meeting',
  'opening',
  'packing',
  'planning',
  'posting',
  'shipping',
]);

/** Words that end as a past does and are none. */
const notPast: ReadonlySet<string> = new Set([
  'bed',
  'breed',
  'embed',
  'exceed',
  'feed',
  'need',
  'proceed',
  'red',
  'seed',
  'shed',
  'speed',
  'succeed',
  'weed',
]);

/** What is known of verbs, with those that a project adds. */
export interface Verbs {
  /** Whether a word is a verb's base form. */
  readonly isBase: (word: string) => boolean;
  /** Whether it is one, and hardly a noun. */
  readonly isClearBase: (word: string) => boolean;
  /** The verb that a word is the gerund of. */
  readonly isGerund: (word: string) => boolean;
  /** Whether a word may be a past form, of whatever verb. */
  readonly mayBePast: (word: string) => boolean;
  /** Whether it is that of a known verb, and nothing else. */
  readonly isPast: (word: string) => boolean;
  /** The past of a verb: `placed`, `paid`. */
  readonly pastOf: (verb: string) => string;
}

/** Knows verbs: ours, and `verbs` in their base form, or as `bring:brought` where the past is irregular. */
export function verbsWith(verbs: readonly string[]): Verbs {
  const pasts = new Map<string, readonly string[]>(Object.entries(irregular));
  const own = new Set<string>();
  for (const base of regular.split(' ')) if (!pasts.has(base)) pasts.set(base, [regularPast(base)]);
  for (const entry of verbs) {
    const [base = '', ...given] = entry.toLowerCase().split(':');
    own.add(base);
    pasts.set(base, given.length > 0 ? given : [regularPast(base)]);
  }
  const known = new Set([...pasts.values(), ['canceled']].flat());
  const gerunds = new Set([...pasts.keys()].filter((base) => own.has(base) || !nouns.has(base)).map(gerundOf));
  return {
    isBase: (word) => pasts.has(word) || alike.has(word),
    isClearBase: (word) => pasts.has(word) && (own.has(word) || !nouns.has(word)) && !alike.has(word),
    isGerund: (word) => gerunds.has(word) && !things.has(word),
    mayBePast: (word) => known.has(word) || alike.has(word) || (word.endsWith('ed') && !notPast.has(word)),
    isPast: (word) => known.has(word) && !alike.has(word) && word !== 'left' && word !== 'found' && word !== 'held',
    pastOf: (verb) => pasts.get(verb)?.at(-1) ?? regularPast(verb),
  };
}

/** The words of a name, in lower case, without what only says which kind of message it is. */
export function wordsOf(name: string, suffix: RegExp): readonly string[] {
  const bare = name.replace(suffix, '').replace(/V\d+$/, '');
  return bare.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_/).map((word) => word.toLowerCase());
}

/** The verb that a gerund is made of, among those that are known. */
export function baseOf(gerund: string, verbs: Verbs): string | undefined {
  const stem = gerund.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((each) => verbs.isBase(each) && gerundOf(each) === gerund);
}

const doubled = /^(?:begin|cancel|cut|drop|get|plan|put|quit|scan|set|ship|split|stop|submit|tag|win)$/;

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubled.test(base) ? `${base}${base.at(-1) ?? ''}ed` : `${base}ed`;
}

function gerundOf(base: string): string {
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  return doubled.test(base) ? `${base}${base.at(-1) ?? ''}ing` : `${base}ing`;
}
