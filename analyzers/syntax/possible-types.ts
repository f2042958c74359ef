import type { ts } from 'ts-morph';
import { guardedPaths, mayGuard, referencePath } from './guarded-paths.ts';
import { withoutParentheses } from './parentheses.ts';
import { isPlainValue } from './plain-value.ts';
import { constituents, typeAt } from './type-at.ts';
import type { TypeView } from './type-view.ts';

type View = Pick<TypeView, 'checker' | 'ts'>;

/** What is known of the expressions of a program; of some, that only the checker can tell. */
type Known = WeakMap<ts.Node, readonly ts.Type[] | 'unknown'>;

// By checker: a program that follows another one shares nodes with it.
const evaluations = new WeakMap<ts.TypeChecker, Evaluation>();

/**
 * The types that an expression can have by what is declared: all constituents of its type, and maybe more, since neither
 * narrowing is followed, nor an overload chosen, nor a type argument inferred; of a generic call that leaves type parameters
 * in place. What rules ask of most expressions is decided by that, at a fraction of what the checker takes for the very type.
 */
export function possibleTypes(view: View, expression: ts.Expression): readonly ts.Type[] {
  let evaluation = evaluations.get(view.checker);
  if (evaluation === undefined) {
    const { checker, ts } = view;
    evaluation = { checker, ts, known: new WeakMap() };
    evaluations.set(checker, evaluation);
  }
  const node = withoutParentheses(view.ts, expression);
  const types = evaluate(evaluation, node);
  if (types !== undefined) return types;
  const own = constituents(typeAt(view.checker, node));
  evaluation.known.set(node, own);
  return own;
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
  readonly known: Known;
}

/** Whether a function may have narrowed the type of a reference to another one than a constituent. */
function isGuarded(view: Evaluation, reference: ts.Expression): boolean {
  const { checker, known, ts } = view;
  const path = referencePath(ts, reference);
  if (path === undefined) return false;
  const isGuard = (call: ts.CallExpression): boolean =>
    signaturesOf(view, call)?.every((one) => checker.getTypePredicateOfSignature(one) === undefined) !== true;
  // To tell guards, expressions around them have been looked at as if there were none.
  const forget = (node: ts.Node): void => {
    known.delete(node);
    ts.forEachChild(node, forget);
  };
  return guardedPaths(view, reference.getSourceFile(), isGuard, forget).has(path);
}

/** `undefined`: only the checker can tell. */
function evaluate(view: Evaluation, expression: ts.Expression): readonly ts.Type[] | undefined {
  const node = withoutParentheses(view.ts, expression);
  const found = view.known.get(node);
  if (found !== undefined) return found === 'unknown' ? undefined : found;
  // A constant may be declared by way of itself.
  view.known.set(node, 'unknown');
  const types = ofExpression(view, node);
  view.known.set(node, types ?? 'unknown');
  return types;
}

function ofExpression(view: Evaluation, node: ts.Expression): readonly ts.Type[] | undefined {
  const { checker, ts } = view;
  if ((node.flags & ts.NodeFlags.JavaScriptFile) !== 0) return undefined;
  if (ts.isIdentifier(node)) return isGuarded(view, node) ? undefined : ofIdentifier(view, node);
  if (ts.isPropertyAccessExpression(node)) return isGuarded(view, node) ? undefined : ofProperty(view, node);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return isGuarded(view, node) ? undefined : ofThis(view, node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return signaturesOf(view, node)?.flatMap((signature) => constituents(signature.getReturnType()));
  }
  if (ts.isAwaitExpression(node)) return ofAwait(view, node);
  if (ts.isConditionalExpression(node)) return both(view, node.whenTrue, node.whenFalse);
  if (ts.isNonNullExpression(node)) return evaluate(view, node.expression);
  if (ts.isArrayLiteralExpression(node)) return ofArray(view);
  if (ts.isBinaryExpression(node) && isLogical(ts, node)) return both(view, node.left, node.right);
  // What plain values are in detail makes no difference.
  return isPlainValue(ts, node)
    ? [checker.getStringType(), checker.getNumberType(), checker.getBigIntType(), checker.getBooleanType()]
    : undefined;
}

function isLogical({ SyntaxKind }: typeof ts, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === SyntaxKind.AmpersandAmpersandToken ||
    kind === SyntaxKind.BarBarToken ||
    kind === SyntaxKind.QuestionQuestionToken
  );
}

