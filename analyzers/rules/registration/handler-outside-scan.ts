import type { ts } from 'ts-morph';
import { relativeTo } from '../../../generator/scan/project-paths.ts';
import { handledType } from '../../domain/handled-type.ts';
import type { NoOptions } from '../../options.ts';
import type { FileContext, Rule, SourceRange } from '../../rule.ts';
import { exportsOf, valuesImportedBy } from '../../syntax/referred.ts';

/** A handler that `include` leaves out, or a place that uses something, by where that is declared. */
type Fact =
  | {
      readonly declared: string;
      readonly name: string;
      readonly kind: string;
      readonly message: string;
      readonly at: SourceRange;
    }
  | { readonly used: string };

/**
 * An exported handler for a message of the project in a file that `include` leaves out. What some file imports as a value,
 * or its own file uses, is constructed by hand and does run.
 */
export const handlerOutsideScan: Rule<NoOptions, Fact> = {
  id: 'CATGA2104',
  name: 'handler-outside-scan',
  title: 'Handler that `include` leaves out',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    outside: {
      message: '{name} handles the {kind} `{message}`, but `include` leaves this file out, so it never runs.',
      help: 'Add the file to `include` in `catga.config.ts`; tag it `@ignore` if it is not meant to run.',
    },
  },
  options: {},
  file(context) {
    const { application, remember } = context;
    if (application.include.length === 0) return {};
    const use = (node: ts.ImportDeclaration | ts.CallExpression): void => {
      for (const symbol of valuesImportedBy(context, node)) {
        const used = placeOf(context, symbol);
        if (used !== undefined) remember({ used });
      }
    };
    return {
      enter: { ImportDeclaration: use, CallExpression: use },
      end: () => {
        if (!application.isIncluded) rememberHandlers(context);
      },
    };
  },
  project({ facts, report }) {
    const used = new Set(facts.flatMap(({ fact }) => ('used' in fact ? [fact.used] : [])));
    for (const { fact } of facts) {
      if ('used' in fact || used.has(fact.declared)) continue;
      const { name, kind, message, at } = fact;
      report({ message: 'outside', data: { name, kind, message }, at });
    }
  },
};

function rememberHandlers(context: FileContext<NoOptions, Fact>): void {
  const { ts, checker, file, application, positionOf, remember } = context;
  const exported = new Set(exportsOf(context, file));
  for (const statement of file.statements) {
    if (ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === 'ignore')) continue;
    const declarations: readonly (ts.ClassDeclaration | ts.VariableDeclaration)[] = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : ts.isClassDeclaration(statement) && !isAbstract(ts, statement)
        ? [statement]
        : [];
    for (const declaration of declarations) {
      const { name } = declaration;
      const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
      if (name === undefined || symbol === undefined || !ts.isIdentifier(name)) continue;
      if (!isExported(context, exported, symbol)) continue;
      const type = handledType(context, declaration);
      const message = type && application.messageOfType(type);
      const declared = placeOf(context, symbol);
      if (message === undefined || declared === undefined || isUsed(context, name)) continue;
      const end = file.getLineAndCharacterOfPosition(name.getEnd());
      const at = { position: positionOf(name), end: { line: end.line + 1, column: end.character + 1 } };
      remember({ declared, name: name.text, kind: message.kind, message: message.name, at });
    }
  }
}

// A default export has a symbol of its own beside the local one.
function isExported(
  { checker }: FileContext<NoOptions, Fact>,
  exported: ReadonlySet<ts.Symbol>,
  symbol: ts.Symbol,
): boolean {
  return exported.has(symbol) || exported.has(checker.getExportSymbolOfSymbol(symbol));
}

/** Whether its own file mentions a declaration other than to export it. */
function isUsed({ ts, checker, file }: FileContext<NoOptions, Fact>, declared: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(declared);
  const mentions = (node: ts.Node): boolean =>
    ts.isIdentifier(node)
      ? node !== declared &&
        node.text === declared.text &&
        !ts.isExportSpecifier(node.parent) &&
        !ts.isExportAssignment(node.parent) &&
        checker.getSymbolAtLocation(node) === symbol
      : ts.forEachChild(node, mentions) === true;
  return mentions(file);
}

function isAbstract(compiler: typeof ts, node: ts.ClassDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === compiler.SyntaxKind.AbstractKeyword) === true;
}

function placeOf({ root }: FileContext<NoOptions, Fact>, { declarations }: ts.Symbol): string | undefined {
  const [first] = declarations ?? [];
  return first && `${relativeTo(root, first.getSourceFile().fileName)}:${first.getStart()}`;
}
