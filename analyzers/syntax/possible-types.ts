import type { ts } from 'ts-morph';
import { guardedPaths, referencePath } from './guarded-paths.ts';
import { withoutParentheses } from './parentheses.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';

type View = Pick<TypeView, 'checker' | 'ts'>;

// By checker: a program that follows another one shares nodes with it.
const known = new WeakMap<ts.TypeChecker, WeakMap<ts.Node, readonly ts.Type[]>>();

/**
 * The types that an expression can have by what is declared: all constituents of its type, and maybe more, since neither
 * narrowing is followed, nor an overload chosen, nor a type argument inferred; of a generic call that leaves type parameters
 * in place. What rules ask of most expressions is decided by that, at a fraction of what the checker takes for the very type.
 */
export function possibleTypes(view: View, expression: ts.Expression): readonly ts.Type[] {
  const { checker, ts } = view;
  const node = withoutParentheses(ts, expression);
  let types = known.get(checker);
  if (types === undefined) known.set(checker, (types = new WeakMap()));
  let found = types.get(node);
  if (found === undefined) {
    found = evaluate({ ...view, isGuarded }, node) ?? constituents(typeAt(checker, node));
    types.set(node, found);
  }
  return found;
}

/** Whether nothing is known of a type before it is instantiated or narrowed. */
export function isOpen({ checker, ts }: View, type: ts.Type): boolean {
  const { Any, Instantiable, NonPrimitive, Unknown } = ts.TypeFlags;
  if ((type.flags & (Any | Instantiable | NonPrimitive | Unknown)) !== 0) return true;
  if (type.isUnionOrIntersection()) return type.types.some((part) => isOpen({ checker, ts }, part));
  const { Anonymous, Mapped } = ts.ObjectFlags;
  const kind = (type.flags & ts.TypeFlags.Object) === 0 ? 0 : (type as ts.ObjectType).objectFlags;
  // What `Partial<T>` and the like are mapped from tells what they are.
  if ((kind & Mapped) !== 0) return type.aliasTypeArguments?.every((from) => !isOpen({ checker, ts }, from)) !== true;
  // `{}` is anything.
  return (
    (kind & Anonymous) !== 0 &&
    checker.getPropertiesOfType(type).length === 0 &&
    type.getCallSignatures().length + type.getConstructSignatures().length === 0
  );
}

interface Evaluation extends View {
  /** Whether a function may have narrowed the type of a reference to another one than a constituent. */
  readonly isGuarded: (view: Evaluation, reference: ts.Expression) => boolean;
}

function isGuarded(view: Evaluation, reference: ts.Expression): boolean {
  const path = referencePath(view.ts, reference);
  return path !== undefined && guardedPaths(view, reference, isGuard).has(path);
}

/** Whether a call may tell something about the types of what it is given. Asked without regard to other guards. */
function isGuard(view: View, call: ts.CallExpression): boolean {
  const called = signaturesOf({ ...view, isGuarded: () => false }, call);
  return called?.every((signature) => view.checker.getTypePredicateOfSignature(signature) === undefined) !== true;
}

/** `undefined`: only the checker can tell. */
function evaluate(view: Evaluation, expression: ts.Expression): readonly ts.Type[] | undefined {
  const { checker, ts } = view;
  const node = withoutParentheses(ts, expression);
  if ((node.flags & ts.NodeFlags.JavaScriptFile) !== 0) return undefined;
  if (ts.isIdentifier(node)) return view.isGuarded(view, node) ? undefined : ofIdentifier(view, node);
  if (ts.isPropertyAccessExpression(node)) return view.isGuarded(view, node) ? undefined : ofProperty(view, node);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return view.isGuarded(view, node) ? undefined : ofThis(view, node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return signaturesOf(view, node)?.flatMap((signature) => constituents(signature.getReturnType()));
  }
  if (ts.isAwaitExpression(node)) return ofAwait(view, node);
  if (ts.isConditionalExpression(node)) return both(view, node.whenTrue, node.whenFalse);
  if (ts.isBinaryExpression(node)) return ofBinary(view, node);
  if (ts.isNonNullExpression(node)) return evaluate(view, node.expression);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return [checker.getStringType()];
  if (ts.isNumericLiteral(node)) return [checker.getNumberType()];
  if (node.kind === ts.SyntaxKind.NullKeyword) return [checker.getNullType()];
  return undefined;
}

function both(view: Evaluation, one: ts.Expression, other: ts.Expression): readonly ts.Type[] | undefined {
  const first = evaluate(view, one);
  const second = first && evaluate(view, other);
  return first && second && [...first, ...second];
}

