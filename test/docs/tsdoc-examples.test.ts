import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cache } from './doc-project.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { root } from './pages.ts';
import { typeCheck } from './type-check.ts';

const folders = ['runtime', 'cli', 'generator', 'analyzers'];

const examples = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !/(^|\/)(dist|node_modules)\//.test(name))
      .map((name) => `${folder}/${name}`),
  )
  .toSorted()
  .flatMap((source) => {
    // What stands in a comment, without the asterisks in front of it: the lines of code are left empty.
    const comments = readFileSync(join(root, source), 'utf8')
      .split('\n')
      .map((line) => /^\s*\* ?(?<text>.*)$/.exec(line)?.groups?.['text'] ?? '')
      .join('\n');
    return markdownBlocks(source, comments).filter(({ language }) => language === 'ts');
  })
  .map((block) => ({
    name: `${block.page}:${block.line}`,
    text: block.text,
    file: `${block.page.replaceAll(/[^\w]+/g, '-')}-${block.line}.ts`,
  }));

describe('TSDoc examples', () => {
  const folder = join(cache, 'tsdoc');
  let findings: readonly string[] = [];

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tsdoc', type: 'module', private: true }));
    for (const { file, text } of examples) writeFileSync(join(folder, file), `${text}\n`);
    findings = typeCheck(
      examples.map(({ file }) => join(folder, file)),
      folder,
    );
  });

  it('documentation: the public entry points have examples', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it.each(examples)('documentation: the example at $name compiles', ({ file }) => {
    expect(findings.filter((finding) => finding.startsWith(`${file}:`))).toEqual([]);
  });
});
