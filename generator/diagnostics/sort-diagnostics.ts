import type { Diagnostic } from './diagnostic.ts';

/** By position, then id, with findings that say the same about the same place kept once. */
export function sortDiagnostics(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of found) {
    const { file, line, column } = diagnostic.position;
    const key = `${file}:${line}:${column}:${diagnostic.id}:${diagnostic.message}`;
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()].toSorted(compareDiagnostics);
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.position.file, b.position.file) ||
    a.position.line - b.position.line ||
    a.position.column - b.position.column ||
    compare(a.id, b.id) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
