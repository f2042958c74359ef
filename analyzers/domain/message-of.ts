import type { ts } from 'ts-morph';
import type { MessageModel } from '../../generator/model/project.ts';
import { relativeTo, withoutExtension } from '../../generator/scan/project-paths.ts';
import type { ApplicationSources } from './application.ts';
import type { GeneratedImports } from './generated-imports.ts';

/** Which message of the project an expression, or a type, stands for. */
export interface MessageLookup {
  readonly ofExpression: (expression: ts.Expression) => MessageModel | undefined;
  readonly ofType: (type: ts.Type) => MessageModel | undefined;
}

/** Makes `Application.messageOf` and `Application.messageOfType`. */
export function createMessageLookup(
  { ts, checker, model, root }: ApplicationSources,
  generated: GeneratedImports,
): MessageLookup {
  const byVariable = new Map(model.messages.map((message) => [message.variable, message]));
  const byDeclaration = new Map(model.messages.map((message) => [`${message.module}#${message.exportName}`, message]));

  const ofType = (type: ts.Type): MessageModel | undefined => {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
    return file === undefined
      ? undefined
      : byDeclaration.get(`${withoutExtension(relativeTo(root, file))}#${symbol?.name ?? ''}`);
  };

  // Several rules ask about the same calls.
  const known = new WeakMap<ts.Expression, { readonly message: MessageModel | undefined }>();
  const ofExpression = (expression: ts.Expression): MessageModel | undefined => {
    let found = known.get(expression);
    if (found === undefined) {
      found = { message: lookUp(expression) };
      known.set(expression, found);
    }
    return found.message;
  };

  const lookUp = (expression: ts.Expression): MessageModel | undefined => {
    if (ts.isCallExpression(expression)) {
      const name = generated.nameOf(expression.expression);
      if (name !== undefined) return byVariable.get(name);
    }
    if (ts.isIdentifier(expression)) {
      const declaration = checker.getSymbolAtLocation(expression)?.valueDeclaration;
      const initializer =
        declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      // One step back: `const order = placeOrder(…); await mediator.send(order)`.
      if (initializer !== undefined && ts.isCallExpression(initializer)) return ofExpression(initializer);
    }
    return ofType(checker.getTypeAtLocation(expression));
  };
  return { ofExpression, ofType };
}
