export { createDiagnostic } from './create-diagnostic.ts';
export { formatDiagnostic } from './format-diagnostic.ts';
export { sortDiagnostics } from './sort-diagnostics.ts';
export { diagnostics } from './table.ts';

export type { DiagnosticArguments, DiagnosticExtras } from './create-diagnostic.ts';
export type { Diagnostic } from './diagnostic.ts';
export type { DiagnosticEntry } from './entry.ts';
export type { FormatOptions } from './format-diagnostic.ts';
export type { DiagnosticId } from './table.ts';
