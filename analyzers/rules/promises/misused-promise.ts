import type { ts } from 'ts-morph';
import type { FileContext, FileVisitor, Rule } from '../../rule.ts';
import { isBuiltIn } from '../../syntax/built-in.ts';
import {
  expectsPromise,
  expectsVoid,
  isPromiseFunction,
  returnsPromise,
  someDispose,
} from '../../syntax/callback-type.ts';
import { isInTarget } from '../../syntax/destructuring-target.ts';
import { functionHead } from '../../syntax/function-head.ts';
import { mayBeFunctionType } from '../../syntax/function-type-node.ts';
import { calledMember, memberName } from '../../syntax/member-name.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { isNoThenable } from '../../syntax/plain-value.ts';
import { isPromiseAsCondition, promisePredicate } from '../../syntax/promise-condition.ts';
import { isThenable, mayBeThenable } from '../../syntax/thenable.ts';
import { constituents, typeAt } from '../../syntax/type-at.ts';
import { promiseArguments } from '../../syntax/void-arguments.ts';

const options = {
  checksConditionals: {
    type: 'boolean',
    default: true,
    description: 'Whether promises are reported where it is asked whether a value is true.',
  },
  flagUnions: {
    type: 'choice',
    choices: ['none', 'strict', 'all'],
    default: 'none',
    description:
      'Which unions with promises are reported as conditions: none, those of a promise and what it brings, or all.',
  },
  checksSpreads: { type: 'boolean', default: true, description: 'Whether `...` before a promise is reported.' },
  checksVoidReturn: {
    type: 'boolean',
    default: true,
    description:
      'Whether functions that return promises are reported where functions that return nothing are expected.',
  },
  checksVoidReturnArguments: { type: 'boolean', default: true, description: 'The same for arguments alone.' },
  checksVoidReturnInheritedMethods: {
    type: 'boolean',
    default: true,
    description: 'The same for methods of a type that is extended or implemented alone.',
  },
  checksVoidReturnProperties: {
    type: 'boolean',
    default: true,
    description: 'The same for properties of objects alone.',
  },
  checksVoidReturnReturns: { type: 'boolean', default: true, description: 'The same for returned functions alone.' },
  checksVoidReturnVariables: { type: 'boolean', default: true, description: 'The same for variables alone.' },
} as const;

type Context = FileContext<typeof options>;
type Enter = NonNullable<FileVisitor['enter']>;

const nobodyWaits =
  'Wait within: a function that returns nothing, which starts the work and handles its failure; or expect a promise.';

/**
 * Promises where nobody expects one, and so nobody waits. What is reported, and where, is what typescript-eslint's
 * `no-misused-promises` reports with the same options; a test compares the two.
 */
export const misusedPromise: Rule<typeof options> = {
  id: 'CATGA3003',
  name: 'misused-promise',
  title: 'Promise where none is expected',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    conditional: {
      message: 'This condition is a promise, which is always true.',
      help: 'Await it, so that what it brings is the condition.',
    },
    predicate: {
      message: 'This callback returns a promise, which the array takes for true.',
      help: 'Await what the callback needs first (`Promise.all`), and decide by that.',
    },
    spread: {
      message: 'A promise is spread, which has no members of its own.',
      help: 'Await it, so that what it brings is spread.',
    },
    argument: {
      message: 'This function returns a promise, and is passed where nobody awaits what it returns.',
      help: nobodyWaits,
    },
    inheritedMethod: {
      message: 'This method returns a promise, which who knows it as a member of `{type}` does not await.',
      help: nobodyWaits,
    },
    property: {
      message: 'This function returns a promise, and is a property of which nobody awaits what it returns.',
      help: nobodyWaits,
    },
    returnValue: {
      message: 'This function returns a promise, and is returned to who does not await what it returns.',
      help: nobodyWaits,
    },
    variable: {
      message: 'This function returns a promise, and goes into a variable of which nobody awaits what it returns.',
      help: nobodyWaits,
    },
  },
  options,
  file(context) {
    const { options: chosen } = context;
    const conditions = chosen.checksConditionals ? conditionVisitor(context) : {};
    const voids = chosen.checksVoidReturn;
    const checksVariables = voids && chosen.checksVoidReturnVariables;
    const checksArguments = voids && chosen.checksVoidReturnArguments;
    return {
      enter: {
        ...conditions,
        ...(voids && chosen.checksVoidReturnProperties && propertyVisitor(context)),
        ...(voids && chosen.checksVoidReturnInheritedMethods && heritageVisitor(context)),
        ...(chosen.checksSpreads && spreadVisitor(context)),
        ...(checksVariables && { VariableDeclaration: variableCheck(context) }),
        ...(voids && chosen.checksVoidReturnReturns && { ReturnStatement: returnCheck(context) }),
        ...(checksArguments && { NewExpression: argumentCheck(context) }),
        CallExpression(node: ts.CallExpression) {
          if (chosen.checksConditionals) predicateCheck(context)(node);
          if (checksArguments) argumentCheck(context)(node);
        },
        BinaryExpression(node: ts.BinaryExpression) {
          (conditions.BinaryExpression as ((node: ts.BinaryExpression) => void) | undefined)?.(node);
          if (checksVariables) assignmentCheck(context)(node);
        },
      },
    };
  },
};

