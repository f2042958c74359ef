import type { SourcePosition } from '../model/types.ts';
import type { Diagnostic } from './diagnostic.ts';
import { fill } from './fill.ts';
import { diagnostics, type DiagnosticId } from './table.ts';

/** Values for the `{name}` places of a template. */
export type DiagnosticArguments = Readonly<Record<string, string | number>>;

/** What a finding has beside its text. */
export type DiagnosticExtras = Pick<Diagnostic, 'end' | 'path' | 'neededBy' | 'related'>;

/** Makes a finding from the table's template. */
export function createDiagnostic(
  id: DiagnosticId,
  args: DiagnosticArguments,
  position: SourcePosition,
  extras: DiagnosticExtras = {},
): Diagnostic {
  const entry = diagnostics[id];
  return {
    id,
    severity: entry.severity,
    message: fill(entry.message, args),
    help: fill(entry.help, args),
    position,
    ...extras,
  };
}
