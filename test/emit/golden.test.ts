import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { planWrite, writeOutput, type EmittedFile } from '../../generator/index.ts';
import { caseNames, fixtures, generateCase, temporaryFolder, writeCase } from './support/cases.ts';
import { compile, compilers } from './support/compile.ts';

// `CATGA_UPDATE=1 npx vitest run test/emit` writes the expected files anew; read the difference before committing it.
const update = process.env['CATGA_UPDATE'] === '1';
const root = temporaryFolder();
const generations = new Map(caseNames.map((name) => [name, generateCase(name)]));

afterAll(() => rmSync(root, { recursive: true }));

/** Codecs have golden files and properties of their own in `test/codecs`. */
function golden(files: readonly EmittedFile[]): readonly EmittedFile[] {
  return files.filter(({ path }) => !path.startsWith('codecs/'));
}

function expected(name: string): Readonly<Record<string, string>> {
  const folder = join(fixtures, name, 'expected');
  const paths = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('emit: golden files', () => {
  test('emit: there are cases', () => {
    expect(caseNames.length).toBeGreaterThanOrEqual(7);
  });

  test.each(caseNames)('emit: %s is generated as expected', (name) => {
    const { files, diagnostics } = generations.get(name) ?? generateCase(name);
    expect(diagnostics).toEqual([]);
    if (update) writeOutput(planWrite(golden(files), join(fixtures, name, 'expected')));
    expect(Object.fromEntries(golden(files).map(({ path, text }) => [path, text]))).toEqual(expected(name));
  });

  test.each(Object.entries(compilers))(
    'emit: TypeScript %s accepts all output under every strict flag',
    (_, compiler) => {
      for (const [name, { files }] of generations) writeCase(name, files, root);
      const { errors, figures } = compile(root, compiler);
      expect(errors).toEqual([]);
      expect(figures['Files']).toBeGreaterThan(caseNames.length * 8);
    },
  );

  test('emit: compilers of users skip codec modules, and registries that name nothing else; those above have checked all of it', () => {
    for (const [name, { files }] of generations) {
      for (const { path, text } of files) {
        const skipped = text.split('\n').findIndex((line) => line.startsWith('// @ts-nocheck: '));
        // A registry may be skipped as long as all that it imports is generated along with it.
        const isSealed = path === 'registry.ts' && !/ from '(?!\.\/|catga\/generated')/.test(text);
        expect(skipped, path).toBe(path.startsWith('codecs/') || isSealed ? 2 : -1);
        const written = path.endsWith('.ts') ? readFileSync(join(root, name, 'src/catga', path), 'utf8') : '';
        expect(written, path).not.toContain('@ts-nocheck');
      }
    }
  });

  test('emit: no line is wider than 120 columns, but for registrations, which are one line each', () => {
    const wide = [...generations.values()]
      .flatMap(({ files }) => golden(files))
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => line.length > 120 && !/^ {6}\{ name: /.test(line));
    expect(wide).toEqual([]);
  });

  test('emit: messages.ts is a leaf: it imports types of the project and the runtime, nothing else', () => {
    for (const { files } of generations.values()) {
      const text = files.find(({ path }) => path === 'messages.ts')?.text ?? '';
      const imports = text.split('\n').filter((line) => /^(import|\} from)/.test(line) && !line.endsWith('{'));
      for (const line of imports) expect(line).toMatch(/^import type |from 'catga\/generated';$|^\} from '\.\./);
      expect(text).not.toMatch(/^import \{[^;]*from '\./m);
    }
  });
});
