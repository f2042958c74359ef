import type { ts } from 'ts-morph';
import type { BatchModel, Lifetime } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import { parseChoice, parseInteger, type Parsed } from './arguments.ts';
import { parseBatch } from './message-options.ts';
import { readTags, type Tag } from './read-tags.ts';
import { reportStrayTags } from './stray-tags.ts';
import { checkSpelling, reportMisplaced, reportSecond } from './tag-checks.ts';

/** What the tags of a handler, behavior, validator or service say. */
export interface ConstructedTags {
  readonly lifetime: Lifetime;
  readonly order: number;
  readonly batch?: BatchModel;
}

const forms: Readonly<Record<string, string>> = {
  batch: '@batch 100 10ms',
  lifetime: '@lifetime singleton|scoped|transient',
  order: '@order 10',
};

const parsers: Readonly<Record<string, (text: string) => Parsed<BatchModel | Lifetime>>> = {
  batch: parseBatch,
  lifetime: (text) => parseChoice<Lifetime>(text, ['singleton', 'scoped', 'transient']),
};

export function isTagged(context: ScanContext, nodes: readonly ts.Node[], name: string): boolean {
  return readTags(context.ts, nodes).some((tag) => tag.name === name);
}

/** Reads and checks the tags of something that generated code constructs. */
export function readConstructedTags(
  context: ScanContext,
  nodes: readonly ts.Node[],
  subject: string,
  name: string,
  accepted: readonly string[],
): ConstructedTags {
  let lifetime: Lifetime = 'singleton';
  let order = 0;
  let batch: BatchModel | undefined;
  const seen = new Map<string, Tag>();
  for (const node of nodes) reportStrayTags(context, node, (tag) => tag === 'ignore' || accepted.includes(tag));
  for (const tag of readTags(context.ts, nodes)) {
    if (tag.name === 'ignore') continue;
    if (!accepted.includes(tag.name)) {
      checkSpelling(context, tag);
      reportMisplaced(context, tag, subject, name);
      continue;
    }
    const before = seen.get(tag.name);
    if (before) reportSecond(context, before, tag, name);
    seen.set(tag.name, tag);
    if (tag.name === 'service') continue;
    const parsed = parsers[tag.name]?.(tag.argument) ?? parseInteger(tag.argument, -1_000_000, 1_000_000);
    if ('reason' in parsed) {
      const form = forms[tag.name] ?? '@order 10';
      context.report(
        'CATGA1006',
        { written: `@${tag.name} ${tag.argument}`.trim(), reason: parsed.reason, form },
        tag.node,
      );
    } else if (typeof parsed.value === 'number') order = parsed.value;
    else if (typeof parsed.value === 'string') lifetime = parsed.value;
    else batch = parsed.value;
  }
  return { lifetime, order, ...(batch && { batch }) };
}