function both(view: Evaluation, one: ts.Expression, other: ts.Expression): readonly ts.Type[] | undefined {
  const first = evaluate(view, one);
  const second = first && evaluate(view, other);
  return first && second && [...first, ...second];
}

/** An array of whatever: what it holds is not looked at. */
function ofArray({ checker, ts }: Evaluation): readonly ts.Type[] | undefined {
  const array = checker.resolveName('Array', undefined, ts.SymbolFlags.Type, false);
  return array && [checker.getDeclaredTypeOfSymbol(array)];
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
    if (types?.every((type) => !isOpen(view, type)) === true) return types;
  }
  if (ts.isParameter(declaration) && declaration.type === undefined) {
    const types = ofCallbackParameter(view, declaration);
    if (types !== undefined) return types;
  }
  return constituents(checker.getTypeOfSymbol(value));
}

/** The parameter of a function that is an argument: what all signatures that may be meant say of it. */
function ofCallbackParameter(view: Evaluation, parameter: ts.ParameterDeclaration): readonly ts.Type[] | undefined {
  const { checker, ts } = view;
  const callback = parameter.parent;
  const call = callback.parent;
  if (!ts.isArrowFunction(callback) || !ts.isCallExpression(call) || !ts.isIdentifier(parameter.name)) return undefined;
  if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return undefined;
  const [place, index] = [call.arguments.indexOf(callback), callback.parameters.indexOf(parameter)];
  if (place < 0 || call.arguments.slice(0, place).some((argument) => ts.isSpreadElement(argument))) return undefined;
  const found: ts.Type[] = [];
  for (const { parameters } of signaturesOf(view, call) ?? []) {
    const expected = parameters[place];
    const declared = expected?.valueDeclaration;
    if (expected === undefined || declared === undefined || !ts.isParameter(declared)) return undefined;
    if (declared.dotDotDotToken !== undefined) return undefined;
    for (const type of constituents(checker.getTypeOfSymbol(expected))) {
      if (isOpen(view, type)) return undefined;
      for (const signature of type.getCallSignatures()) {
        const given = signature.parameters[index];
        const by = given?.valueDeclaration;
        if (given === undefined || by === undefined || !ts.isParameter(by) || by.dotDotDotToken !== undefined) {
          return undefined;
        }
        found.push(...constituents(checker.getTypeOfSymbol(given)));
      }
    }
  }
  return found.length === 0 ? undefined : found;
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
    found.push(...(ts.isCallExpression(call) ? withoutGuards(view, signatures, call) : signatures));
  }
  return found;
}

/** The signatures but for those {@link isForGuards} beside another that returns the like, as `filter` has it. */
function withoutGuards(
  view: Evaluation,
  signatures: readonly ts.Signature[],
  call: ts.CallExpression,
): readonly ts.Signature[] {
  const usual = signatures.filter((one) => !isForGuards(view, one, call));
  const returned = new Set(usual.map((one) => one.getReturnType().getSymbol()));
  return signatures.filter((one) => usual.includes(one) || !returned.has(one.getReturnType().getSymbol()));
}

/**
 * Whether a signature, such as the first one of `filter`, takes a guard where an arrow function is given that is none: what
 * the compiler infers that it tells leaves some constituents.
 */
function isForGuards({ checker, ts }: Evaluation, { parameters }: ts.Signature, call: ts.CallExpression): boolean {
  return call.arguments.some((argument, index) => {
    const parameter = parameters[index];
    if (!ts.isArrowFunction(argument) || argument.type !== undefined || parameter === undefined) return false;
    const taken = checker.getTypeOfSymbol(parameter).getCallSignatures();
    const isGuard = (one: ts.Signature): boolean => checker.getTypePredicateOfSignature(one) !== undefined;
    return taken.length > 0 && taken.every(isGuard) && !mayGuard(ts, argument);
  });
}

/** What a member is taken of, or what is called: neither is `null` nor `undefined`. */
function present(view: Evaluation, expression: ts.Expression): readonly ts.Type[] | undefined {
  const { Null, Undefined } = view.ts.TypeFlags;
  const types = evaluate(view, expression)?.filter(({ flags }) => (flags & (Null | Undefined)) === 0);
  return types === undefined || types.length === 0 || types.some((type) => isOpen(view, type)) ? undefined : types;
}
