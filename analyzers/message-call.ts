import type { ts } from 'ts-morph';

/** The methods of a mediator or a message context that hand a message over and answer with a promise. */
export type MessageMethod = 'enqueue' | 'publish' | 'publishBatch' | 'send' | 'sendBatch';

const methods: ReadonlySet<string> = new Set(['enqueue', 'publish', 'publishBatch', 'send', 'sendBatch']);

/** A call that hands a message over. */
export interface MessageCall {
  readonly method: MessageMethod;
  /** The message, or the batch of them. */
  readonly message: ts.Expression | undefined;
}

/**
 * Reads a call as one of a mediator, a message context, or anything with such a method: its first parameter accepts
 * messages, which is told by their phantom member, and it answers with a promise. Wrappers and other copies of the package
 * count too.
 */
export function messageCall(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  node: ts.CallExpression,
): MessageCall | undefined {
  const callee = node.expression;
  // By name first: it is cheap, and the checker is asked about few of a program's calls.
  if (!compiler.isPropertyAccessExpression(callee) || !isMessageMethod(callee.name.text)) return undefined;
  const signature = checker.getResolvedSignature(node);
  const parameter = signature?.declaration?.parameters[0];
  if (signature === undefined || parameter === undefined || !compiler.isParameter(parameter)) return undefined;
  if (checker.getPropertyOfType(checker.getReturnTypeOfSignature(signature), 'then') === undefined) return undefined;
  const accepted = checker.getTypeAtLocation(parameter);
  const constraint = checker.getBaseConstraintOfType(accepted) ?? accepted;
  const element = callee.name.text.endsWith('Batch') ? elementOf(checker, constraint) : constraint;
  if (element === undefined || checker.getPropertyOfType(element, '~catga') === undefined) return undefined;
  return { method: callee.name.text, message: node.arguments[0] };
}

function isMessageMethod(name: string): name is MessageMethod {
  return methods.has(name);
}

/** What a batch holds: the element of an array or an iterable. */
function elementOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const element = checker.getIndexInfosOfType(type)[0]?.type ?? typeArgument(checker, type);
  return element === undefined ? undefined : (checker.getBaseConstraintOfType(element) ?? element);
}

function typeArgument(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return 'target' in type ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}
