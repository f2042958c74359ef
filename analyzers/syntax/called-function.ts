import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';

/** What a call calls. */
export interface CalledFunction {
  /** Under which its module exports it, or the name of the method. */
  readonly name: string;
  /**
   * Where it comes from: a module without `node:`, a package, or a global object such as `Atomics`. Absent where the
   * project declares it, or nobody knows.
   */
  readonly owner: string | undefined;
}

/** The name of what is called, as it is written. */
export function calledName({ ts }: Pick<FileView, 'ts'>, call: ts.CallExpression): string | undefined {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/**
 * Tells what a call calls, by the import that it goes through, else by the declaration it resolves to. The first works
 * where a package has no types.
 */
export function calledFunction(view: FileView, call: ts.CallExpression): CalledFunction | undefined {
  const { ts } = view;
  const callee = call.expression;
  if (ts.isIdentifier(callee)) {
    const specifier = importOf(view, callee);
    const module = specifier === undefined ? undefined : moduleOf(ts, specifier);
    const name =
      specifier !== undefined && ts.isImportSpecifier(specifier)
        ? (specifier.propertyName ?? specifier.name).text
        : callee.text;
    return { name, owner: isPackage(module) ? ownerName(module) : declaredIn(view, call) };
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const object = callee.expression;
  if (ts.isIdentifier(object)) {
    const imported = importOf(view, object);
    const isWhole =
      imported !== undefined &&
      (!ts.isImportSpecifier(imported) || (imported.propertyName ?? imported.name).text === 'default');
    const module = isWhole ? moduleOf(ts, imported) : undefined;
    if (isPackage(module)) return { name, owner: ownerName(module) };
  }
  return { name, owner: declaredIn(view, call) };
}

/** The import declaration, clause or specifier that an identifier refers to. */
function importOf({ ts, checker }: FileView, identifier: ts.Identifier): ts.Declaration | undefined {
  const declaration = checker.getSymbolAtLocation(identifier)?.declarations?.[0];
  return declaration !== undefined &&
    (ts.isImportSpecifier(declaration) ||
      ts.isNamespaceImport(declaration) ||
      ts.isImportClause(declaration) ||
      ts.isImportEqualsDeclaration(declaration))
    ? declaration
    : undefined;
}

function moduleOf(compiler: typeof ts, declaration: ts.Declaration): string | undefined {
  for (let node: ts.Node = declaration; !compiler.isSourceFile(node); node = node.parent) {
    if (compiler.isImportDeclaration(node)) {
      return compiler.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
    }
    if (compiler.isImportEqualsDeclaration(node)) {
      const { moduleReference } = node;
      return compiler.isExternalModuleReference(moduleReference) && compiler.isStringLiteral(moduleReference.expression)
        ? moduleReference.expression.text
        : undefined;
    }
  }
  return undefined;
}

/** What a relative import leads to may come from elsewhere: the declaration tells. */
function isPackage(module: string | undefined): module is string {
  return module !== undefined && !module.startsWith('.') && !module.startsWith('#');
}

function ownerName(module: string): string {
  return module.startsWith('node:') ? module.slice('node:'.length) : module;
}

const packageInPath = /\/node_modules\/(?:@types\/)?((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/;

function declaredIn({ ts, checker, program }: FileView, call: ts.CallExpression): string | undefined {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined) return undefined;
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return ownerName(node.name.text);
  }
  const file = declaration.getSourceFile();
  if (program.isSourceFileDefaultLibrary(file)) {
    return ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : 'globalThis';
  }
  const scoped = packageInPath.exec(file.fileName)?.[1];
  // `@types/acme__store` holds the types of `@acme/store`.
  return scoped?.includes('__') === true ? `@${scoped.replace('__', '/')}` : scoped;
}
