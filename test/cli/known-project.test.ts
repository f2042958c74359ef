import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { locateProject } from '../../cli/config/locate.ts';
import { isFresh, lastRun } from '../../cli/freshness/check.ts';
import { knownProject } from '../../cli/freshness/memory.ts';
import { remember, runGeneration, settle } from '../../cli/generate/run-generation.ts';
import { WrittenFiles } from '../../cli/generate/written-files.ts';
import { openConfiguration, type Configuration } from '../../cli/open-configuration.ts';
import { generate, type KnownProject } from '../../generator/index.ts';
import { project } from './command-line.ts';
import { writeFiles } from './temporary-folder.ts';

const open = (root: string): Promise<Configuration> => openConfiguration(locateProject(root));

async function generated(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = project(files);
  await runGeneration(await open(root), { write: true });
  return root;
}

async function known(root: string): Promise<KnownProject | undefined> {
  const configuration = await open(root);
  const last = lastRun(configuration.location);
  return last && knownProject(configuration, last);
}

const edited =
  "import type { Command } from 'catga';\nexport interface Ping extends Command<string> { readonly words: string }\n";

test('known project: after an edit the changed file is read, and all else is known', async () => {
  const root = await generated();
  writeFiles(root, { 'src/messages.ts': edited });
  expect((await known(root))?.changed).toEqual(new Set([path.join(root, 'src/messages.ts')]));
});

test.each<[string, (root: string) => void]>([
  ['a new source', (root) => writeFiles(root, { 'src/new.ts': 'export {};' })],
  ['a removed source', (root) => rmSync(path.join(root, 'src/on-ping.ts'))],
  ['another configuration', (root) => writeFiles(root, { 'catga.config.json': '{ "namespace": "b" }' })],
  ['a damaged memory', (root) => writeFileSync(memoryFile(root), readFileSync(memoryFile(root)).subarray(0, 100))],
  ['no memory', (root) => rmSync(memoryFile(root))],
])('known project: %s needs a full run', async (_what, change) => {
  const root = await generated({ 'catga.config.json': '{ "namespace": "a" }' });
  writeFiles(root, { 'src/messages.ts': edited });
  change(root);
  expect(await known(root)).toBeUndefined();
});

test('known project: a run after an edit is not fresh before, is after, and comes to what a full run comes to', async () => {
  const root = await generated();
  writeFiles(root, { 'src/messages.ts': edited });
  const location = locateProject(root);
  const last = lastRun(location);
  expect(last && isFresh(location, last)).toBe(false);
  const { outcome } = await runGeneration(await open(root), { write: true, ...(last && { last }) });
  expect(outcome).toMatchObject({ outcome: 'generated', summary: '1 message, 1 handler' });
  const after = lastRun(location);
  expect(after && isFresh(location, after)).toBe(true);
  const { outcome: checked } = await runGeneration(await open(root), { write: false });
  expect(checked).toMatchObject({ outcome: 'generated', missing: [], stale: [], orphaned: [] });
});

test.each<[string, string]>([
  ['edited', 'src/messages.ts'],
  ['added', 'src/added.ts'],
])('known project: a source that is %s while a run is at work is left to the next one', async (_what, file) => {
  const root = project();
  const configuration = await open(root);
  const generation = generate(configuration.settings);
  writeFiles(root, { [file]: edited });
  settle(configuration, generation, { write: true, started: 0, written: new WrittenFiles(root, 'src/catga') });
  remember(configuration, generation);
  const last = lastRun(configuration.location);
  expect(last && isFresh(configuration.location, last)).toBe(false);
});

const limits = {
  'tsconfig.json':
    '{ "compilerOptions": { "target": "ES2022", "module": "NodeNext", "resolveJsonModule": true, "types": [], "strict": true, "skipLibCheck": true, "paths": { "@app/*": ["./over/*", "./src/*"] } }, "include": ["src"] }',
  'src/limits.json': '{ "max": 1 }',
  'src/limits.ts': "import limits from './limits.json' with { type: 'json' };\nexport type Limits = typeof limits;\n",
  'src/late.ts':
    "import { late } from 'late';\nimport type { Limits } from '@app/limits.js';\nexport const used: [Limits, unknown] = [{ max: 1 }, late];\n",
};

test.each<[string, Readonly<Record<string, string>>]>([
  ['a package that was missing', { 'node_modules/late/package.json': '{ "name": "late", "types": "index.d.ts" }' }],
  ['a file that is found first, where the tsconfig includes none', { 'over/limits.ts': 'export type Limits = 1;' }],
])('known project: %s needs a full run', async (_what, files) => {
  const root = await generated(limits);
  const location = locateProject(root);
  expect(lastRun(location)).toMatchObject({ hasOtherFiles: false, changed: [] });
  writeFiles(root, files);
  expect(lastRun(location)).toMatchObject({ hasOtherFiles: true });
  expect(await known(root)).toBeUndefined();
});

function memoryFile(root: string): string {
  const folder =
    ['node_modules/.cache/catga', '.catga'].map((name) => path.join(root, name)).find((one) => existsSync(one)) ?? '';
  return path.join(folder, readdirSync(folder).find((name) => name.startsWith('memory-')) ?? '');
}
