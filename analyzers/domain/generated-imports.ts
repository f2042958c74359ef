import path from 'node:path';
import type { ts } from 'ts-morph';
import type { ApplicationSources } from './application.ts';

/**
 * Tells what is imported from generated modules. They are hidden from the program, so that a stale one cannot mislead it:
 * what they export is known by where an import leads.
 */
export interface GeneratedImports {
  /** Whether a module specifier leads into the output folder. */
  readonly isGenerated: (specifier: ts.Expression) => boolean;
  /** The same, or it may lead there by an alias or a package's own name, which hidden modules leave open. */
  readonly mayBeGenerated: (specifier: ts.Expression) => boolean;
  /** The name under which generated code exports what an expression refers to: `placeOrder`, `registry`. */
  readonly nameOf: (expression: ts.Expression) => string | undefined;
}

/** Makes {@link GeneratedImports} for a program. */
export function createGeneratedImports({
  ts,
  checker,
  root,
  output,
}: Pick<ApplicationSources, 'checker' | 'output' | 'root' | 'ts'>): GeneratedImports {
  const folder = path.posix.join(root, output);
  const isGenerated = (specifier: ts.Expression): boolean => {
    if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return false;
    const target = path.posix.join(path.posix.dirname(specifier.getSourceFile().fileName), specifier.text);
    return target === folder || target.startsWith(`${folder}/`);
  };
  const name = path.posix.basename(output);
  const mayBeGenerated = (specifier: ts.Expression): boolean => {
    if (!ts.isStringLiteralLike(specifier)) return false;
    const [first = '', ...others] = specifier.text.split('/');
    // `catga` alone is the runtime.
    return isGenerated(specifier) || others.includes(name) || (first.endsWith(name) && /^[#$~@]/.test(first));
  };
  const importOf = (node: ts.Node): ts.Declaration | undefined =>
    ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;
  return {
    isGenerated,
    mayBeGenerated,
    nameOf(expression) {
      if (ts.isPropertyAccessExpression(expression)) {
        const namespace = importOf(expression.expression);
        return namespace !== undefined &&
          ts.isNamespaceImport(namespace) &&
          isGenerated(namespace.parent.parent.moduleSpecifier)
          ? expression.name.text
          : undefined;
      }
      const specifier = importOf(expression);
      return specifier !== undefined &&
        ts.isImportSpecifier(specifier) &&
        isGenerated(specifier.parent.parent.parent.moduleSpecifier)
        ? (specifier.propertyName ?? specifier.name).text
        : undefined;
    },
  };
}
