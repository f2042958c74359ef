import type { ts } from 'ts-morph';

/** The methods of a mediator or a message context that hand messages over and answer with a promise or a stream. */
export type MessageMethod = 'enqueue' | 'publish' | 'publishBatch' | 'send' | 'sendBatch' | 'sendStream';

const methods: ReadonlySet<string> = new Set<MessageMethod>([
  'enqueue',
  'publish',
  'publishBatch',
  'send',
  'sendBatch',
  'sendStream',
]);

/** A call that hands messages over. */
export interface MessageCall {
  readonly node: ts.CallExpression;
  readonly method: MessageMethod;
  /** `context`: of the message that is being handled. `mediator`: the edge of a program. `other`: a wrapper of either. */
  readonly receiver: 'context' | 'mediator' | 'other';
  /** The message, or the batch of them. */
  readonly message: ts.Expression | undefined;
}

/**
 * Reads a call as one of a mediator, a message context, or anything with such a method: its first parameter accepts
 * messages, which is told by their phantom member, and it answers with a promise or an async iterable. Wrappers and other
 * copies of the package count too.
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
  // `mediator?.send(…)` answers with a promise or nothing.
  const answer = checker.getNonNullableType(checker.getReturnTypeOfSignature(signature));
  const isStream = callee.name.text === 'sendStream';
  if (!isStream && checker.getPropertyOfType(answer, 'then') === undefined) return undefined;
  const accepted = checker.getTypeAtLocation(parameter);
  const constraint = checker.getBaseConstraintOfType(accepted) ?? accepted;
  const isMany = isStream || callee.name.text.endsWith('Batch');
  const elements = isMany ? elementsOf(checker, constraint) : [constraint];
  if (!elements.some((element) => checker.getPropertyOfType(element, '~catga') !== undefined)) return undefined;
  return {
    node,
    method: callee.name.text,
    receiver: receiverOf(
      compiler,
      checker,
      checker.getNonNullableType(checker.getTypeAtLocation(callee.expression)),
      parameter.parent,
    ),
    message: node.arguments[0],
  };
}

function isMessageMethod(name: string): name is MessageMethod {
  return methods.has(name);
}

function receiverOf(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  type: ts.Type,
  method: ts.Node,
): MessageCall['receiver'] {
  if (checker.getPropertyOfType(type, 'unitOfWork') !== undefined) return 'context';
  if (checker.getPropertyOfType(type, 'sendStream') !== undefined) return 'mediator';
  // `Pick<Mediator, 'send'>` has the methods of the interface, and not all of them.
  const owner = method.parent;
  return compiler.isInterfaceDeclaration(owner) && owner.name.text === 'Mediator' ? 'mediator' : 'other';
}

/** What a batch or a stream holds: the element of an array or an iterable, of each member of a union. */
function elementsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => {
    const element = checker.getIndexInfosOfType(part)[0]?.type ?? typeArgument(checker, part);
    return element === undefined ? [] : [checker.getBaseConstraintOfType(element) ?? element];
  });
}

function typeArgument(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return 'target' in type ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}
