import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settingsOf } from '../../cli/config/index.ts';
import { locateProject } from '../../cli/config/locate.ts';
import { isFresh as isUnchanged, lastRun } from '../../cli/freshness/check.ts';
import { generatorStamp, readManifest, writeManifest } from '../../cli/freshness/manifest.ts';
import { recordRun } from '../../cli/freshness/record.ts';
import type { ProjectMemory } from '../../generator/index.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

/** What a run keeps of a project with these files. */
function nothingKnown(rootFiles: readonly string[]): ProjectMemory {
  return {
    ambientBecause: [],
    rootFiles,
    files: {},
    globalFiles: [],
    usesPackages: false,
    definitions: [],
    inputs: [],
    absent: [],
  };
}

const unread = { texts: new Map<string, string>(), memory: nothingKnown([]) };

/** A project as a complete run leaves it. */
function recorded(): string {
  const root = temporaryFolder({
    'tsconfig.json': '{ "extends": "./tsconfig.base.json", "include": ["src"] }',
    'tsconfig.base.json': '{ "compilerOptions": { "strict": true } }',
    'catga.config.json': '{}',
    'src/messages.ts': "import type { A } from 'dependency';\nexport interface B extends A {}\n",
    'src/orders/place.ts': 'export const place = 1;\n',
    'src/catga/index.ts': '// generated\n',
    'node_modules/dependency/package.json': '{ "name": "dependency", "version": "1.0.0" }',
    'node_modules/dependency/types/package.json': '{ "type": "module" }',
    'node_modules/dependency/types/index.d.ts': 'export interface A {}\n',
    'README.md': '',
  });
  const location = locateProject(root);
  recordRun({
    location,
    settings: settingsOf(root, {}),
    config: { hash: '', value: {} },
    sources: ['src/messages.ts', 'src/orders/place.ts', 'node_modules/dependency/types/index.d.ts'].map((file) =>
      path.join(root, file),
    ),
    files: [{ path: 'index.ts', text: '// generated\n' }],
    warnings: [],
    summary: '1 message',
    texts: new Map(),
    memory: nothingKnown(['src/messages.ts', 'src/orders/place.ts'].map((file) => path.join(root, file))),
  });
  return root;
}

const isFresh = (root: string): boolean => summaryOf(root) !== undefined;

function summaryOf(root: string): string | undefined {
  const location = locateProject(root);
  const last = lastRun(location);
  return last && isUnchanged(location, last) ? last.manifest.summary : undefined;
}

test('freshness: a project in which nothing has changed is fresh, and says what the last run said', () => {
  const root = recorded();
  expect(summaryOf(root)).toBe('1 message');
});

test.each<[string, (root: string) => void]>([
  ['a touched source', (root) => utimesSync(path.join(root, 'src/messages.ts'), new Date(), new Date())],
  ['a touched output file', (root) => utimesSync(path.join(root, 'src/catga/index.ts'), new Date(), new Date())],
  ['a changed file that is no source', (root) => writeFiles(root, { 'README.md': 'new' })],
  ['a new file that is no source', (root) => writeFiles(root, { 'src/orders/notes.md': 'new' })],
  ['a new file in the output folder', (root) => writeFiles(root, { 'src/catga/own.ts': 'export {};' })],
  ['a new folder without sources', (root) => mkdirSync(path.join(root, 'src/empty'))],
])('freshness: %s changes nothing', (_what, change) => {
  const root = recorded();
  change(root);
  expect(isFresh(root)).toBe(true);
});

test.each<[string, (root: string) => void]>([
  ['an edited source', (root) => writeFiles(root, { 'src/messages.ts': 'export {};' })],
  ['a removed source', (root) => rmSync(path.join(root, 'src/orders/place.ts'))],
  ['a renamed source folder', (root) => rmSync(path.join(root, 'src/orders'), { recursive: true })],
  ['a new source', (root) => writeFiles(root, { 'src/orders/new.ts': 'export {};' })],
  ['a new source in a new folder', (root) => writeFiles(root, { 'src/x/y/new.mts': 'export {};' })],
  ['an edited tsconfig', (root) => writeFiles(root, { 'tsconfig.json': '{ "include": ["src"] }' })],
  ['an edited base tsconfig', (root) => writeFiles(root, { 'tsconfig.base.json': '{}' })],
  ['an edited config', (root) => writeFiles(root, { 'catga.config.json': '{ "namespace": "a" }' })],
  ['a removed config', (root) => rmSync(path.join(root, 'catga.config.json'))],
  [
    'another version of a package whose types are used',
    (root) =>
      writeFiles(root, { 'node_modules/dependency/package.json': '{ "name": "dependency", "version": "1.0.1" }' }),
  ],
  ['an edited output file', (root) => writeFiles(root, { 'src/catga/index.ts': '// edited\n' })],
  ['a removed output file', (root) => rmSync(path.join(root, 'src/catga/index.ts'))],
  ['a removed cache', (root) => rmSync(path.join(root, 'node_modules/.cache'), { recursive: true })],
  ['a cache cut short', (root) => writeFileSync(manifestFile(root), readFileSync(manifestFile(root)).subarray(0, 200))],
  ['a cache with a flipped byte', (root) => flipByte(manifestFile(root))],
  ['an empty cache', (root) => writeFileSync(manifestFile(root), '')],
  ['a cache that is no JSON', (root) => writeFileSync(manifestFile(root), 'hello\nworld')],
  [
    'another build of the generator',
    (root) => {
      const manifest = readManifest(root);
      if (manifest !== undefined) writeManifest(root, { ...manifest, generator: `${generatorStamp}x` });
    },
  ],
])('freshness: %s needs a full run', (_what, change) => {
  const root = recorded();
  change(root);
  expect(isFresh(root)).toBe(false);
});

test('freshness: without installed dependencies the cache is a folder of the project', () => {
  const root = temporaryFolder({ 'tsconfig.json': '{}' });
  const location = locateProject(root);
  const settings = settingsOf(root, {});
  recordRun({
    location,
    settings,
    config: { hash: '', value: {} },
    sources: [],
    files: [],
    warnings: [],
    summary: '',
    ...unread,
  });
  expect(readdirSync(path.join(root, '.catga'))).toHaveLength(2);
  expect(isFresh(root)).toBe(true);
});

test('freshness: projects of one workspace do not share a manifest', () => {
  const root = temporaryFolder({
    'node_modules/.keep': '',
    'a/tsconfig.json': '{}',
    'b/tsconfig.json': '{}',
  });
  for (const name of ['a', 'b']) {
    const location = locateProject(path.join(root, name));
    const settings = settingsOf(location.root, {});
    recordRun({
      location,
      settings,
      config: { hash: '', value: {} },
      sources: [],
      files: [],
      warnings: [],
      summary: name,
      ...unread,
    });
  }
  expect(['a', 'b'].map((name) => summaryOf(path.join(root, name)))).toEqual(['a', 'b']);
});

function manifestFile(root: string): string {
  const folder = path.join(root, 'node_modules/.cache/catga');
  const file = readdirSync(folder).find((name) => name.startsWith('freshness-')) ?? '';
  return path.join(folder, file);
}

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
