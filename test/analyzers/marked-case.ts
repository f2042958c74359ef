import type { ExpectedFinding, InvalidCase } from '../../analyzers/testing/index.ts';

/** A case whose code has each stretch that is to be found between « and », in source order; further facts by index. */
export function marked(
  title: string,
  text: string,
  more: Omit<InvalidCase, 'code' | 'findings' | 'title'> & { readonly also?: readonly Partial<ExpectedFinding>[] } = {},
): InvalidCase & { readonly code: string } {
  const { also = [], ...rest } = more;
  const findings: ExpectedFinding[] = [];
  let line = 1;
  let column = 1;
  let code = '';
  for (const character of text) {
    if (character === '«') findings.push({ line, column, ...also[findings.length] });
    else if (character === '»') {
      const last = findings.at(-1);
      if (last !== undefined) findings[findings.length - 1] = { ...last, endLine: line, endColumn: column };
    } else {
      code += character;
      column++;
      if (character === '\n') {
        line++;
        column = 1;
      }
    }
  }
  return { title, code, findings, ...rest };
}
