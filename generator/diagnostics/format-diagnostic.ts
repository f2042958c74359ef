import type { Diagnostic } from './diagnostic.ts';

export interface FormatOptions {
  /** Text of a file by its path relative to the project root, for the code frame; `undefined`: no frame. */
  readonly readSource?: (file: string) => string | undefined;
  /** ANSI colours. Default: none. */
  readonly colors?: boolean;
}

/**
 * One finding for people: position, id, message, code frame, member path, chain and way out.
 *
 * @example
 * ```
 * src/orders/messages.ts:12:3 error CATGA1101: PlaceOrder.validate is a function, which cannot be sent.
 *
 *   12 |   readonly validate: () => boolean;
 *      |            ^^^^^^^^
 *   path: PlaceOrder.validate
 *   help: Remove it from the message; behavior belongs to handlers and services.
 * ```
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions = {}): string {
  const { position, severity } = diagnostic;
  const paint = options.colors === true ? ansi : plain;
  const place = `${position.file}:${position.line}:${position.column}`;
  const title = `${paint.bold(place)} ${paint[severity](severity)} ${diagnostic.id}: ${diagnostic.message}`;
  const frame = codeFrame(diagnostic, options.readSource?.(position.file));
  const lines = [title, ...(frame.length > 0 ? ['', ...frame] : [])];
  if (diagnostic.path !== undefined) lines.push(`  path: ${diagnostic.path}`);
  for (const [index, name] of (diagnostic.neededBy ?? []).entries()) {
    lines.push(`  ${index === 0 ? 'needed by' : '     then'}: ${name}`);
  }
  for (const { position: at, message } of diagnostic.related ?? []) {
    lines.push(`  see ${at.file}:${at.line}:${at.column}: ${message}`);
  }
  lines.push(`  help: ${diagnostic.help}`);
  return lines.join('\n');
}

function codeFrame(diagnostic: Diagnostic, source: string | undefined): readonly string[] {
  const { line, column } = diagnostic.position;
  const text = source?.split(/\r\n|\r|\n/)[line - 1];
  if (text === undefined) return [];
  const end = diagnostic.end?.line === line ? diagnostic.end.column : column + wordAt(text, column - 1);
  // Tabs stay tabs, so that the marker sits under what it marks whatever the tab width.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const gutter = String(line);
  return [
    `  ${gutter} | ${text}`,
    `  ${' '.repeat(gutter.length)} | ${indent}${'^'.repeat(Math.max(1, end - column))}`,
  ];
}

function wordAt(text: string, start: number): number {
  return /^[\w$@.-]*/.exec(text.slice(start))?.[0].length ?? 0;
}

type Paint = Readonly<Record<'bold' | Diagnostic['severity'], (text: string) => string>>;

const same = (text: string): string => text;
const plain: Paint = { bold: same, error: same, warning: same, info: same };
const color =
  (code: number) =>
  (text: string): string =>
    `\u001B[${code}m${text}\u001B[0m`;
const ansi: Paint = { bold: color(1), error: color(31), warning: color(33), info: color(36) };
