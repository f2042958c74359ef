import type { ts } from 'ts-morph';
import type { Rule } from '../../rule.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { shortText } from '../../syntax/short-text.ts';

/** Tells a bundler that it is meant: `/* @vite-ignore *\/`, `/* webpackIgnore: true *\/`. */
const meant = /@vite-ignore|webpackIgnore\s*:\s*true|turbopackIgnore\s*:\s*true/;

/** A module that is not known before the program runs. */
export const computedImport: Rule = {
  id: 'CATGA7005',
  name: 'computed-import',
  title: 'Import of a computed module',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    computed: {
      message:
        '`{code}` loads a module whose name is computed: no bundler or compiler takes it along, and a wrong name is found at run time only.',
      help: 'Import by a literal name; for a choice, write a table of functions that each import one: `{ a: () => import("./a.js") }`.',
    },
  },
  options: {},
  file: (context) => ({
    enter: {
      CallExpression(node: ts.CallExpression) {
        const { ts } = context;
        const [specifier] = node.arguments;
        if (node.expression.kind !== ts.SyntaxKind.ImportKeyword || specifier === undefined) return;
        const bare = withoutParentheses(ts, specifier);
        if (ts.isStringLiteralLike(bare) || isChoiceOfLiterals(ts, bare)) return;
        if (meant.test(context.file.text.slice(node.expression.end, specifier.getStart()))) return;
        context.report({ message: 'computed', data: { code: shortText(node) }, at: node });
      },
    },
  }),
};

/** `import(dev ? './a.js' : './b.js')`: bundlers take both along. */
function isChoiceOfLiterals(compiler: typeof ts, node: ts.Expression): boolean {
  const bare = withoutParentheses(compiler, node);
  return (
    compiler.isStringLiteralLike(bare) ||
    (compiler.isConditionalExpression(bare) &&
      isChoiceOfLiterals(compiler, bare.whenTrue) &&
      isChoiceOfLiterals(compiler, bare.whenFalse))
  );
}
