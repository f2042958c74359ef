/** What the table says about one diagnostic; `{name}` in a template is replaced by the argument of that name. */
export interface DiagnosticEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  readonly help: string;
}

/** The stable ids. Assigned by hand, never reused. 1xxx declarations and codecs, 2xxx registration, 3xxx promises. */
export type DiagnosticId = 'CATGA1001';

/** Every diagnostic of Catga. */
export const diagnostics: Readonly<Record<DiagnosticId, DiagnosticEntry>> = {
  CATGA1001: {
    severity: 'error',
    title: 'Message is not exported',
    message: '{name} is declared as a message, but not exported.',
    help: 'Export it, or remove its message base type.',
  },
};
