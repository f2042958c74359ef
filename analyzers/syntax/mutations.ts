import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';

/** A place that changes what a variable holds, or lets it hold something else. */
export interface Mutation {
  readonly node: ts.Node;
  /** What is changed, as it is written: `order.note`, `order.lines.push(…)`. */
  readonly shown: string;
  readonly kind: 'changed' | 'reassigned';
}

const changers: ReadonlySet<string> = new Set([
  'Object.assign',
  'Object.defineProperties',
  'Object.defineProperty',
  'Object.setPrototypeOf',
  'Reflect.defineProperty',
  'Reflect.deleteProperty',
  'Reflect.set',
]);

const methods: ReadonlySet<string> = new Set([
  'add',
  'clear',
  'copyWithin',
  'delete',
  'fill',
  'pop',
  'push',
  'reverse',
  'set',
  'shift',
  'sort',
  'splice',
  'unshift',
]);

/** The places in `scope` that change what `variable` holds, in source order. */
export function mutationsOf(view: FileView, scope: ts.Node, variable: ts.Symbol): readonly Mutation[] {
  const { checker, ts } = view;
  const found: Mutation[] = [];
  const isVariable = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && node.text === variable.name && checker.getSymbolAtLocation(node) === variable;
  const isRooted = (node: ts.Node): boolean => isVariable(rootOf(ts, node));
  const target = (node: ts.Node, left: ts.Expression): void => {
    const kind = isVariable(left) ? 'reassigned' : 'changed';
    if (isRooted(left)) found.push({ node, shown: textOf(left), kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(ts, node.operatorToken.kind)) target(node, node.left);
    else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(ts, node.operator)) {
      target(node, node.operand);
    } else if (ts.isDeleteExpression(node)) target(node, node.expression);
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const callee = node.expression;
      const [first] = node.arguments;
      if (first !== undefined && changers.has(callee.getText())) {
        if (isRooted(first)) found.push({ node, shown: textOf(first), kind: 'changed' });
      } else if (isRooted(callee.expression) && isChangingMethod(view, callee)) {
        found.push({ node, shown: `${textOf(callee)}(…)`, kind: 'changed' });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return found;
}

function isAssignment(compiler: typeof ts, operator: ts.SyntaxKind): boolean {
  return operator >= compiler.SyntaxKind.FirstAssignment && operator <= compiler.SyntaxKind.LastAssignment;
}

function isStep(compiler: typeof ts, operator: ts.SyntaxKind): boolean {
  return operator === compiler.SyntaxKind.PlusPlusToken || operator === compiler.SyntaxKind.MinusMinusToken;
}

/** The variable at the bottom of `a.b[c].d`. */
function rootOf(compiler: typeof ts, node: ts.Node): ts.Node {
  let root = node;
  while (
    compiler.isPropertyAccessExpression(root) ||
    compiler.isElementAccessExpression(root) ||
    compiler.isNonNullExpression(root) ||
    compiler.isParenthesizedExpression(root) ||
    compiler.isAsExpression(root)
  ) {
    root = root.expression;
  }
  return root;
}

/** A method of a collection or a date that changes it; what others call so may do anything. */
function isChangingMethod({ checker, program }: FileView, callee: ts.PropertyAccessExpression): boolean {
  const name = callee.name.text;
  if (!methods.has(name) && !/^set(?:UTC)?[A-Z]/.test(name)) return false;
  const declaration = checker.getSymbolAtLocation(callee.name)?.declarations?.[0];
  return declaration !== undefined && program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

function textOf(node: ts.Node): string {
  return node.getText().replaceAll(/\s+/g, ' ');
}
