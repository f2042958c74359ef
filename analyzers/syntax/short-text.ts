import type { ts } from 'ts-morph';

const LENGTH = 60;

/** The text of a node on one line, cut where it is long: what findings quote. */
export function shortText(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
}
