import type { ts } from 'ts-morph';
import type { MessageModel } from '../../generator/model/project.ts';
import { relativeTo, withoutExtension } from '../../generator/scan/project-paths.ts';
import type { ApplicationSources } from './application.ts';
import type { GeneratedImports } from './generated-imports.ts';

/** Makes `Application.messageOf`: which message an expression makes or holds. */
export function createMessageOf(
  { ts, checker, model, root }: ApplicationSources,
  generated: GeneratedImports,
): (expression: ts.Expression) => MessageModel | undefined {
  const byVariable = new Map(model.messages.map((message) => [message.variable, message]));
  const byDeclaration = new Map(model.messages.map((message) => [`${message.module}#${message.exportName}`, message]));

  const byType = (expression: ts.Expression): MessageModel | undefined => {
    const type = checker.getTypeAtLocation(expression);
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
    return file === undefined
      ? undefined
      : byDeclaration.get(`${withoutExtension(relativeTo(root, file))}#${symbol?.name ?? ''}`);
  };

  return function messageOf(expression) {
    if (ts.isCallExpression(expression)) {
      const name = generated.nameOf(expression.expression);
      if (name !== undefined) return byVariable.get(name);
    }
    if (ts.isIdentifier(expression)) {
      const declaration = checker.getSymbolAtLocation(expression)?.valueDeclaration;
      const initializer =
        declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      // One step back: `const order = placeOrder(…); await mediator.send(order)`.
      if (initializer !== undefined && ts.isCallExpression(initializer)) return messageOf(initializer);
    }
    return byType(expression);
  };
}