function conditionVisitor({ ts, options: { flagUnions }, report, ...view }: Context): Enter {
  const { SyntaxKind } = ts;
  const seen = new Set<ts.Expression>();
  const isLogical = (node: ts.Expression): node is ts.BinaryExpression =>
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
      node.operatorToken.kind === SyntaxKind.BarBarToken ||
      node.operatorToken.kind === SyntaxKind.QuestionQuestionToken);
  // An operand on the right is a condition only where the whole is one, and so is what `??` replaces.
  const check = (expression: ts.Expression | undefined, isTest: boolean): void => {
    const node = expression && withoutParentheses(ts, expression);
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    if (isLogical(node)) {
      if (isTest || node.operatorToken.kind !== SyntaxKind.QuestionQuestionToken) check(node.left, isTest);
      if (isTest) check(node.right, isTest);
    } else if (isPromiseAsCondition({ ts, ...view }, node, flagUnions)) {
      report({ message: 'conditional', at: node });
    }
  };
  const checkTest = ({ expression }: { readonly expression: ts.Expression }): void => check(expression, true);
  return {
    IfStatement: checkTest,
    WhileStatement: checkTest,
    DoStatement: checkTest,
    ForStatement: ({ condition }: ts.ForStatement) => check(condition, true),
    ConditionalExpression: ({ condition }: ts.ConditionalExpression) => check(condition, true),
    PrefixUnaryExpression: ({ operator, operand }: ts.PrefixUnaryExpression) => {
      if (operator === SyntaxKind.ExclamationToken) check(operand, true);
    },
    BinaryExpression: (node: ts.BinaryExpression) => {
      if (isLogical(node)) check(node, false);
    },
  };
}

const predicateCheck = (context: Context) => (call: ts.CallExpression) => {
  const callback = promisePredicate(context, call);
  if (callback !== undefined) {
    context.report({ message: 'predicate', at: withoutParentheses(context.ts, callback) });
  }
};

function spreadVisitor(context: Context): Enter {
  const { ts, checker, report } = context;
  const check = (node: ts.SpreadAssignment | ts.SpreadElement): void => {
    if (isInTarget(ts, node)) return;
    const spread = withoutParentheses(ts, node.expression);
    if (isNoThenable(ts, spread) || !mayBeThenable(context, spread)) return;
    if (isThenable(context, spread, typeAt(checker, spread))) report({ message: 'spread', at: spread });
  };
  return { SpreadElement: check, SpreadAssignment: check };
}

const argumentCheck = (context: Context) => (call: ts.CallExpression | ts.NewExpression) => {
  const { ts, checker, report } = context;
  if (ts.isCallExpression(call)) {
    if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return;
    const member = calledMember(ts, call);
    if (member !== undefined && memberName(context, member) === 'finally') {
      // `finally` does wait for what its callback returns, though its declaration does not say so.
      const receiver = typeAt(checker, withoutParentheses(ts, member.expression));
      if (isBuiltIn(context, checker.getBaseConstraintOfType(receiver) ?? receiver, 'Promise')) return;
    }
  }
  for (const argument of promiseArguments(context, call)) {
    report({ message: 'argument', at: withoutParentheses(ts, argument) });
  }
};

