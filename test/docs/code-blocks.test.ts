import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cache, docProjects, writeProject } from './doc-project.ts';
import { blocksOf, pages } from './pages.ts';
import { typeCheck } from './type-check.ts';

const typescript = new Set(['ts', 'typescript']);
const projects = pages.flatMap((page) =>
  docProjects(
    page,
    blocksOf(page).filter(({ language }) => typescript.has(language)),
  ),
);

describe('documentation code blocks', () => {
  let findings: readonly string[] = [];

  beforeAll(() => {
    for (const project of projects) writeProject(project);
    findings = typeCheck(
      projects.flatMap(({ folder, files }) => files.map(({ path }) => join(folder, path))),
      cache,
    );
  });

  it('documentation: there is code on the pages that show the language', () => {
    const shown = new Set(projects.map(({ name }) => name.split(' ')[0]));
    for (const page of ['README.md', 'docs/getting-started.md', 'docs/declarations.md', 'docs/codecs.md']) {
      expect(shown, page).toContain(page);
    }
  });

  it.each(projects)('documentation: $name compiles', ({ folder, files }) => {
    const prefix = `${folder.slice(cache.length + 1)}/`;
    expect({
      blocks: files.map(({ origin }) => origin),
      findings: findings.filter((finding) => finding.startsWith(prefix)),
    }).toEqual({ blocks: files.map(({ origin }) => origin), findings: [] });
  });

  it('documentation: the compiler finds nothing outside the blocks either', () => {
    expect(findings).toEqual([]);
  });
});
