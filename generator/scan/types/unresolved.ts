import path from 'node:path';
import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { SourcePosition } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { toPosix } from '../project-paths.ts';
import type { Site } from './site.ts';

/** Finds and reports names that do not resolve, each once in a file, at the name itself. */
export interface UnresolvedNames {
  /** Looks at the type names written in a declaration: the checker drops a base type that it cannot resolve. */
  check(declaration: ts.Declaration, site: Site): void;
  /** Whether a member's type holds a name that does not resolve: what else is odd about it follows from that. */
  isBroken(member: ts.Node): boolean;
  /** For a type that came out as an error; `type` is its text. */
  report(site: Site, type: string): void;
  /** Other places of the name that the finding with this path is about. */
  othersOf(path: string): NonNullable<Diagnostic['related']>;
}

export function createUnresolvedNames(context: ScanContext): UnresolvedNames {
  const { ts, compiler, project, settings } = context;
  const checked = new Set<ts.Node>();
  const found = new Set<ts.Node>();
  const broken = new Set<ts.Node>();
  /** Paths of findings, by file and name. */
  const told = new Map<string, string>();
  const others = new Map<string, { readonly position: SourcePosition; readonly message: string }[]>();
  const output = `${toPosix(path.resolve(project.root, settings.output))}/`;

  return {
    check(declaration, site) {
      if (checked.has(declaration)) return;
      checked.add(declaration);
      // A package that was published resolves, unless one that it builds on is missing: then a base is gone.
      if (isInstalled(declaration)) heritageOf(declaration).forEach((base) => visit(base, site.path));
      else visit(declaration, site.path);
    },
    isBroken: (member) => broken.has(member),
    othersOf: (at) => others.get(at) ?? [],
    report(site, type) {
      context.noteUnresolved();
      const node = firstUnresolved(site.node);
      if (node) tell(node, site.path);
      else if (!found.has(site.node)) {
        found.add(site.node);
        context.report('CATGA1108', { path: site.path, type }, site.node, { path: site.path });
      }
    },
  };

  // A name that stands alone comes out as an error when its member is resolved. What is looked for here are names inside
  // something that is computed from them, and bases.
  function visit(node: ts.Node, at: string, inside = false): void {
    const isPlain = ts.isTypeReferenceNode(node) && node.typeArguments === undefined;
    if (isPlain && !inside) return;
    if (isUnresolvedReference(node)) tell(node, at);
    const computes = inside || isComputed(node);
    ts.forEachChild(node, (child) => {
      // Bodies and initialisers say nothing about the shape.
      if (ts.isBlock(child) || (ts.isExpression(child) && !ts.isExpressionWithTypeArguments(child))) return;
      if (ts.isMethodDeclaration(child) || ts.isConstructorDeclaration(child)) return;
      if (!ts.isPropertySignature(child) && !ts.isPropertyDeclaration(child)) visit(child, at, computes);
      else if (computes || !isLeaf(child)) visit(child, `${at}.${child.name.getText()}`, computes);
    });
  }

  // Most members: nothing in them is computed, and their names tell by themselves.
  function isLeaf({ name, type }: ts.PropertySignature | ts.PropertyDeclaration): boolean {
    if (!ts.isIdentifier(name)) return false;
    if (!type || ts.isLiteralTypeNode(type)) return true;
    if (ts.isTypeReferenceNode(type)) return type.typeArguments === undefined;
    return type.kind >= ts.SyntaxKind.FirstKeyword && type.kind <= ts.SyntaxKind.LastKeyword;
  }

  function isComputed(node: ts.Node): boolean {
    return (
      ts.isTypeReferenceNode(node) ||
      ts.isExpressionWithTypeArguments(node) ||
      ts.isIndexedAccessTypeNode(node) ||
      ts.isTypeOperatorNode(node) ||
      ts.isConditionalTypeNode(node) ||
      ts.isMappedTypeNode(node)
    );
  }

  function heritageOf(node: ts.Node): readonly ts.Node[] {
    if (!ts.isInterfaceDeclaration(node) && !ts.isClassLike(node)) return [];
    return (node.heritageClauses ?? [])
      .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
      .flatMap((clause) => [...clause.types]);
  }

  function firstUnresolved(node: ts.Node): ts.Node | undefined {
    if (isUnresolvedReference(node)) return node;
    return ts.forEachChild(node, (child) => (ts.isBlock(child) ? undefined : firstUnresolved(child)));
  }

  function isUnresolvedReference(node: ts.Node): boolean {
    return (
      (ts.isTypeReferenceNode(node) ||
        ts.isExpressionWithTypeArguments(node) ||
        ts.isTypeQueryNode(node) ||
        ts.isImportTypeNode(node)) &&
      compiler.isUnresolved(compiler.typeOfNode(node))
    );
  }

  function tell(node: ts.Node, at: string): void {
    context.noteUnresolved();
    if (found.has(node)) return;
    found.add(node);
    const member = ts.findAncestor(node, (above) => ts.isPropertySignature(above) || ts.isPropertyDeclaration(above));
    if (member) broken.add(member);
    const type = node.getText().replace(/\s+/g, ' ');
    const name = `${node.getSourceFile().fileName} ${type}`;
    const first = told.get(name);
    if (first !== undefined) {
      const related = others.get(first) ?? [];
      others.set(first, [...related, { position: context.positionOf(node), message: `${at} has it too` }]);
      return;
    }
    told.set(name, at);
    if (comesFromOutput(node)) context.report('CATGA1014', { path: at, folder: settings.output }, node, { path: at });
    else context.report('CATGA1108', { path: at, type }, node, { path: at });
  }

  function comesFromOutput(node: ts.Node): boolean {
    const file = node.getSourceFile();
    const text = node.getText();
    const name = /^[\w$]+/.exec(text)?.[0];
    const specifier = ts.isImportTypeNode(node) ? node.argument.getText().slice(1, -1) : importedFrom(file, name);
    if (specifier?.startsWith('.') !== true) return false;
    return `${toPosix(path.posix.join(path.posix.dirname(file.fileName), specifier))}/`.startsWith(output);
  }

  function importedFrom(file: ts.SourceFile, name: string | undefined): string | undefined {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const clause = statement.importClause;
      const bindings = clause?.namedBindings;
      const names = [
        clause?.name,
        ...(bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => element.name) : []),
        bindings && ts.isNamespaceImport(bindings) ? bindings.name : undefined,
      ];
      if (names.some((candidate) => candidate?.text === name)) return statement.moduleSpecifier.text;
    }
    return undefined;
  }
}

function isInstalled(node: ts.Node): boolean {
  return node.getSourceFile().fileName.includes('/node_modules/');
}
