import path from 'node:path';
import type { ts } from 'ts-morph';
import type { MessageModel, ProjectModel } from '../generator/model/project.ts';
import { relativeTo, withoutExtension } from '../generator/scan/project-paths.ts';

/** What {@link createMessageOf} has to know about the project. */
export interface MessageSources {
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  readonly model: ProjectModel;
  /** Absolute, posix. */
  readonly root: string;
  /** The output folder, relative to the root. */
  readonly output: string;
}

/** Makes {@link RuleContext.messageOf}: which message an expression makes or holds. */
export function createMessageOf(sources: MessageSources): (expression: ts.Expression) => MessageModel | undefined {
  const { ts, checker, model, root } = sources;
  const output = path.posix.join(root, sources.output);
  const byVariable = new Map(model.messages.map((message) => [message.variable, message]));
  const byDeclaration = new Map(model.messages.map((message) => [`${message.module}#${message.exportName}`, message]));

  // Generated modules are hidden from the program: constructors are known by what is imported from where.
  const isGenerated = ({ moduleSpecifier: specifier }: ts.ImportDeclaration | ts.JSDocImportTag): boolean => {
    if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return false;
    const target = path.posix.join(path.posix.dirname(specifier.getSourceFile().fileName), specifier.text);
    return target === output || target.startsWith(`${output}/`);
  };
  const generatedName = (callee: ts.Expression): string | undefined => {
    if (ts.isPropertyAccessExpression(callee)) {
      const namespace = importOf(callee.expression);
      return namespace !== undefined && ts.isNamespaceImport(namespace) && isGenerated(namespace.parent.parent)
        ? callee.name.text
        : undefined;
    }
    const specifier = importOf(callee);
    return specifier !== undefined && ts.isImportSpecifier(specifier) && isGenerated(specifier.parent.parent.parent)
      ? (specifier.propertyName ?? specifier.name).text
      : undefined;
  };
  const importOf = (node: ts.Node): ts.Declaration | undefined =>
    ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;

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
      const name = generatedName(expression.expression);
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