function ofBinary(
  view: Evaluation,
  { left, operatorToken, right }: ts.BinaryExpression,
): readonly ts.Type[] | undefined {
  const { SyntaxKind } = view.ts;
  switch (operatorToken.kind) {
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
      return both(view, left, right);
    default:
      return undefined;
  }
}

function ofIdentifier(view: Evaluation, node: ts.Identifier): readonly ts.Type[] | undefined {
  const { checker, ts } = view;
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (symbol === undefined) return undefined;
  const value = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const declaration = value.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isVariableDeclaration(declaration) && declaration.type === undefined && isConst(ts, declaration)) {
    const types = declaration.initializer && evaluate(view, declaration.initializer);
    if (types !== undefined) return types;
  }
  return constituents(checker.getTypeOfSymbol(value));
}

function isConst(compiler: typeof ts, declaration: ts.VariableDeclaration): boolean {
  return (compiler.getCombinedNodeFlags(declaration) & compiler.NodeFlags.Const) !== 0;
}

function ofThis({ checker, ts }: Evaluation, node: ts.Node): readonly ts.Type[] | undefined {
  let member = node.parent;
  while (ts.isArrowFunction(member) || !(ts.isFunctionLike(member) || ts.isClassElement(member))) {
    if (ts.isSourceFile(member) || ts.isModuleDeclaration(member)) return undefined;
    member = member.parent;
  }
  const owner = member.parent;
  if (!ts.isClassLike(owner) || owner.name === undefined || !ts.isClassElement(member)) return undefined;
  if ((ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0) return undefined;
  if (ts.isClassStaticBlockDeclaration(member)) return undefined;
  if (ts.isMethodDeclaration(member) && member.parameters[0]?.name.getText() === 'this') return undefined;
  const symbol = checker.getSymbolAtLocation(owner.name);
  return symbol && [checker.getDeclaredTypeOfSymbol(symbol)];
}

function ofProperty(
  view: Evaluation,
  { expression, name }: ts.PropertyAccessExpression,
): readonly ts.Type[] | undefined {
  const { checker, ts } = view;
  if (ts.isPrivateIdentifier(name)) {
    const member = privateMember(ts, name);
    const symbol = member && checker.getSymbolAtLocation(member);
    return symbol && constituents(checker.getTypeOfSymbol(symbol));
  }
  const owners = present(view, expression);
  if (owners === undefined) return undefined;
  const found: ts.Type[] = [];
  for (const owner of owners) {
    const property = checker.getPropertyOfType(checker.getApparentType(owner), name.text);
    if (property === undefined) return undefined;
    found.push(...constituents(checker.getTypeOfSymbol(property)));
  }
  return found;
}

/** Where the classes around an access declare the private member that it names. */
function privateMember(compiler: typeof ts, name: ts.PrivateIdentifier): ts.PrivateIdentifier | undefined {
  for (let parent: ts.Node = name.parent; parent !== undefined; parent = parent.parent) {
    if (!compiler.isClassLike(parent)) continue;
    for (const { name: declared } of parent.members) {
      if (declared !== undefined && compiler.isPrivateIdentifier(declared) && declared.text === name.text) {
        return declared;
      }
    }
  }
  return undefined;
}

function ofAwait(view: Evaluation, { expression }: ts.AwaitExpression): readonly ts.Type[] | undefined {
  const { checker } = view;
  const awaited = evaluate(view, expression)?.map((type) =>
    isOpen(view, type) ? undefined : checker.getAwaitedType(type),
  );
  return awaited === undefined || awaited.includes(undefined)
    ? undefined
    : awaited.flatMap((type) => (type === undefined ? [] : constituents(type)));
}

/** What a call may call: signatures of all that the callee may be. */
function signaturesOf(
  view: Evaluation,
  call: ts.CallExpression | ts.NewExpression,
): readonly ts.Signature[] | undefined {
  const { ts } = view;
  const callee = call.expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword || callee.kind === ts.SyntaxKind.ImportKeyword) return undefined;
  const called = present(view, callee);
  if (called === undefined) return undefined;
  const found: ts.Signature[] = [];
  for (const type of called) {
    const signatures = ts.isCallExpression(call) ? type.getCallSignatures() : type.getConstructSignatures();
    if (signatures.length === 0) return undefined;
    found.push(...signatures);
  }
  return found;
}

/** What a member is taken of, or what is called: neither is `null` nor `undefined`. */
function present(view: Evaluation, expression: ts.Expression): readonly ts.Type[] | undefined {
  const { Null, Undefined } = view.ts.TypeFlags;
  const types = evaluate(view, expression)?.filter(({ flags }) => (flags & (Null | Undefined)) === 0);
  return types === undefined || types.length === 0 || types.some((type) => isOpen(view, type)) ? undefined : types;
}
