/** What the table says about one diagnostic; `{name}` in a template is replaced by the argument of that name. */
export interface DiagnosticEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  readonly help: string;
}
