import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatDiagnostic } from '../../generator/diagnostics/index.ts';
import { generate, planWrite, writeOutput } from '../../generator/index.ts';
import type { MarkdownBlock } from './markdown-blocks.ts';
import { root } from './pages.ts';
import { settingsFor } from '../support/settings.ts';

/** Where the blocks of all pages are written to. Inside the repository, so that `catga` resolves as it does for users. */
export const cache: string = join(root, '.cache/docs');

/** The flags that users are recommended. */
export const compilerOptions: Readonly<Record<string, unknown>> = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A project that blocks of one page make up together, or that one block is. */
export interface DocProject {
  /** `docs/codecs.md orders`, for people. */
  readonly name: string;
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly text: string; readonly origin: string }[];
  /** Whether the generator has to run before it compiles. */
  readonly generates: boolean;
}

/**
 * The projects of a page: blocks with the same `group` belong together, each is the file that its `file` names; a block
 * without a group stands for itself.
 */
export function docProjects(page: string, blocks: readonly MarkdownBlock[]): readonly DocProject[] {
  const base = page.replaceAll(/[^\w]+/g, '-');
  const groups = new Map<string, { path: string; text: string; origin: string }[]>();
  for (const block of blocks) {
    const { group = `line-${block.line}`, file = 'src/example.ts' } = block.options;
    const files = groups.get(group) ?? [];
    files.push({ path: file, text: `${block.text}\n`, origin: `${page}:${block.line}` });
    groups.set(group, files);
  }
  return [...groups].map(([group, files]) => ({
    name: `${page} ${group}`,
    folder: join(cache, `${base}-${group}`),
    files,
    generates: files.some(({ text }) => /from '[./]+\/catga\//.test(text)),
  }));
}

/** Writes the project, and what the generator makes of it. @throws Error with the generator's findings. */
export function writeProject(project: DocProject): void {
  rmSync(project.folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    const target = join(project.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('package.json', JSON.stringify({ name: 'docs', type: 'module', private: true }));
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
  for (const { path, text } of project.files) write(path, text);
  if (!project.generates) return;
  const output = 'src/catga';
  const { files, diagnostics } = generate(settingsFor(project.folder, { output, importExtension: '.js' }));
  if (diagnostics.length > 0) {
    throw new Error(`${project.name}:\n${diagnostics.map((found) => formatDiagnostic(found)).join('\n')}`);
  }
  writeOutput(planWrite(files, join(project.folder, output)));
}
