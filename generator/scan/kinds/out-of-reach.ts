import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { isHandlerCall } from './callable.ts';
import type { FunctionDraft } from './function-handlers.ts';
import { rolesOf, subjectOf } from './roles.ts';

/**
 * Warns about handlers, behaviors and validators that no import reaches: calls of `handler(…)` and classes in a function,
 * an object, another class.
 */
export function reportOutOfReach(context: ScanContext, found: readonly FunctionDraft[]): void {
  const { ts } = context;
  const registered = new Set<ts.Node>(found.map(({ call }) => call));
  for (const file of context.files) {
    if (!mayHoldMore(file)) continue;
    context.fragments.within(file.fileName, () => {
      for (const statement of file.statements) {
        if (!isTagged(context, [statement], 'ignore')) visit(statement);
      }
    });
  }

  // Counting words is much faster than walking the tree, and nearly every file has as many as it has declarations.
  function mayHoldMore(file: ts.SourceFile): boolean {
    const classes = file.statements.filter((node) => ts.isClassDeclaration(node) && node.heritageClauses).length;
    const calls = found.filter(({ node }) => node.getSourceFile() === file).length;
    return count(file, /\bimplements\b/g) > classes || count(file, /\b(?:batchH|h)andler\s*[(<]/g) > calls;
  }

  function visit(node: ts.Node): void {
    if (!registered.has(node) && isHandlerCall(context, node)) {
      const place = placeOf(node);
      if (place !== undefined) context.report('CATGA2021', { subject: 'handler', place }, node);
      return;
    }
    if (ts.isClassLike(node) && node.heritageClauses) {
      const place = placeOf(node);
      const [role] = place === undefined ? [] : rolesOf(context, node);
      if (role && place !== undefined) context.report('CATGA2021', { subject: subjectOf(role.name), place }, node);
    }
    ts.forEachChild(node, visit);
  }

  function placeOf(node: ts.CallExpression | ts.ClassLikeDeclaration): string | undefined {
    // Those in namespaces and at the top level are found, or refused, where classes are looked for.
    const isCall = ts.isCallExpression(node);
    for (let at: ts.Node = node.parent; !ts.isSourceFile(at); at = at.parent) {
      if (ts.isFunctionLike(at)) return 'inside a function';
      if (ts.isClassLike(at)) return 'inside a class';
      if (ts.isModuleBlock(at)) return isCall ? 'inside a namespace' : undefined;
      if (ts.isObjectLiteralExpression(at)) return 'inside an object';
      if (ts.isArrayLiteralExpression(at)) return 'inside an array';
      if (ts.isCallExpression(at)) return 'as an argument of another call';
      if (ts.isConditionalExpression(at)) return 'on a condition';
      // Reported where the constant is found: it is not exported, for one.
      if (ts.isVariableDeclaration(at) && ts.isIdentifier(at.name)) return undefined;
    }
    return isCall ? 'in an expression' : undefined;
  }
}

function count({ text }: ts.SourceFile, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
