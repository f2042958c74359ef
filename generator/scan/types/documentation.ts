import type { ts } from 'ts-morph';

/** The first sentence of a declaration's documentation. */
export function docOf(compiler: typeof ts, node: ts.Node): string | undefined {
  const blocks = (node as { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc;
  const comment = blocks?.at(-1)?.comment;
  const text = compiler
    .getTextOfJSDocComment(comment)
    ?.trim()
    .split(/\r?\n\s*\r?\n/)[0]
    ?.replace(/\s+/g, ' ');
  if (text === undefined || text === '') return undefined;
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
