import type { ts } from 'ts-morph';
import type { FileContext, Rule } from '../../rule.ts';
import { isGlobalName, isGlobalObject, outermostSame } from '../../syntax/global-name.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { shortText } from '../../syntax/short-text.ts';
import { constituents, typeAt } from '../../syntax/type-at.ts';
import { usesOf } from '../../syntax/uses-of.ts';

const compilers: ReadonlySet<string> = new Set(['eval', 'Function']);
const timers: ReadonlySet<string> = new Set(['setInterval', 'setTimeout']);

/** Code that a program makes out of strings while it runs. */
export const codeFromText: Rule = {
  id: 'CATGA7001',
  name: 'code-from-text',
  title: 'Code made out of text',
  severity: 'error',
  preset: 'recommended',
  scope: 'program',
  messages: {
    made: {
      message:
        '`{code}` makes code out of text: it fails under `--disallow-code-generation-from-strings` and content security policies, and no compiler, bundler or minifier sees that code.',
      help: 'Write the code as code: a function, or a table of functions by name.',
    },
    timer: {
      message:
        '`{code}` makes code out of text: Node refuses a string, and so do content security policies in browsers.',
      help: 'Pass a function.',
    },
  },
  options: {},
  file: (context) => ({
    enter: {
      Identifier(node: ts.Identifier) {
        if (!compilers.has(node.text) && !timers.has(node.text)) return;
        const reference = referenceAt(context, node);
        if (reference !== undefined) judgeReference(context, node.text, reference);
      },
      ElementAccessExpression(node: ts.ElementAccessExpression) {
        const name = node.argumentExpression;
        if (!context.ts.isStringLiteralLike(name) || (!compilers.has(name.text) && !timers.has(name.text))) return;
        if (isGlobalObject(context, node.expression)) judgeReference(context, name.text, node);
      },
      CallExpression: (node: ts.CallExpression) => judgeConstructor(context, node),
      NewExpression: (node: ts.NewExpression) => judgeConstructor(context, node),
    },
  }),
};

/** What stands for the global's value: the name itself, or an access of the global object. */
function referenceAt(context: FileContext, node: ts.Identifier): ts.Expression | undefined {
  const { ts } = context;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return isGlobalObject(context, parent.expression) ? parent : undefined;
  }
  const isValue =
    !ts.isTypeNode(parent) &&
    !ts.isQualifiedName(parent) &&
    !ts.isHeritageClause(parent.parent ?? parent) &&
    !ts.isImportSpecifier(parent) &&
    !ts.isExportSpecifier(parent);
  return isValue && isGlobalName(context, node) ? node : undefined;
}

function judgeReference(context: FileContext, name: string, reference: ts.Expression): void {
  const { ts } = context;
  const value = outermostSame(context, reference);
  const { parent } = value;
  const called = isCall(ts, parent) && parent.expression === value ? parent : undefined;
  if (timers.has(name)) {
    const [first] = called?.arguments ?? [];
    if (called !== undefined && first !== undefined && isText(context, first)) report(context, 'timer', called);
    return;
  }
  if (called !== undefined) {
    report(context, 'made', called);
  } else if (ts.isPropertyAccessExpression(parent) && parent.expression === value) {
    if (/^(?:apply|bind|call)$/.test(parent.name.text)) report(context, 'made', parent);
  } else if (isReflected(ts, parent, value)) {
    report(context, 'made', parent);
  } else if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    for (const use of usesOf(context, parent)) {
      const last = outermostSame(context, use);
      if (isCall(ts, last.parent) && last.parent.expression === last) report(context, 'made', last.parent);
    }
  } else if (name === 'eval' && isCall(ts, parent)) {
    // `eval` handed on is called there; `Function` may be a token (`any(Function)`).
    report(context, 'made', reference);
  }
}

/** `Reflect.construct(Function, …)`, `Reflect.apply(eval, …)`. */
function isReflected(compiler: typeof ts, parent: ts.Node, value: ts.Expression): boolean {
  return (
    compiler.isCallExpression(parent) &&
    parent.arguments[0] === value &&
    /^Reflect\.(?:apply|construct)$/.test(parent.expression.getText())
  );
}

/** `(() => {}).constructor('…')`, and the constructors of async functions and generators, which have no name. */
function judgeConstructor(context: FileContext, node: ts.CallExpression | ts.NewExpression): void {
  const { ts, checker } = context;
  const callee = withoutParentheses(ts, node.expression);
  const access = ts.isIdentifier(callee) ? initializerOf(context, callee) : callee;
  if (access === undefined || !ts.isPropertyAccessExpression(access) || access.name.text !== 'constructor') return;
  const owner = withoutParentheses(ts, access.expression);
  if (owner.kind === ts.SyntaxKind.SuperKeyword || owner.kind === ts.SyntaxKind.ThisKeyword) return;
  const prototypeOf =
    ts.isCallExpression(owner) && /^(?:Object|Reflect)\.getPrototypeOf$/.test(owner.expression.getText())
      ? owner.arguments[0]
      : undefined;
  if (typeAt(checker, prototypeOf ?? owner).getCallSignatures().length > 0) report(context, 'made', node);
}

function initializerOf({ ts, checker }: FileContext, name: ts.Identifier): ts.Expression | undefined {
  // By convention; asking about every name that is called would be dear.
  if (!name.text.endsWith('Function')) return undefined;
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

function isCall(compiler: typeof ts, node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return compiler.isCallExpression(node) || compiler.isNewExpression(node);
}

function isText({ ts, checker }: FileContext, node: ts.Expression): boolean {
  return constituents(typeAt(checker, node)).some((part) => (part.flags & ts.TypeFlags.StringLike) !== 0);
}

function report(context: FileContext, message: 'made' | 'timer', at: ts.Node): void {
  context.report({ message, data: { code: shortText(at) }, at });
}
