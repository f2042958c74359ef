import type { ts } from 'ts-morph';
import type { FileView, NodeEdit } from '../rule.ts';

/** A function that is to be taken from another module of Node. */
export interface ImportTarget {
  readonly name: string;
  /** Without `node:`. */
  readonly module: string;
}

/** What {@link moveImport} comes to. */
export interface MovedImport {
  /** What the function is called in the file. */
  readonly name: string;
  readonly edits: readonly NodeEdit[];
}

/**
 * Imports another function in place of the one that an identifier refers to; the old import goes when nothing else needs
 * it.
 *
 * @returns `undefined` where the name means something else already.
 */
export function moveImport(view: FileView, identifier: ts.Identifier, target: ImportTarget): MovedImport | undefined {
  const { checker, file, ts } = view;
  const specifier = checker.getSymbolAtLocation(identifier)?.declarations?.[0];
  if (specifier === undefined || !ts.isImportSpecifier(specifier)) return undefined;
  const known = importedAs(view, target);
  const isTaken = checker
    .getSymbolsInScope(identifier, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
    .some(({ name }) => name === target.name);
  if (known === undefined && isTaken) return undefined;

  const { elements } = specifier.parent;
  const declaration = specifier.parent.parent.parent;
  const source = declaration.moduleSpecifier;
  const isNeeded = usesOf(view, specifier) > 1;
  const quote = source.getText().slice(0, 1);
  const prefix = source.getText().slice(1).startsWith('node:') ? 'node:' : '';
  const module = `${quote}${prefix}${target.module}${quote}`;
  if (known === undefined && !isNeeded && elements.length === 1 && specifier.parent.parent.name === undefined) {
    return {
      name: target.name,
      edits: [
        { start: specifier.getStart(), end: specifier.getEnd(), text: target.name },
        { start: source.getStart(), end: source.getEnd(), text: module },
      ],
    };
  }
  const edits: NodeEdit[] = [];
  if (!isNeeded && elements.length > 1) edits.push(removal(elements, specifier, file));
  if (known === undefined) {
    const end = declaration.getEnd();
    edits.push({ start: end, end, text: `\nimport { ${target.name} } from ${module};` });
  }
  return { name: known ?? target.name, edits };
}

/** What a function of a module is called where the file imports it. */
function importedAs({ file, ts }: FileView, { name, module }: ImportTarget): string | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (statement.moduleSpecifier.text.replace(/^node:/, '') !== module) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const found = bindings.elements.find((each) => (each.propertyName ?? each.name).text === name);
    if (found !== undefined) return found.name.text;
  }
  return undefined;
}

function usesOf({ checker, file, ts }: FileView, specifier: ts.ImportSpecifier): number {
  const symbol = checker.getSymbolAtLocation(specifier.name);
  let uses = 0;
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === specifier.name.text && checker.getSymbolAtLocation(node) === symbol) {
      uses++;
    }
    ts.forEachChild(node, look);
  };
  for (const statement of file.statements) if (!ts.isImportDeclaration(statement)) look(statement);
  return uses;
}

function removal(
  elements: ts.NodeArray<ts.ImportSpecifier>,
  specifier: ts.ImportSpecifier,
  file: ts.SourceFile,
): NodeEdit {
  const index = elements.indexOf(specifier);
  const next = elements[index + 1];
  const previous = elements[index - 1];
  const start = next === undefined && previous !== undefined ? previous.getEnd() : specifier.getStart(file);
  return { start, end: next === undefined ? specifier.getEnd() : next.getStart(file), text: '' };
}