const assignmentCheck = (context: Context) => (node: ts.BinaryExpression) => {
  const { ts, checker, report } = context;
  const { FirstAssignment, LastAssignment } = ts.SyntaxKind;
  const operator = node.operatorToken.kind;
  if (operator < FirstAssignment || operator > LastAssignment || isInTarget(ts, node)) return;
  const target = withoutParentheses(ts, node.left);
  if (!isPromiseFunction(context, node.right)) return;
  if (expectsVoid(context, target, typeAt(checker, target)))
    report({ message: 'variable', at: withoutParentheses(ts, node.right) });
};

const variableCheck =
  (context: Context) =>
  ({ name, type, initializer, parent }: ts.VariableDeclaration) => {
    const { ts, checker, report } = context;
    if (initializer === undefined) return;
    // `await using` has the bits of `const` and of `using`.
    const using: number = ts.NodeFlags.Using;
    const at = withoutParentheses(ts, initializer);
    const isUsing = (parent.flags & ts.NodeFlags.BlockScoped) === using;
    const isDisposable = type !== undefined && someDispose(context, name, expectsVoid);
    if ((isUsing || isDisposable) && someDispose(context, initializer, expectsPromise)) {
      report({ message: 'variable', at });
    }
    if (type === undefined || !mayBeFunctionType(ts, type)) return;
    if (!isPromiseFunction(context, initializer)) return;
    if (expectsVoid(context, initializer, typeAt(checker, name))) report({ message: 'variable', at });
  };

const returnCheck =
  (context: Context) =>
  ({ expression, parent }: ts.ReturnStatement) => {
    const { ts, report } = context;
    if (expression === undefined) return;
    const owner = ts.findAncestor(parent, ts.isFunctionLike);
    if (owner === undefined || (owner.type !== undefined && !mayBeFunctionType(ts, owner.type))) return;
    if (isMisplaced(context, expression)) report({ message: 'returnValue', at: withoutParentheses(ts, expression) });
  };

/** Whether a function returns a promise, and what is expected in its place returns nothing. */
function isMisplaced(context: Context, value: ts.Expression): boolean {
  if (!isPromiseFunction(context, value)) return false;
  const expected = context.checker.getContextualType(value);
  return expected !== undefined && expectsVoid(context, value, expected);
}

function propertyVisitor(context: Context): Enter {
  const { ts, checker, report } = context;
  return {
    PropertyAssignment: (node: ts.PropertyAssignment) => {
      if (!isMisplaced(context, node.initializer)) return;
      const value = withoutParentheses(ts, node.initializer);
      const isFunction = ts.isArrowFunction(value) || ts.isFunctionExpression(value);
      report({ message: 'property', at: isFunction ? functionHead(ts, node, value) : value });
    },
    ShorthandPropertyAssignment: (node: ts.ShorthandPropertyAssignment) => {
      const { name } = node;
      if (isMisplaced(context, name)) report({ message: 'property', at: name });
    },
    MethodDeclaration: (node: ts.MethodDeclaration) => {
      const { name, parent } = node;
      if (ts.isComputedPropertyName(name) || !ts.isObjectLiteralExpression(parent)) return;
      if (!returnsPromise(context, node)) return;
      const type = checker.getContextualType(parent);
      const property =
        type &&
        constituents(type)
          .map((part) => checker.getPropertyOfType(part, name.getText()))
          .find((each) => each !== undefined);
      if (property && expectsVoid(context, name, checker.getTypeOfSymbolAtLocation(property, name))) {
        report({ message: 'property', at: functionHead(ts, node, node) });
      }
    },
  };
}

function heritageVisitor(context: Context): Enter {
  const { ts, checker, report } = context;
  const check = ({ heritageClauses, members }: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): void => {
    const types = (heritageClauses ?? []).flatMap((clause) => clause.types).map((type) => typeAt(checker, type));
    if (types.length === 0) return;
    for (const member of members) {
      const name = member.name?.getText();
      const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
      if (name === undefined || isStatic) continue;
      const expecting = types.filter((type) => {
        const inherited = type.getSymbol()?.members?.get(ts.escapeLeadingUnderscores(name)) ?? type.getProperty(name);
        return (
          inherited !== undefined && expectsVoid(context, member, checker.getTypeOfSymbolAtLocation(inherited, member))
        );
      });
      if (expecting.length === 0 || !returnsPromise(context, member)) continue;
      for (const type of expecting) {
        report({ message: 'inheritedMethod', at: member, data: { type: checker.typeToString(type) } });
      }
    }
  };
  return { ClassDeclaration: check, ClassExpression: check, InterfaceDeclaration: check };
}
