import type { ts } from 'ts-morph';
import type { FileContext } from '../../rule.ts';
import { isBuiltIn } from '../../syntax/built-in.ts';
import { outermostSame } from '../../syntax/global-name.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { typeAt } from '../../syntax/type-at.ts';
import { usesOf } from '../../syntax/uses-of.ts';

const keyed: ReadonlySet<string> = new Set(['add', 'delete', 'get', 'has', 'set']);
const tests: ReadonlySet<string> = new Set(['endsWith', 'includes', 'indexOf', 'match', 'search', 'startsWith']);
const sameText: ReadonlySet<string> = new Set(['slice', 'toLowerCase', 'toUpperCase', 'toString', 'trim', 'replace']);
const tagged: ReadonlySet<string> = new Set([
  '$type',
  '__typename',
  '_tag',
  'discriminator',
  'kind',
  'messageType',
  'type',
]);

/** Names that the platform gives: nobody renames them. */
const ofPlatform =
  /^(?:Array|ArrayBuffer|Async(?:Generator)?Function|Blob|Boolean|Buffer|Date|Error|File|FormData|Function|GeneratorFunction|Map|Number|Object|Promise|RegExp|Set|String|Symbol|URL|URLSearchParams|Weak(?:Map|Ref|Set)|(?:Big)?U?[Ii]nt\d+(?:Clamped)?Array|Float\d+Array|Uint8Array|(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)Error|)$/;

/** What a text decides, in words that follow "is"; `undefined` where it is logged, shown, or otherwise decides nothing. */
export function decisionOn(context: FileContext, text: ts.Expression): string | undefined {
  const { ts } = context;
  const value = outermostSame(context, text);
  const { parent } = value;
  if (ts.isBinaryExpression(parent)) return decisionOfOperator(context, parent, value);
  if (ts.isSwitchStatement(parent)) return isOfPlatform(ts, parent) ? undefined : 'what a `switch` goes by';
  if (ts.isCaseClause(parent) && parent.expression === value) return 'a case of a `switch`';
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === value) return 'a key';
  if (ts.isComputedPropertyName(parent)) return 'a key';
  if (ts.isTemplateSpan(parent)) return decisionOn(context, parent.parent);
  if (ts.isConditionalExpression(parent)) return parent.condition === value ? undefined : decisionOn(context, parent);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value) return decisionOfMethod(context, parent);
  if (ts.isCallExpression(parent) && parent.expression !== value) return decisionOfCall(context, parent, value);
  if (ts.isPropertyAssignment(parent)) return decisionOfMember(context, parent);
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    // Only what follows: a variable that is made of itself would have no end.
    for (const use of usesOf(context, parent).filter(({ pos }) => pos >= parent.end)) {
      const found = decisionOn(context, use);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function decisionOfOperator(context: FileContext, node: ts.BinaryExpression, value: ts.Expression): string | undefined {
  const { ts } = context;
  const { SyntaxKind } = ts;
  switch (node.operatorToken.kind) {
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken: {
      const other = withoutParentheses(ts, node.left === value ? node.right : node.left);
      const isHarmless =
        (ts.isStringLiteralLike(other) && ofPlatform.test(other.text)) ||
        other.kind === SyntaxKind.NullKeyword ||
        (ts.isIdentifier(other) && other.text === 'undefined');
      return isHarmless ? undefined : 'compared';
    }
    case SyntaxKind.InKeyword:
      return node.left === value ? 'a key' : undefined;
    case SyntaxKind.PlusToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
      return decisionOn(context, node);
    default:
      return undefined;
  }
}

function decisionOfMethod(context: FileContext, access: ts.PropertyAccessExpression): string | undefined {
  const { ts } = context;
  const { parent } = access;
  if (!ts.isCallExpression(parent) || parent.expression !== access) return undefined;
  const method = access.name.text;
  if (sameText.has(method)) return decisionOn(context, parent);
  const [sought] = parent.arguments;
  // It says `[native code]` of what the platform provides, minified or not.
  const isHarmless = sought !== undefined && sought.getText().includes('native code');
  return tests.has(method) && !isHarmless ? 'searched' : undefined;
}

function decisionOfCall(context: FileContext, call: ts.CallExpression, value: ts.Expression): string | undefined {
  const { checker, ts } = context;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || call.arguments[0] !== value) return undefined;
  const method = callee.name.text;
  const receiver = (): ts.Type => checker.getNonNullableType(typeAt(checker, callee.expression));
  if (keyed.has(method)) {
    const names = ['Map', 'Set', 'ReadonlyMap', 'ReadonlySet'];
    const type = receiver();
    return names.some((name) => isBuiltIn(context, type, name)) ? 'a key' : undefined;
  }
  if (method === 'includes' || method === 'indexOf') {
    return checker.isArrayType(receiver()) ? 'compared' : undefined;
  }
  if (method === 'test' || method === 'exec') {
    if (callee.expression.getText().includes('native code')) return undefined;
    return isBuiltIn(context, receiver(), 'RegExp') ? 'searched' : undefined;
  }
  return undefined;
}

/** `{ type: event.constructor.name }` in what goes over the wire. */
function decisionOfMember({ application, ts }: FileContext, member: ts.PropertyAssignment): string | undefined {
  if (!tagged.has(member.name.getText().replaceAll(/['"]/g, ''))) return undefined;
  let node: ts.Node = member.parent;
  while (ts.isObjectLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent)) node = node.parent;
  const call = node.parent;
  if (!ts.isCallExpression(call)) return undefined;
  const isWire =
    call.expression.getText() === 'JSON.stringify' ||
    application.generated.nameOf(call.expression) !== undefined ||
    application.messageCall(call) !== undefined;
  return isWire ? 'what a receiver goes by' : undefined;
}

/** Whether all cases are names that the platform gives. */
function isOfPlatform(compiler: typeof ts, { caseBlock }: ts.SwitchStatement): boolean {
  return caseBlock.clauses.every(
    (clause) =>
      compiler.isDefaultClause(clause) ||
      (compiler.isStringLiteralLike(clause.expression) && ofPlatform.test(clause.expression.text)),
  );
}
