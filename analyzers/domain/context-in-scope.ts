import type { ts } from 'ts-morph';
import type { MessageContext } from '../../runtime/messages/context.ts';
import type { FileView } from '../rule.ts';

type View = Pick<FileView, 'checker' | 'ts'>;

/** The name of the parameter that holds the context of the message being handled, where a node can refer to it. */
export function contextInScope(view: View, node: ts.Node): string | undefined {
  const name = parameterOf(view, node)?.name;
  return name !== undefined && view.ts.isIdentifier(name) && refersTo(view, node, name) ? name.text : undefined;
}

/** How a node can refer to a member of the context: `context.signal`, or `signal` where the parameter takes it apart. */
export function contextMemberInScope(view: View, node: ts.Node, member: keyof MessageContext): string | undefined {
  const name = parameterOf(view, node)?.name;
  if (name === undefined) return undefined;
  if (view.ts.isIdentifier(name)) return refersTo(view, node, name) ? `${name.text}.${member}` : undefined;
  if (!view.ts.isObjectBindingPattern(name)) return undefined;
  const element = name.elements.find((one) => (one.propertyName ?? one.name).getText() === member);
  return element !== undefined && view.ts.isIdentifier(element.name) && refersTo(view, node, element.name)
    ? element.name.text
    : undefined;
}

/** The parameter of the nearest function around a node that takes the context of a message. */
function parameterOf({ ts, checker }: View, node: ts.Node): ts.ParameterDeclaration | undefined {
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    if (!ts.isFunctionLike(parent)) continue;
    const found = parent.parameters.find(
      (parameter) => ts.isParameter(parameter) && isContext(checker, checker.getTypeAtLocation(parameter)),
    );
    if (found !== undefined && ts.isParameter(found)) return found;
  }
  return undefined;
}

/** Whether a type is the context of a message: told by its members, so that another copy of the package counts too. */
export function isContext(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (
    checker.getPropertyOfType(type, 'unitOfWork') !== undefined &&
    checker.getPropertyOfType(type, 'causationId') !== undefined
  );
}

/** Whether a name means the same at a node as where it is declared: nothing between them hides it. */
function refersTo({ ts, checker }: View, node: ts.Node, name: ts.Identifier): boolean {
  const declared = checker.getSymbolAtLocation(name);
  return checker
    .getSymbolsInScope(node, ts.SymbolFlags.Value)
    .some((symbol) => symbol === declared && symbol.name === name.text);
}
