import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, settingsOf, type CatgaConfig } from '../../cli/config/index.ts';
import { locateProject } from '../../cli/config/locate.ts';
import { validateConfig } from '../../cli/config/validate.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function configOf(name: string, text: string): Promise<CatgaConfig> {
  const folder = temporaryFolder({ [name]: text });
  const { value } = await loadConfig(locateProject(folder));
  return value;
}

describe('config: every form is read', () => {
  const typed =
    "import type { CatgaConfig } from '@catga/cli';\nconst config: CatgaConfig = { namespace: 'a' };\nexport default config;";
  test.each([
    ['catga.config.ts', typed],
    ['catga.config.mts', typed],
    ['catga.config.js', "export default { namespace: 'a' };"],
    ['catga.config.mjs', "export default { namespace: 'a' };"],
    ['catga.config.json', '{ "namespace": "a" }'],
  ])('config: %s', async (name, text) => {
    expect(await configOf(name, text)).toEqual({ namespace: 'a' });
  });

  test('config: no file means the defaults', async () => {
    const folder = temporaryFolder({ 'tsconfig.json': '{}' });
    const { value } = await loadConfig(locateProject(folder));
    expect(settingsOf(folder, value)).toMatchObject({
      projectRoot: folder,
      tsconfig: 'tsconfig.json',
      include: [],
      output: 'src/catga',
      namespace: '',
      importExtension: 'auto',
    });
  });

  test('config: the nearest file upwards is found from any folder of the project', () => {
    const folder = temporaryFolder({ 'catga.config.json': '{}', 'src/orders/messages.ts': '' });
    expect(locateProject(path.join(folder, 'src/orders'))).toEqual({
      root: folder,
      configFile: path.join(folder, 'catga.config.json'),
    });
  });

  test('config: every option reaches the generator', () => {
    const folder = temporaryFolder({ 'packages/a/tsconfig.json': '{}' });
    const config: Required<CatgaConfig> = {
      tsconfig: 'packages/a/tsconfig.json',
      include: ['src/**'],
      output: './generated/',
      namespace: 'orders',
      importExtension: '.ts',
      unknown: ['x#Y.z'],
      messages: { 'x#Y': { qos: 'exactlyOnce' } },
      types: { '@acme/money#Money': { wire: 'positional' }, '@acme/money#Rate': { wire: 'keepUnknown' } },
      modules: ['@acme/billing/catga'],
      analyze: {
        preset: 'strict',
        rules: { 'floating-message-promise': 'warning', CATGA2101: ['error', {}] },
        overrides: [{ files: ['src/legacy/**'], rules: { CATGA3001: 'off' } }],
        scope: 'everywhere',
        ignore: ['src/vendor/**'],
        baseline: 'known.json',
        maxWarnings: 3,
        plugins: ['./rules.mjs'],
      },
    };
    const { analyze, ...generator } = config;
    expect(validateConfig(config, 'catga.config.ts').analyze).toEqual(analyze);
    expect(settingsOf(folder, validateConfig(config, 'catga.config.ts'))).toMatchObject({
      ...generator,
      output: 'generated',
      projectRoot: folder,
    });
  });

  test('config: a value that is known for the same text is not evaluated again', async () => {
    const text = "throw new Error('evaluated');";
    const folder = temporaryFolder({ 'catga.config.mjs': text });
    const location = locateProject(folder);
    await expect(loadConfig(location)).rejects.toThrow('evaluated');
    const { contentHash } = await import('../../cli/freshness/content-hash.ts');
    const known = { hash: contentHash(text), value: { namespace: 'a' } };
    expect(await loadConfig(location, known)).toBe(known);
  });

  test('config: evaluation leaves no file behind', async () => {
    const folder = temporaryFolder({ 'catga.config.ts': 'export default {};', 'node_modules/.keep': '' });
    await loadConfig(locateProject(folder));
    expect(readdirSync(path.join(folder, 'node_modules/.cache/catga'))).toEqual([]);
  });
});

describe('config: what is wrong is said, with where and what to do', () => {
  test.each([
    ['catga.config.json', '{ "namespace": }', /catga\.config\.json is not valid JSON: /],
    ['catga.config.json', '[]', /exports an array; it must export an object/],
    ['catga.config.json', '{ "ouptut": "x" }', /"ouptut" is not an option; did you mean "output"\?/],
    ['catga.config.json', '{ "zzz": 1 }', /"zzz" is not an option\.$/],
    ['catga.config.json', '{ "output": 1 }', /"output" is 1; it must be a string\./],
    ['catga.config.json', '{ "output": "." }', /"output" is "\."; it must be a folder of its own/],
    ['catga.config.json', '{ "output": "../x" }', /"output" is "\.\.\/x"; it must be a folder of its own/],
    ['catga.config.json', '{ "output": "/x" }', /"output" is "\/x"; it must be relative/],
    ['catga.config.json', '{ "tsconfig": "a\\\\b" }', /paths use forward slashes/],
    ['catga.config.json', '{ "namespace": "Orders!" }', /"namespace" is "Orders!"; it must be lower-case words/],
    ['catga.config.json', '{ "importExtension": ".mjs" }', /must be one of "auto", "\.js", "\.ts"/],
    ['catga.config.json', '{ "include": "src" }', /"include" is "src"; it must be an array\./],
    ['catga.config.json', '{ "include": [1] }', /"include\[0\]" is 1; it must be a string\./],
    [
      'catga.config.json',
      '{ "messages": { "a#B": { "qos": 1 } } }',
      /"messages\["a#B"\]\["qos"\]" is 1; it must be a string\./,
    ],
    ['catga.config.json', '{ "output": 1, "include": 2 }', /has 2 mistakes:\n {2}- "output".*\n {2}- "include"/],
    ['catga.config.ts', 'export default {', /^catga\.config\.ts:1:17: /],
    ['catga.config.ts', 'export const a = 1;', /has no default export/],
    ['catga.config.ts', 'export default { include: [() => 1] };', /"include\.0" is not plain data/],
    ['catga.config.ts', 'export default { include: new Set() };', /"include" is not plain data/],
    ['catga.config.ts', "import { a } from './a.js'; export default { namespace: a };", /imports "\.\/a\.js"/],
    ['catga.config.ts', "throw new Error('no luck');", /cannot be evaluated: no luck/],
  ])('config: %s %s', async (name, text, message) => {
    const error = await configOf(name, text).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
    expect(error).toHaveProperty('help', expect.stringMatching(/\w+.*\.$/));
  });

  test('config: two files in one folder are refused', () => {
    const folder = temporaryFolder({ 'catga.config.ts': '', 'catga.config.json': '{}' });
    expect(() => locateProject(folder)).toThrow(/two configurations, catga\.config\.ts and catga\.config\.json/);
  });

  test('config: a file named by --config must exist', () => {
    expect(() => locateProject(temporaryFolder(), 'no.json')).toThrow(/no\.json does not exist/);
  });

  test('config: a missing tsconfig is named', () => {
    expect(() => settingsOf(temporaryFolder(), { tsconfig: 'tsconfig.app.json' })).toThrow(
      /tsconfig\.app\.json does not exist/,
    );
  });
});
