import type { ts } from 'ts-morph';
import type { FileContext, Rule } from '../../rule.ts';
import type { Suggestible } from '../../syntax/suggestible.ts';

/** Globals that are called as kinds of messages are elsewhere, and what is meant here. */
const meant: Readonly<Record<string, readonly string[]>> = {
  Event: ['DomainEvent', 'ReliableEvent'],
  MessageEvent: ['DomainEvent', 'ReliableEvent'],
  CustomEvent: ['DomainEvent', 'ReliableEvent'],
  Notification: ['DomainEvent', 'ReliableEvent'],
  Request: ['Command', 'Query'],
  Response: [],
};

/** A message that extends what the platform calls `Event` or `Request`, which needs no import. */
export const globalTypeExtended: Rule = {
  id: 'CATGA6005',
  name: 'global-type-extended',
  title: 'Global type extended in place of a message',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  repair: 'suggestion',
  messages: {
    extended: {
      message:
        '{name} extends the `{global}` of the platform, which is in scope without an import: it is no message, and no handler gets it.',
      help: 'Extend one of the message types of `catga`: `Command`, `Query`, `DomainEvent`, `ReliableEvent`.',
    },
  },
  options: {},
  file(context) {
    const { file, ts } = context;
    const catga = file.statements.find(
      (statement): statement is ts.ImportDeclaration =>
        ts.isImportDeclaration(statement) &&
        ts.isStringLiteral(statement.moduleSpecifier) &&
        statement.moduleSpecifier.text === 'catga',
    );
    // Where nothing of the package is used, the platform's is what is meant.
    if (catga === undefined) return {};
    const judge = (node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): void => {
      const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
      for (const { expression } of clause?.types ?? []) {
        if (!ts.isIdentifier(expression) || !Object.hasOwn(meant, expression.text)) continue;
        if (!isOfPlatform(context, expression) || (ts.isClassLike(node) && isBuilt(ts, node))) continue;
        const name = node.name?.text ?? 'The class';
        const suggestions = ts.isInterfaceDeclaration(node)
          ? (meant[expression.text] ?? []).map((type) => suggestion(context, catga, expression, type))
          : [];
        context.report({ message: 'extended', data: { name, global: expression.text }, at: expression, suggestions });
      }
    };
    return { enter: { ClassDeclaration: judge, InterfaceDeclaration: judge } };
  },
};

function isOfPlatform({ checker, ts }: FileContext, name: ts.Identifier): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every((one) => one.getSourceFile().isDeclarationFile && !ts.isImportSpecifier(one))
  );
}

/** Who calls the constructor of the platform's class means it. */
function isBuilt(compiler: typeof ts, node: ts.ClassLikeDeclaration): boolean {
  const constructor = node.members.find((member) => compiler.isConstructorDeclaration(member));
  return constructor !== undefined && /\bsuper\s*\(\s*[^)\s]/.test(constructor.getText());
}

function suggestion({ ts }: FileContext, catga: ts.ImportDeclaration, name: ts.Expression, type: string): Suggestible {
  const edits = [{ start: name.getStart(), end: name.end, text: type }];
  const bindings = catga.importClause?.namedBindings;
  const last = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.at(-1) : undefined;
  const isTypeOnly = catga.importClause?.isTypeOnly === true;
  if (last === undefined) {
    const start = catga.getStart();
    edits.unshift({ start, end: start, text: `import type { ${type} } from 'catga';\n` });
  } else if (!catga.importClause?.namedBindings?.getText().match(new RegExp(String.raw`\b${type}\b`))) {
    edits.unshift({ start: last.end, end: last.end, text: `, ${isTypeOnly ? '' : 'type '}${type}` });
  }
  return { message: `Extend \`${type}\`.`, edits };
}
