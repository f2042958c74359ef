import { existsSync } from 'node:fs';
import type { Generation, ProjectChanges } from '../../generator/index.ts';

/** Files whose text differs from before an edit: absolute. */
export interface Touched {
  readonly changed: ReadonlySet<string>;
  /** Those among them that have come. */
  readonly came: ReadonlySet<string>;
  /** Those that are gone. */
  readonly went: ReadonlySet<string>;
}

/**
 * What a run is told of an edit by those who watch files: which of those that it read are others, and whether sources have
 * come or gone or something is where its imports found nothing. `undefined`: packages are others, which needs a new start.
 */
export function told(
  { changed, came, went }: Touched,
  { absent, texts }: Generation,
  root: string,
): ProjectChanges | undefined {
  const isSource = (path: string): boolean => path.startsWith(`${root}/src/`) && path.endsWith('.ts');
  if ([...changed].some((path) => path.includes('/node_modules/') && !came.has(path))) return undefined;
  return {
    changed: new Set([...changed].filter((path) => isSource(path) || texts.has(path))),
    hasOtherFiles: [...came, ...went].some(isSource) || absent.some((path) => existsSync(path)),
  };
}

/** All that users can tell one run from another by. */
export function shown({ files, diagnostics, model }: Generation): unknown {
  return { diagnostics, model, files: files.map(({ path: file, text }) => `${file}\n${text}`) };
}
