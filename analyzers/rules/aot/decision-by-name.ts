import type { ts } from 'ts-morph';
import type { FileContext, Rule } from '../../rule.ts';
import { isGlobalName } from '../../syntax/global-name.ts';
import { isOpen, possibleTypes } from '../../syntax/possible-types.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { shortText } from '../../syntax/short-text.ts';
import { typeAt } from '../../syntax/type-at.ts';
import { decisionOn } from './decision-on.ts';

/** What a program decides by how a class or a function is called in its source, which minifiers change. */
export const decisionByName: Rule = {
  id: 'CATGA7004',
  name: 'decision-by-name',
  title: 'Decision by the name of a class or a function',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    name: {
      message:
        '`{code}` is {use}: minifiers and bundlers rename classes and functions, and two of them may get the same name.',
      help: 'Compare the class itself (`instanceof`, `===`), or give it a member of your own that says what it is.',
    },
    source: {
      message: '`{code}` is {use}: the source of a function is another one after compilers, bundlers and minifiers.',
      help: 'Decide by a member of your own, or by the value itself.',
    },
  },
  options: {},
  file(context) {
    const judge = (message: 'name' | 'source', at: ts.Expression): void => {
      const use = decisionOn(context, at);
      if (use !== undefined) context.report({ message, data: { code: shortText(at), use }, at });
    };
    return {
      enter: {
        PropertyAccessExpression(node: ts.PropertyAccessExpression) {
          if (node.name.text === 'name' && isNameOfFunction(context, node)) judge('name', node);
        },
        CallExpression(node: ts.CallExpression) {
          if (isSourceOfFunction(context, node)) judge('source', node);
        },
      },
    };
  },
};

/** `x.constructor.name`, whatever `x` is, and `X.name` where `name` is that of `Function` and not a static member. */
function isNameOfFunction(context: FileContext, { expression, name }: ts.PropertyAccessExpression): boolean {
  const { checker, ts } = context;
  const owner = withoutParentheses(ts, expression);
  const isOfConstructor =
    (ts.isPropertyAccessExpression(owner) && owner.name.text === 'constructor') ||
    (ts.isNonNullExpression(owner) && owner.expression.getText().endsWith('.constructor'));
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  // Of a value whose type says nothing.
  if (declarations.length === 0) return isOfConstructor;
  if (!declarations.every((one) => isMemberOfFunction(context, one))) return false;
  // What the platform declares keeps its name.
  return !ts.isIdentifier(owner) || !isGlobalName(context, owner);
}

/** `f.toString()`, `String(f)`, `Function.prototype.toString.call(f)`. */
function isSourceOfFunction(context: FileContext, { arguments: given, expression }: ts.CallExpression): boolean {
  const { checker, ts } = context;
  if (ts.isIdentifier(expression)) {
    const [value] = given;
    return (
      expression.text === 'String' &&
      value !== undefined &&
      isFunction(context, value) &&
      isGlobalName(context, expression)
    );
  }
  if (!ts.isPropertyAccessExpression(expression)) return false;
  if (expression.name.text === 'call' || expression.name.text === 'apply') {
    return expression.expression.getText() === 'Function.prototype.toString';
  }
  if (expression.name.text !== 'toString' || given.length > 0 || !isFunction(context, expression.expression))
    return false;
  const declarations = checker.getSymbolAtLocation(expression.name)?.declarations ?? [];
  return declarations.length > 0 && declarations.every((one) => isMemberOfFunction(context, one));
}

function isFunction(context: FileContext, node: ts.Expression): boolean {
  return (
    possibleTypes(context, node).some((type) => isOpen(context, type) || hasSignatures(type)) &&
    hasSignatures(typeAt(context.checker, node))
  );
}

function hasSignatures(type: ts.Type): boolean {
  return type.getCallSignatures().length + type.getConstructSignatures().length > 0;
}

function isMemberOfFunction({ program, ts }: FileContext, { parent }: ts.Declaration): boolean {
  return (
    ts.isInterfaceDeclaration(parent) &&
    /^(?:Callable|Newable)?Function$/.test(parent.name.text) &&
    program.isSourceFileDefaultLibrary(parent.getSourceFile())
  );
}
