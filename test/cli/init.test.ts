import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { init } from '../../cli/commands/init.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Initialised {
  readonly root: string;
  readonly output: string;
  readonly text: (file: string) => string;
}

function initialise(files: Readonly<Record<string, string>> = {}): Initialised {
  const root = temporaryFolder(files);
  return { root, output: runInit(root), text: (file) => readFileSync(path.join(root, file), 'utf8') };
}

function runInit(root: string): string {
  let output = '';
  const write = (text: string): void => {
    output += text;
  };
  expect(init({ cwd: root, color: false, out: write, err: write })).toBe(0);
  return output;
}

test('init: an empty folder gets everything that a first run needs', () => {
  const { root, output, text } = initialise();
  expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'catga.config.ts',
    'package.json',
    'src',
    'src/greetings',
    'src/greetings/count-greetings.ts',
    'src/greetings/greet.ts',
    'src/greetings/messages.ts',
    'src/main.ts',
    'tsconfig.json',
  ]);
  expect(JSON.parse(text('package.json'))).toMatchObject({
    private: true,
    type: 'module',
    scripts: {
      generate: 'catga generate',
      check: 'catga generate --check && catga analyze',
      build: 'catga generate && tsc',
    },
  });
  expect(output.match(/^created /gm)).toHaveLength(7);
  expect(output).toContain('Next: npx catga generate && npm run build && node dist/main.js');
  expect(output).toContain('npm install --save-dev typescript');
});

test('init: a second run changes nothing and says so', () => {
  const { root, text } = initialise();
  const before = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
  const manifest = text('package.json');
  const output = runInit(root);
  expect(output).not.toMatch(/^(?:created|extended) /m);
  expect(output.match(/^kept /gm)).toHaveLength(7);
  expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(before);
  expect(text('package.json')).toBe(manifest);
});

test('init: nothing that exists is overwritten', () => {
  const files = {
    'package.json': '{\n\t"name": "mine",\n\t"type": "module",\n\t"scripts": { "build": "make" }\n}\n',
    'tsconfig.json':
      '{ "include": ["app"], "compilerOptions": { "outDir": "out", "allowImportingTsExtensions": true } }',
    'catga.config.json': '{}',
    'app/main.ts': '// mine\n',
  };
  const { output, root, text } = initialise(files);
  expect(JSON.parse(text('package.json'))).toEqual({
    name: 'mine',
    type: 'module',
    scripts: { build: 'make', generate: 'catga generate', check: 'catga generate --check && catga analyze' },
  });
  expect(text('package.json')).toMatch(/^\{\n\t"name"/);
  for (const file of ['tsconfig.json', 'catga.config.json', 'app/main.ts'] as const)
    expect(text(file)).toBe(files[file]);
  expect(existsSync(path.join(root, 'catga.config.ts'))).toBe(false);
  expect(output).toContain('kept     package.json (scripts.build)');
  // Sources go where the tsconfig looks, with the import extension that it asks for.
  expect(text('app/greetings/greet.ts')).toContain("from '../catga/messages.ts'");
  expect(output).toContain('node out/main.js');
});

test.each<[string, string, boolean]>([
  ['a package of its own kind', '{ "type": "commonjs" }', false],
  ['what `npm init` of older versions wrote', '{ "main": "index.js" }', false],
  ['a package with dependencies only', '{ "dependencies": {} }', true],
])('init: %s decides on the module system of the sample', (_what, manifest, isModule) => {
  const { text } = initialise({ 'package.json': manifest });
  expect(text('src/main.ts').includes('void main();')).toBe(!isModule);
  expect((JSON.parse(text('package.json')) as { type?: string }).type === 'module').toBe(isModule);
  expect(text('tsconfig.json').includes('verbatimModuleSyntax')).toBe(isModule);
});

test('init: installed Node types are used', () => {
  const { text } = initialise({ 'node_modules/@types/node/package.json': '{}' });
  expect(JSON.parse(text('tsconfig.json'))).toMatchObject({ compilerOptions: { types: ['node'] } });
});

test('init: a package.json that cannot be read and a file in the way are named', () => {
  expect(() => initialise({ 'package.json': '{' })).toThrow(/package\.json cannot be read: /);
  expect(() => initialise({ 'package.json': '[]' })).toThrow(/package\.json is not a JSON object/);
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'package.json'));
  expect(() => runInit(root)).toThrow(UsageError);
  expect(() => initialise({ src: '' })).toThrow(/src\/greetings\/messages\.ts cannot be read or written/);
});
