import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownBlocks, type MarkdownBlock } from './markdown-blocks.ts';

/** The repository's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** Every page that users read, relative to the repository, sorted; those of single diagnostics are made from fixtures. */
export const pages: readonly string[] = [
  'README.md',
  'cli/README.md',
  'runtime/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('diagnostics/'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
].toSorted();

export function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

export function blocksOf(page: string): readonly MarkdownBlock[] {
  return markdownBlocks(page, readPage(page));
}
