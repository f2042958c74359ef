import type { ts } from 'ts-morph';

/** A JSDoc tag as written. */
export interface Tag {
  readonly name: string;
  readonly argument: string;
  readonly node: ts.Node;
  /** The declaration that it stands on: merged declarations have one each. */
  readonly owner: ts.Node;
}

/** The tags in the last comment above each declaration; of a function handler, above its statement. */
export function readTags(compiler: typeof ts, nodes: readonly ts.Node[]): readonly Tag[] {
  return nodes.flatMap((node) => {
    const blocks = (node as { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc;
    const tags = blocks?.at(-1)?.tags;
    if (!tags) return [];
    return tags.map((tag) => ({
      name: tag.tagName.text,
      argument: argumentOf(compiler, tag),
      node: tag.tagName,
      owner: node,
    }));
  });
}

function argumentOf(compiler: typeof ts, tag: ts.JSDocTag): string {
  return (compiler.getTextOfJSDocComment(tag.comment) ?? '').split(/\r?\n/)[0]?.trim() ?? '';
}
