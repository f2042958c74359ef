import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic, type Diagnostic } from '../../generator/diagnostics/index.ts';

/** Where findings were made and how they are shown. */
export interface DiagnosticView {
  /** The project root. */
  readonly root: string;
  readonly color: boolean;
}

/** Findings for people: code frames, then a count. Empty for no findings. */
export function prettyDiagnostics(diagnostics: readonly Diagnostic[], view: DiagnosticView): string {
  if (diagnostics.length === 0) return '';
  const sources = new Map<string, string | undefined>();
  const readSource = (file: string): string | undefined => {
    if (!sources.has(file)) {
      const path = join(view.root, file);
      sources.set(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    }
    return sources.get(file);
  };
  const blocks = diagnostics.map((one) => formatDiagnostic(one, { readSource, colors: view.color }));
  return `${blocks.join('\n\n')}\n\n${countText(diagnostics)}\n`;
}

/** Findings as GitHub workflow commands, which become annotations of the lines concerned. */
export function githubDiagnostics(diagnostics: readonly Diagnostic[], root: string): string {
  // Annotations are matched with files by their path in the repository, which is where the workflow runs.
  const workspace = process.env['GITHUB_WORKSPACE'];
  const prefix =
    workspace !== undefined && root.startsWith(`${workspace}/`) ? `${root.slice(workspace.length + 1)}/` : '';
  const level = { error: 'error', warning: 'warning', info: 'notice' } as const;
  return diagnostics
    .map(({ severity, id, message, help, position, end }) => {
      const place = [
        `file=${property(prefix + position.file)}`,
        `line=${position.line}`,
        ...(end === undefined ? [] : [`endLine=${end.line}`]),
        `col=${position.column}`,
        ...(end === undefined || end.line !== position.line ? [] : [`endColumn=${end.column}`]),
        `title=${property(id)}`,
      ];
      return `::${level[severity]} ${place.join(',')}::${escapeData(`${message}\n${help}`)}\n`;
    })
    .join('');
}

/** `2 errors, 1 warning`. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity === 'info' ? 'note' : severity)];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** `1 message`, `2 messages`. */
export function plural(count: number, noun: string): string {
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count} ${count === 1 ? noun : many}`;
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
