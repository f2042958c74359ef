import type { ts } from 'ts-morph';
import { catgaNameOf } from '../../domain/catga-name.ts';
import type { NoOptions } from '../../options.ts';
import type { FileContext, RelatedPlace, Rule, SourceRange } from '../../rule.ts';

/** An application that is started, or a file that reaches the generated registry. */
type Fact = { readonly started: SourceRange } | { readonly reached: true };

/** How many other starts a finding lists. */
const PLACES = 3;

/**
 * An application that is started while nothing in the program reaches the generated registry. Where no file calls
 * `createCatga`, the package is composed by another, or started elsewhere: nothing is said.
 */
export const registryNotImported: Rule<NoOptions, Fact> = {
  id: 'CATGA2108',
  name: 'registry-not-imported',
  title: 'Application without its registry',
  severity: 'error',
  preset: 'recommended',
  scope: 'program',
  messages: {
    unused: {
      message:
        'An application is started here, but nothing imports the `registry` of `{output}`: no handler of this project runs.',
      help: 'Import `registry` from the generated folder and pass it: `createCatga({ registry: registry({ … }) })`.',
    },
  },
  options: {},
  file(context) {
    const { application, remember } = context;
    const mayStart = application.isIncluded && context.file.text.includes('createCatga');
    return {
      enter: {
        ImportDeclaration(node: ts.ImportDeclaration) {
          if (reachesByImport(context, node)) remember({ reached: true });
        },
        ExportDeclaration(node: ts.ExportDeclaration) {
          if (reachesByExport(context, node)) remember({ reached: true });
        },
        CallExpression(node: ts.CallExpression) {
          if (reachesByCall(context, node)) remember({ reached: true });
          if (!mayStart || catgaNameOf(context, node.expression) !== 'createCatga') return;
          remember({ started: rangeOf(context, node.expression) });
        },
      },
    };
  },
  project({ model, facts, project, report }) {
    if (model.handlers.length === 0 || facts.some(({ fact }) => 'reached' in fact)) return;
    const starts = facts.flatMap(({ fact }) => ('started' in fact ? [fact.started] : []));
    const [first, ...others] = starts;
    if (first === undefined) return;
    report({
      message: 'unused',
      data: { output: project.output },
      at: first,
      related: others.slice(0, PLACES).map(({ position }): RelatedPlace => ({ position, message: 'and here' })),
    });
  },
};

type View = FileContext<NoOptions, Fact>;

function reachesByImport(view: View, { importClause, moduleSpecifier }: ts.ImportDeclaration): boolean {
  if (
    importClause === undefined ||
    importClause.isTypeOnly ||
    !view.application.generated.mayBeGenerated(moduleSpecifier)
  )
    return false;
  const bindings = importClause.namedBindings;
  if (bindings === undefined || view.ts.isNamespaceImport(bindings)) return true;
  return bindings.elements.some(
    ({ isTypeOnly, name, propertyName }) => !isTypeOnly && isRegistry(propertyName ?? name),
  );
}

function reachesByExport(view: View, { exportClause, isTypeOnly, moduleSpecifier }: ts.ExportDeclaration): boolean {
  if (moduleSpecifier === undefined || isTypeOnly || !view.application.generated.mayBeGenerated(moduleSpecifier))
    return false;
  if (exportClause === undefined || !view.ts.isNamedExports(exportClause)) return true;
  return exportClause.elements.some((one) => !one.isTypeOnly && isRegistry(one.propertyName ?? one.name));
}

/** `import('./catga/index.js')`, `require(…)`, and whatever else loads a module by its name. */
function reachesByCall(view: View, { arguments: [module] }: ts.CallExpression): boolean {
  return module !== undefined && view.application.generated.mayBeGenerated(module);
}

// Each of them constructs the handlers.
function isRegistry({ text }: ts.ModuleExportName): boolean {
  return text === 'registry' || text === 'createServices' || text === 'composeServices';
}

function rangeOf({ file, positionOf }: View, node: ts.Node): SourceRange {
  const { line, character } = file.getLineAndCharacterOfPosition(node.getEnd());
  return { position: positionOf(node), end: { line: line + 1, column: character + 1 } };
}
