import type { ts } from 'ts-morph';

/** A JSDoc tag as written. */
export interface Tag {
  readonly name: string;
  readonly argument: string;
  readonly node: ts.Node;
}

/** The tags in the last comment above a declaration; of a function handler, above its statement. */
export function readTags(compiler: typeof ts, node: ts.Node): readonly Tag[] {
  const blocks = (node as { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc;
  const tags = blocks?.at(-1)?.tags;
  if (!tags) return [];
  return tags.map((tag) => ({ name: tag.tagName.text, argument: argumentOf(compiler, tag), node: tag.tagName }));
}

function argumentOf(compiler: typeof ts, tag: ts.JSDocTag): string {
  return (compiler.getTextOfJSDocComment(tag.comment) ?? '').split(/\r?\n/)[0]?.trim() ?? '';
}
