/** Who hears about commands; the application brings its own. */
export interface AuditLog {
  write(line: string): void;
}
