import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { command, project } from './command-line.ts';
import { Watching } from './watching.ts';

const timeout = 120_000;
const pong =
  "import type { DomainEvent } from 'catga';\nexport interface Ponged extends DomainEvent { readonly text: string }\n";

const generated = (root: string, file = 'messages.ts'): string => {
  const output = path.join(root, 'src/catga', file);
  return existsSync(output) ? readFileSync(output, 'utf8') : '';
};
const source = (root: string, file: string): string => path.join(root, 'src', file);

/** What is left behind is what a run of its own writes. */
async function expectComplete(root: string): Promise<void> {
  expect(await command(root, ['generate', '--check'])).toMatchObject({ code: 0 });
  expect(
    readdirSync(path.join(root, 'src/catga'), { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
  ).toEqual([]);
}

test(
  'watch: writes at the start and after each edit, also of a file that an editor replaced',
  { timeout },
  async () => {
    const root = project();
    const watching = new Watching(root);
    expect(await watching.next(0)).toMatchObject({ outcome: 'generated', summary: '2 messages, 1 handler' });
    for (const [index, name] of ['First', 'Second', 'Third'].entries()) {
      writeFileSync(source(root, 'edited~'), pong.replace('Ponged', name));
      renameSync(source(root, 'edited~'), source(root, 'pong.ts'));
      await watching.until(() => generated(root).includes(`${name}>`) || generated(root).includes(`${name},`));
      // Its line may come after the file.
      await watching.until(() => watching.outcomes.length > index + 1);
    }
    writeFileSync(source(root, 'pong.ts'), pong);
    await watching.until(() => generated(root).includes('Ponged'));
    watching.kill('SIGINT');
    expect(await watching.exit).toBe(130);
    expect(watching.err).toContain('interrupted\n');
    await expectComplete(root);
  },
);

test('watch: reports errors, keeps the last good output and goes on when they are mended', { timeout }, async () => {
  const root = project();
  const watching = new Watching(root);
  await watching.next(0);
  const before = generated(root);
  const messages = readFileSync(source(root, 'messages.ts'), 'utf8');
  writeFileSync(source(root, 'messages.ts'), `${messages}export interface Half extends`);
  const broken = await watching.next(1);
  expect(broken).toMatchObject({ outcome: 'failed', written: [] });
  expect(broken.diagnostics.map(({ id }) => id)).toContain('CATGA1015');
  expect(generated(root)).toBe(before);
  writeFileSync(source(root, 'messages.ts'), messages.replace('interface Pinged', 'interface Ponged'));
  expect(await watching.next(2)).toMatchObject({ outcome: 'generated', diagnostics: [] });
  expect(generated(root)).toContain('Ponged');
  await expectComplete(root);
});

test('watch: follows files and folders that come, move and go', { timeout }, async () => {
  const root = project();
  const watching = new Watching(root);
  await watching.next(0);
  mkdirSync(source(root, 'deep/er'), { recursive: true });
  writeFileSync(source(root, 'deep/er/pong.ts'), pong);
  await watching.until(() => generated(root, 'codecs/deep/er/pong.ts') !== '');
  renameSync(source(root, 'deep'), source(root, 'other'));
  await watching.until(() => generated(root, 'codecs/other/er/pong.ts') !== '');
  writeFileSync(source(root, 'other/er/pong.ts'), pong.replaceAll('text', 'words'));
  await watching.until(() => generated(root, 'codecs/other/er/pong.ts').includes('words'));
  rmSync(source(root, 'other'), { recursive: true });
  await watching.until(() => !generated(root).includes('Ponged'));
  // Orphans go after what is new has been written.
  await watching.until(() => !existsSync(path.join(root, 'src/catga/codecs/other')));
  await expectComplete(root);
});

test(
  'watch: starts anew when the configuration or the tsconfig changes, and survives them broken',
  { timeout },
  async () => {
    const root = project();
    const watching = new Watching(root);
    await watching.next(0);
    writeFileSync(path.join(root, 'catga.config.json'), '{ "namespace": "shop" }');
    await watching.until(() => generated(root).includes("'shop.ping'"));
    writeFileSync(path.join(root, 'catga.config.json'), '{ "namespace": ');
    await watching.until(() => watching.err.includes('is not valid JSON'));
    writeFileSync(path.join(root, 'catga.config.json'), '{ "namespace": "store" }');
    await watching.until(() => generated(root).includes("'store.ping'"));
    const tsconfig = readFileSync(path.join(root, 'tsconfig.json'), 'utf8');
    writeFileSync(path.join(root, 'more.ts'), pong);
    writeFileSync(path.join(root, 'tsconfig.json'), tsconfig.replace('["src"]', '["src", "more.ts"]'));
    await watching.until(() => generated(root).includes('Ponged'));
    await expectComplete(root);
  },
);

test('watch: two at once and a burst of edits leave complete output', { timeout }, async () => {
  const root = project();
  const both = [new Watching(root), new Watching(root)];
  await Promise.all(both.map((watching) => watching.next(0)));
  for (let edit = 0; edit < 30; edit++)
    writeFileSync(source(root, `burst-${edit % 5}.ts`), pong.replace('Ponged', `Burst${edit}`));
  const last = [25, 26, 27, 28, 29].map((edit) => `Burst${edit}`);
  await Promise.all(both.map((watching) => watching.until(() => last.every((name) => generated(root).includes(name)))));
  await Promise.all(
    both.map((watching) => watching.until(() => watching.outcomes.at(-1)?.summary === '7 messages, 1 handler')),
  );
  await expectComplete(root);
});

test('watch: --check and --diff are refused beside it', async () => {
  expect(await command(project(), ['generate', '--watch', '--check'])).toMatchObject({ code: 2 });
});

test('watch: notices a file that is no source once an import finds it', { timeout }, async () => {
  const root = project({
    'tsconfig.json':
      '{ "compilerOptions": { "target": "ES2022", "module": "NodeNext", "resolveJsonModule": true, "types": [], "strict": true, "skipLibCheck": true }, "include": ["src"] }',
    'src/limits.ts':
      "import type { DomainEvent } from 'catga';\nimport limits from '../data/limits.json' with { type: 'json' };\nexport interface Limited extends DomainEvent { readonly limits: typeof limits }\n",
  });
  const watching = new Watching(root);
  expect((await watching.next(0)).diagnostics.map(({ id }) => id)).toEqual(['CATGA1108']);
  mkdirSync(path.join(root, 'data'));
  writeFileSync(path.join(root, 'data/limits.json'), '{ "max": 1 }');
  await watching.until(() => generated(root, 'codecs/limits.ts').includes('max'));
  await expectComplete(root);
});

const upcaster = (from: string, former: string): string =>
  "import type { Upcaster } from 'catga';\nimport type { Ponged } from './pong.js';\n" +
  `export interface PongedV1 { ${former} }\n` +
  `export const pongedToV2: Upcaster<PongedV1, Ponged> = { upcast: (old) => ({ text: ${from} }) };\n`;
const versioned = (tag: string): string => pong.replace('export', `/** @version ${tag} */\nexport`);

test('watch: follows an upcaster, its former type and `@version`', { timeout }, async () => {
  const root = project({
    'src/pong.ts': versioned('2'),
    'src/former.ts': upcaster('old.words', 'readonly words: string'),
  });
  const codecs = (): string => generated(root, 'codecs/pong.ts') + generated(root, 'codecs/former.ts');
  const watching = new Watching(root);
  await watching.next(0);
  expect(codecs()).toContain('$words');
  // A former type: only its codec differs.
  writeFileSync(source(root, 'former.ts'), upcaster('`${old.count}`', 'readonly count: bigint'));
  await watching.until(() => codecs().includes('$count') && !codecs().includes('$words'));
  // What an upcaster does is not generated code.
  await watching.until(() => watching.outcomes.length === 2);
  writeFileSync(source(root, 'former.ts'), upcaster('String(old.count)', 'readonly count: bigint'));
  expect((await watching.next(2)).written).toEqual([]);
  writeFileSync(source(root, 'pong.ts'), versioned('3'));
  expect((await watching.next(3)).diagnostics.map(({ id }) => id)).toEqual(['CATGA8005']);
  writeFileSync(source(root, 'pong.ts'), versioned('3 from 2'));
  expect((await watching.next(4)).outcome).toBe('generated');
  expect(generated(root, 'registry.ts')).toContain("{ name: 'ponged', kind: 'event', version: 3,");
  await expectComplete(root);
});

test('watch: notices the manifest of a composed package that had not been generated yet', { timeout }, async () => {
  const billing = project({
    'package.json':
      '{ "name": "@acme/billing", "type": "module", "exports": { "./catga": "./src/catga/index.ts", "./catga/*": "./src/catga/*" } }',
    'src/on-ping.ts': 'export {};\n',
    'src/messages.ts': pong,
    'catga.config.json': '{ "namespace": "billing" }',
  });
  const root = project({ 'catga.config.json': '{ "modules": ["@acme/billing/catga"] }' });
  const watching = new Watching(root);
  const [missing] = (await watching.next(0)).diagnostics;
  expect(missing).toMatchObject({ id: 'CATGA2051', message: expect.stringContaining('is not installed') as string });
  mkdirSync(path.join(root, 'node_modules/@acme'));
  symlinkSync(billing, path.join(root, 'node_modules/@acme/billing'));
  expect((await watching.next(1)).diagnostics.map(({ id }) => id)).toEqual(['CATGA2051']);
  expect((await command(billing, ['generate'])).code).toBe(0);
  await watching.until(() => generated(root, 'registry.ts').includes('billing.ponged'));
  await expectComplete(root);
});
