import type { ts } from 'ts-morph';
import type { MessageKind } from '../kinds/contract.ts';
import type { ScanContext } from '../scan-context.ts';
import { merge, messageTags, repeatable, type MessageTags } from './message-options.ts';
import { readTags, type Tag } from './read-tags.ts';
import { checkSpelling, isKnownTag, reportMisplaced, reportSecond } from './tag-checks.ts';
import { isContradiction } from './wire-choice.ts';

/** Reads and checks the tags of a message, of its own members, and of the settings, which win. */
export function readMessageTags(
  context: ScanContext,
  declarations: readonly ts.Declaration[],
  name: string,
  kind: MessageKind,
  settings: Readonly<Record<string, string>>,
): MessageTags {
  const tags: MessageTags = { options: {} };
  const seen = new Map<string, Tag>();
  const written = readTags(context.ts, declarations).filter((tag) => !(tag.name in settings));
  const [first] = declarations;
  const configured = Object.entries(settings).flatMap(([key, argument]): readonly Tag[] =>
    first ? [{ name: key, argument, node: first, owner: first }] : [],
  );
  for (const tag of [...written, ...configured]) {
    const entry = Object.hasOwn(messageTags, tag.name) ? messageTags[tag.name] : undefined;
    if (tag.name === 'ignore') continue;
    if (!entry) {
      checkSpelling(context, tag);
      reportMisplaced(context, tag, `the ${kind}`, name);
      continue;
    }
    if (!entry.kinds.includes(kind)) {
      reportMisplaced(context, tag, `the ${kind}`, name);
      continue;
    }
    const before = seen.get(tag.name);
    if (before && !repeatable.has(tag.name) && !isWireClash(before, tag)) reportSecond(context, before, tag, name);
    seen.set(tag.name, tag);
    const parsed = entry.apply(tag.argument, tags);
    if ('reason' in parsed) {
      context.report(
        'CATGA1006',
        { written: `@${tag.name} ${tag.argument}`.trim(), reason: parsed.reason, form: entry.form },
        tag.node,
      );
    }
  }
  for (const declaration of declarations) readMemberTags(context, declaration, name, tags);
  return tags;
}

/** It is reported where the tag of any type is looked at. */
function isWireClash(before: Tag, tag: Tag): boolean {
  return tag.name === 'wire' && before.owner === tag.owner && isContradiction(before.argument, tag.argument);
}

function readMemberTags(context: ScanContext, declaration: ts.Declaration, owner: string, tags: MessageTags): void {
  for (const member of membersOf(context.ts, declaration)) {
    const name =
      member.name && (context.ts.isIdentifier(member.name) || context.ts.isStringLiteral(member.name))
        ? member.name.text
        : undefined;
    for (const tag of readTags(context.ts, [member])) {
      if (name !== undefined && tag.name === 'traceTag') tags.options.traceTags = merge(tags.options.traceTags, [name]);
      else if (name !== undefined && tag.name === 'personal')
        tags.options.personal = merge(tags.options.personal, [name]);
      else if (isKnownTag(tag.name)) reportMisplaced(context, tag, 'the member', `${owner}.${name ?? ''}`);
      else checkSpelling(context, tag);
    }
  }
}

function membersOf(compiler: typeof ts, node: ts.Node): readonly ts.NamedDeclaration[] {
  if (compiler.isInterfaceDeclaration(node) || compiler.isClassDeclaration(node) || compiler.isTypeLiteralNode(node)) {
    return [...node.members];
  }
  if (compiler.isTypeAliasDeclaration(node)) return membersOf(compiler, node.type);
  if (compiler.isIntersectionTypeNode(node)) return node.types.flatMap((part) => membersOf(compiler, part));
  return [];
}
