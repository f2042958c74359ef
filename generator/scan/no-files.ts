import { createDiagnostic } from '../diagnostics/index.ts';
import type { ScanContext } from './scan-context.ts';

/** Reports a tsconfig without files: that of a solution names only the projects that have some. */
export function reportNoFiles({ diagnostics, project, settings, ts }: ScanContext): void {
  const file = settings.tsconfig;
  const { config } = ts.readConfigFile(`${project.root}/${file}`, (path) => ts.sys.readFile(path)) as {
    readonly config?: { readonly references?: readonly { readonly path?: unknown }[] };
  };
  const paths = (config?.references ?? []).map(({ path }) => String(path).replace(/^\.\//, ''));
  const references = paths.length === 0 ? '' : ` It refers to ${paths.map((path) => `\`${path}\``).join(', ')}.`;
  const suggestion = paths[0] ?? 'tsconfig.app.json';
  const position = { file, line: 1, column: 1 };
  diagnostics.push(createDiagnostic('CATGA1022', { file, references, suggestion }, position));
}
