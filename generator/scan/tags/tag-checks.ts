import type { ScanContext } from '../scan-context.ts';
import { messageTags } from './message-options.ts';
import type { Tag } from './read-tags.ts';

/** Tags of things that generated code constructs. */
const constructedTags: readonly string[] = ['lifetime', 'order', 'service'];

const known: readonly string[] = [...Object.keys(messageTags), ...constructedTags, 'ignore'];

// Close to a tag of ours, but tags of JSDoc and TSDoc in their own right.
const standard: ReadonlySet<string> = new Set(
  (
    'abstract access alias alpha arg argument async augments author beta borrows callback category class classdesc constant constructs ' +
    'copyright decorator default defaultValue deprecated description enum event eventProperty example experimental exports extends ' +
    'external file fires function generator global group hidden hideconstructor implements import inheritDoc inner instance interface ' +
    'internal kind label lends license link listens member memberof mixes mixin module name namespace overload override packageDocumentation ' +
    'param private privateRemarks prop property protected public readonly remarks requires return returns satisfies sealed see since static ' +
    'summary template this throws todo tutorial type typedef typeParam variation version virtual yields'
  ).split(' '),
);

/** Means something to everybody, not only to Catga. */
const universal: ReadonlySet<string> = new Set(['deprecated', 'version', 'ignore']);

export function isKnownTag(name: string): boolean {
  return known.includes(name);
}

/** Warns about what looks like a misspelt tag of ours. */
export function checkSpelling(context: ScanContext, tag: Tag): void {
  if (known.includes(tag.name) || standard.has(tag.name)) return;
  const lower = tag.name.toLowerCase();
  const suggestion = known.find(
    (name) => distance(name.toLowerCase(), lower) <= Math.min(2, Math.floor(name.length / 3)),
  );
  if (suggestion !== undefined) context.report('CATGA1005', { tag: tag.name, suggestion }, tag.node);
}

/** Reports a tag of ours that says nothing about its declaration. */
export function reportMisplaced(context: ScanContext, tag: Tag, subject: string, name: string): void {
  if (universal.has(tag.name) || !known.includes(tag.name)) return;
  const kinds = messageTags[tag.name]?.kinds;
  const allowed = kinds
    ? kinds.length === 3
      ? tag.name === 'batch'
        ? 'messages and batch handlers'
        : 'messages'
      : kinds.map((kind) => (kind === 'query' ? 'queries' : `${kind}s`)).join(' and ')
    : tag.name === 'service'
      ? 'classes that are not handlers, behaviors or validators'
      : tag.name === 'lifetime'
        ? 'classes that are handlers, behaviors, validators or services'
        : 'handlers, behaviors and validators';
  context.report('CATGA1007', { tag: tag.name, subject, name, allowed }, tag.node);
}

/** Reports a tag that is there twice: on one declaration it is a slip, on merged ones a contradiction unless they agree. */
export function reportSecond(context: ScanContext, before: Tag, tag: Tag, name: string): void {
  if (before.owner === tag.owner) {
    context.report('CATGA1009', { tag: tag.name, name }, tag.node);
  } else if (before.argument !== tag.argument) {
    const args = { name, tag: tag.name, first: before.argument, second: tag.argument };
    const related = [
      { position: context.positionOf(before.node), message: `\`@${tag.name} ${before.argument}\` is here` },
    ];
    context.report('CATGA1021', args, tag.node, { related });
  }
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
