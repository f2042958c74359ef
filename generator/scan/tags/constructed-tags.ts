import type { ts } from 'ts-morph';
import type { Lifetime } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import { parseChoice, parseInteger } from './arguments.ts';
import { readTags } from './read-tags.ts';
import { checkSpelling, reportMisplaced } from './tag-checks.ts';

/** What the tags of a handler, behavior, validator or service say. */
export interface ConstructedTags {
  readonly lifetime: Lifetime;
  readonly order: number;
}

export function isTagged(context: ScanContext, node: ts.Node, name: string): boolean {
  return readTags(context.ts, node).some((tag) => tag.name === name);
}

/** Reads and checks the tags of something that generated code constructs. */
export function readConstructedTags(
  context: ScanContext,
  node: ts.Node,
  subject: string,
  name: string,
  accepted: readonly string[],
): ConstructedTags {
  let lifetime: Lifetime = 'singleton';
  let order = 0;
  const seen = new Set<string>();
  for (const tag of readTags(context.ts, node)) {
    if (tag.name === 'ignore') continue;
    if (!accepted.includes(tag.name)) {
      checkSpelling(context, tag);
      reportMisplaced(context, tag, subject, name);
      continue;
    }
    if (seen.has(tag.name)) context.report('CATGA1009', { tag: tag.name, name }, tag.node);
    seen.add(tag.name);
    if (tag.name === 'service') continue;
    const isLifetime = tag.name === 'lifetime';
    const parsed = isLifetime
      ? parseChoice(tag.argument, ['singleton', 'scoped', 'transient'])
      : parseInteger(tag.argument, -1_000_000, 1_000_000);
    if ('reason' in parsed) {
      const form = isLifetime ? '@lifetime singleton|scoped|transient' : '@order 10';
      context.report(
        'CATGA1006',
        { written: `@${tag.name} ${tag.argument}`.trim(), reason: parsed.reason, form },
        tag.node,
      );
    } else if (typeof parsed.value === 'number') order = parsed.value;
    else lifetime = parsed.value;
  }
  return { lifetime, order };
}
