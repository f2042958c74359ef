import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readModules } from '../../generator/composition/index.ts';
import { temporaryFolder } from './support/cases.ts';

const root = realpathSync(temporaryFolder());
afterAll(() => rmSync(root, { recursive: true }));

const places = ['src/catga/manifest.json', 'dist/catga/manifest.json', 'catga/manifest.json', 'manifest.json'];

function install(name: string, description: object, files: readonly string[] = places): string {
  const folder = join(root, 'node_modules', name);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '{}');
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, ...description }));
  return folder;
}

function manifestOf(name: string): string | undefined {
  const { inputs, diagnostics } = readModules({ projectRoot: root, modules: [`${name}/catga`] });
  const [read] = inputs.filter((path) => path.endsWith('manifest.json'));
  return read ?? diagnostics[0]?.message;
}

describe('composition: the exports of a package', () => {
  test.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['a sub-path', { './catga/manifest.json': './src/catga/manifest.json' }],
    ['a pattern', { './catga/*': './dist/catga/*' }],
    ['a pattern with an end', { './catga/*.json': './src/catga/*.json', './catga/*': './dist/catga/*' }],
    ['the longest of patterns', { './*': './src/*', './catga/*': './dist/catga/*' }],
    ['a sub-path rather than a pattern', { './catga/*': './src/catga/*', './catga/manifest.json': './manifest.json' }],
    ['conditions', { './catga/*': { types: './src/catga/*', default: './dist/catga/*' } }],
    ['conditions in conditions', { './catga/*': { browser: './a/*', node: { require: './src/catga/*' } } }],
    ['a list', { './catga/*': [{ browser: './a/*' }, './src/catga/*'] }],
    ['a star twice', { './*/manifest.json': './dist/*/manifest.json' }],
    ['the package itself only', './src/index.js'],
    ['another sub-path', { '.': './src/index.js', './other/*': './src/*' }],
    ['what is withheld', { './*': './*', './catga/*': null }],
    ['what a condition withholds', { './catga/*': { node: null, default: './src/catga/*' } }],
    [
      'what a condition in a condition withholds',
      { './catga/*': { node: { require: null }, default: './src/catga/*' } },
    ],
    ['a condition that leads nowhere', { './catga/*': { node: { browser: null }, default: './src/catga/*' } }],
    ['a list that begins with nothing', { './catga/*': [null, './src/catga/*'] }],
    ['a list of nothing', { './catga/*': { node: [null, { browser: './a/*' }], default: './src/catga/*' } }],
    ['a pattern that needs something', { './catga/manifest.json*': './*' }],
  ])('composition: %s lead where Node goes', (title, exported) => {
    const name = `@acme/${title.replaceAll(' ', '-')}`;
    install(name, exported === undefined ? {} : { exports: exported });
    let node: string;
    try {
      node = createRequire(join(root, 'package.json')).resolve(`${name}/catga/manifest.json`);
    } catch {
      node = `\`${name}/catga/manifest.json\` cannot be read: the \`exports\` of its package.json do not offer it.`;
    }
    expect(manifestOf(name)).toBe(node);
  });

  test('composition: a package for `import` alone is composed, although `require` could not load it', () => {
    const folder = install('@acme/imported', { exports: { './catga/*': { import: './dist/catga/*' } } });
    expect(manifestOf('@acme/imported')).toBe(join(folder, 'dist/catga/manifest.json'));
  });

  test('composition: what has come since it was looked for is found, and what `exports` say now counts', () => {
    const find = (): ReturnType<typeof readModules> =>
      readModules({ projectRoot: root, modules: ['@acme/late/catga'] });
    const none = find();
    expect(none.diagnostics[0]?.message).toContain('the package is not installed.');
    expect(none.absent).toContain(join(root, 'node_modules/@acme/late'));
    const folder = install('@acme/late', { exports: { './catga/*': './dist/catga/*' } }, []);
    const installed = find();
    expect(installed.diagnostics[0]?.message).toContain('the package has no such file.');
    expect(installed.absent).toEqual([join(folder, 'dist/catga/manifest.json')]);
    expect(installed.inputs).toEqual([join(folder, 'package.json')]);
    install('@acme/late', { exports: { './catga/*': './dist/catga/*' } });
    expect(manifestOf('@acme/late')).toBe(join(folder, 'dist/catga/manifest.json'));
    install('@acme/late', { exports: { './catga/*': './src/catga/*' } });
    expect(manifestOf('@acme/late')).toBe(join(folder, 'src/catga/manifest.json'));
  });
});
