import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { locateProject } from '../../cli/config/locate.ts';
import type { Installed, Patient } from '../../cli/doctor/check.ts';
import { checks } from '../../cli/doctor/checks/index.ts';
import { patientAt } from '../../cli/doctor/patient.ts';
import { command, project, repository } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 240_000 });

const sound: Patient = {
  root: '/app',
  nodeVersion: '22.12.0',
  cliVersion: '1.2.3',
  configuration: { problem: 'none', fix: 'none' },
  read: () => undefined,
  exists: () => false,
  installed: (name) => (name === 'catga' ? at('/app/node_modules/catga', '1.2.3') : undefined),
};

function at(folder: string, version: string, dependencies: readonly string[] = []): Installed {
  return { folder, version, dependencies };
}

/** A patient with these files, as text. */
function withFiles(files: Readonly<Record<string, string>>): Partial<Patient> {
  return { read: (file) => files[file], exists: (file) => file in files };
}

function configured(settings: object, configFile?: string): Partial<Patient> {
  const location = { root: '/app', ...(configFile !== undefined && { configFile }) };
  return { configuration: { location, settings: { output: 'src/catga', modules: [], ...settings } } as never };
}

/** A patient of a real folder, with the configuration that is there. */
async function real(files: Readonly<Record<string, string>>): Promise<Patient> {
  const root = temporaryFolder(files);
  return await patientAt(locateProject(root));
}

const tsconfig = (options: object): string =>
  JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'NodeNext', types: [], ...options }, files: ['a.ts'] });

interface Case {
  readonly check: string;
  readonly bad: () => Partial<Patient> | Promise<Partial<Patient>>;
  readonly status: 'error' | 'note' | 'warning';
  readonly says: RegExp;
  readonly good: () => Partial<Patient> | Promise<Partial<Patient>>;
}

const cases: readonly Case[] = [
  {
    check: 'node-version',
    bad: () => ({ nodeVersion: '20.18.3' }),
    status: 'error',
    says: /^Node 20\.18\.3 is not supported/,
    good: () => ({ nodeVersion: '20.19.0' }),
  },
  {
    check: 'node-version',
    bad: () => ({ nodeVersion: '21.7.0' }),
    status: 'error',
    says: /21\.7\.0/,
    good: () => ({ nodeVersion: '24.1.0' }),
  },
  {
    check: 'catga-version',
    bad: () => ({ cliVersion: '1.3.0' }),
    status: 'error',
    says: /^catga is 1\.2\.3, @catga\/cli is 1\.3\.0/,
    good: () => ({}),
  },
  {
    check: 'catga-version',
    bad: () => ({ installed: () => undefined }),
    status: 'error',
    says: /not installed/,
    good: () => ({}),
  },
  {
    check: 'one-copy',
    bad: () => ({
      ...configured({ modules: ['@acme/billing/catga'] }),
      installed: (name, from) =>
        name === '@acme/billing'
          ? at('/elsewhere/billing', '1.0.0')
          : at(from === undefined ? '/app/node_modules/catga' : '/elsewhere/billing/node_modules/catga', '1.2.3'),
    }),
    status: 'error',
    says: /^@acme\/billing brings a catga of its own: 1\.2\.3 in \/elsewhere/,
    good: () => ({
      ...configured({ modules: ['@acme/billing/catga'] }),
      installed: (name) => at(`/app/node_modules/${name}`, '1.2.3'),
    }),
  },
  {
    check: 'one-copy',
    bad: () => ({
      ...withFiles({ 'package.json': '{ "dependencies": { "catga": "2", "kit": "1" } }' }),
      installed: (name, from) => {
        if (name === 'kit') return at('/app/node_modules/kit', '1.0.0', ['billing', 'kit']);
        if (name === 'billing') return at('/app/node_modules/billing', '1.0.0', ['catga']);
        return at(`${from?.endsWith('billing') === true ? from : '/app'}/node_modules/${name}`, '1.2.3');
      },
    }),
    status: 'warning',
    says: /^billing, needed by kit, brings a catga of its own: 1\.2\.3 in \/app\/node_modules\/billing\/node_modules\/catga, beside/,
    good: () => ({
      ...withFiles({ 'package.json': '{ "dependencies": { "catga": "2", "kit": "1" } }' }),
      installed: (name) => at(`/app/node_modules/${name}`, '1.2.3', name === 'kit' ? ['catga'] : []),
    }),
  },
  {
    check: 'dependency-kind',
    bad: () => withFiles({ 'package.json': '{ "devDependencies": { "catga": "1" } }' }),
    status: 'error',
    says: /^catga is a development dependency/,
    good: () => withFiles({ 'package.json': '{ "dependencies": { "catga": "1" } }' }),
  },
  {
    check: 'dependency-kind',
    bad: () => withFiles({ 'package.json': '{ "dependencies": { "@catga/cli": "1" } }' }),
    status: 'warning',
    says: /^@catga\/cli is a dependency/,
    good: () => withFiles({ 'package.json': '{ "devDependencies": { "@catga/cli": "1" } }' }),
  },
  {
    check: 'dependency-kind',
    bad: () => withFiles({ 'package.json': '{' }),
    status: 'error',
    says: /^package\.json is not JSON/,
    good: () => withFiles({ 'package.json': '{}' }),
  },
  {
    check: 'one-lock-file',
    bad: () => withFiles({ 'package-lock.json': '', 'yarn.lock': '' }),
    status: 'warning',
    says: /package-lock\.json, yarn\.lock/,
    good: () => withFiles({ 'yarn.lock': '' }),
  },
  {
    check: 'typescript-version',
    bad: () => ({ installed: () => at('/t', '5.4.5') }),
    status: 'warning',
    says: /^TypeScript 5\.4\.5/,
    good: () => ({ installed: () => at('/t', '5.9.3') }),
  },
  {
    check: 'typescript-version',
    bad: () => ({ installed: () => undefined }),
    status: 'note',
    says: /not installed/,
    good: () => ({ installed: () => at('/t', '7.0.2') }),
  },
  {
    check: 'configuration',
    bad: () => real({ 'tsconfig.json': tsconfig({}), 'a.ts': '', 'catga.config.json': '{ "ouput": "x" }' }),
    status: 'error',
    says: /^catga\.config\.json: "ouput" is not an option; did you mean "output"\?/,
    good: () => configured({}, '/app/catga.config.ts'),
  },
  {
    check: 'tsconfig-flags',
    bad: () => real({ 'tsconfig.json': tsconfig({ strict: false }), 'a.ts': '' }),
    status: 'error',
    says: /strictNullChecks off/,
    good: () => real({ 'tsconfig.json': tsconfig({ strict: true, exactOptionalPropertyTypes: true }), 'a.ts': '' }),
  },
  {
    check: 'tsconfig-flags',
    bad: () =>
      real({ 'tsconfig.json': tsconfig({ strict: true, module: 'CommonJS', moduleResolution: 'node10' }), 'a.ts': '' }),
    status: 'error',
    says: /resolves modules as old versions of Node did/,
    good: () =>
      real({
        'tsconfig.json': tsconfig({
          strict: true,
          module: 'ESNext',
          moduleResolution: 'bundler',
          exactOptionalPropertyTypes: true,
        }),
        'a.ts': '',
      }),
  },
  {
    check: 'tsconfig-flags',
    bad: () =>
      real({ 'tsconfig.json': tsconfig({ strict: true, module: 'ES2015', moduleResolution: 'bundler' }), 'a.ts': '' }),
    status: 'error',
    says: /"ES2015", which has no import\(\)/,
    good: () => real({ 'tsconfig.json': tsconfig({ strict: true, exactOptionalPropertyTypes: true }), 'a.ts': '' }),
  },
  {
    check: 'tsconfig-flags',
    bad: () => real({ 'tsconfig.json': tsconfig({ strict: true }), 'a.ts': '' }),
    status: 'note',
    says: /exactOptionalPropertyTypes off/,
    good: () => real({ 'tsconfig.json': tsconfig({ strict: true, exactOptionalPropertyTypes: true }), 'a.ts': '' }),
  },
  {
    check: 'generated-version',
    bad: () => ({
      ...configured({}),
      ...withFiles({ 'src/catga/registry.ts': '// @generated by catga 1.0.0 from declarations.' }),
    }),
    status: 'error',
    says: /^src\/catga was written by catga 1\.0\.0, this is 1\.2\.3/,
    good: () => ({
      ...configured({}),
      ...withFiles({ 'src/catga/registry.ts': '// @generated by catga 1.2.3 from declarations.' }),
    }),
  },
  {
    check: 'generated-version',
    bad: () => configured({}),
    status: 'error',
    says: /^Nothing has been generated/,
    good: () => ({}),
  },
  {
    check: 'import-specifiers',
    bad: () => ({
      ...configured({}),
      ...withFiles({
        'package.json': '{ "scripts": { "start": "node --watch src/main.ts" } }',
        'src/catga/index.ts': "export { registry } from './registry.js';",
      }),
    }),
    status: 'error',
    says: /runs TypeScript by plain Node/,
    good: () => ({
      ...configured({}),
      ...withFiles({
        'package.json': '{ "scripts": { "start": "node --watch src/main.ts" } }',
        'src/catga/index.ts': "export { registry } from './registry.ts';",
      }),
    }),
  },
  {
    check: 'side-effects',
    bad: () => withFiles({ 'package.json': '{ "exports": "./index.js" }' }),
    status: 'note',
    says: /sideEffects/,
    good: () => withFiles({ 'package.json': '{ "exports": "./index.js", "sideEffects": false }' }),
  },
  {
    check: 'schema-file',
    bad: () => ({}),
    status: 'note',
    says: /no catga\.schema\.json/,
    good: () => withFiles({ 'catga.schema.json': '{}' }),
  },
  {
    check: 'stale-output',
    bad: () => patientAt({ root: project() }),
    status: 'error',
    says: /^src\/catga is not what the declarations say: .* and \d+ more\.$/,
    good: async () => {
      const root = project();
      expect((await command(root, ['generate'])).code).toBe(0);
      return await patientAt({ root });
    },
  },
  {
    check: 'stale-output',
    bad: () =>
      patientAt({
        root: project({
          'src/bad.ts':
            "import type { Command } from 'catga';\ninterface A extends Command { a: symbol }\nexport interface B extends Command { b: A; c: symbol }\n",
        }),
      }),
    status: 'error',
    says: /^The declarations have \d+ errors?\.$/,
    good: () => ({}),
  },
];

async function examine(name: string, changes: Partial<Patient>) {
  const check = checks.find((each) => each.name === name);
  if (check === undefined) throw new TypeError(`there is no check ${name}`);
  return await check.examine({ ...sound, ...changes });
}

describe('doctor: checks', () => {
  test.each(cases)('doctor: $check finds $says', async ({ check, bad, status, says }) => {
    const verdict = await examine(check, await bad());
    expect(verdict.status).toBe(status);
    if (verdict.status === 'ok') return;
    expect(verdict.problem).toMatch(says);
    expect(verdict.fix).not.toBe('');
  });

  test.each(cases)('doctor: $check is content where it should be ($says)', async ({ check, good }) => {
    expect(await examine(check, await good())).toMatchObject({ status: 'ok' });
  });

  test('doctor: every check has a case, a file and a place in the table', () => {
    const names = checks.map(({ name }) => name).toSorted();
    expect([...new Set(cases.map(({ check }) => check))].toSorted()).toEqual(names);
    const files = readdirSync(path.join(repository, 'cli/doctor/checks')).filter((file) => file !== 'index.ts');
    expect(files.map((file) => file.replace('.ts', '')).toSorted()).toEqual(names);
  });
});

describe('doctor: command', () => {
  test('doctor: 1 with findings, 0 without, 2 for wrong usage', async () => {
    const root = project({
      'package.json': '{ "type": "module", "dependencies": { "catga": "*" } }',
      'catga.config.json': '{ "namespace": "shop" }',
    });
    const before = await command(root, ['doctor']);
    expect(before).toMatchObject({ code: 1, err: '' });
    expect(before.out).toMatch(
      /^error {4}generated-version: Nothing has been generated in src\/catga\.\n {9}Run `npx catga generate`\.$/m,
    );
    expect((await command(root, ['generate'])).code).toBe(0);
    const after = await command(root, ['doctor']);
    expect(after.out).toContain('nothing is wrong');
    expect(after.code).toBe(0);
    writeFiles(root, {
      'src/more.ts': "import type { Command } from 'catga';\nexport interface More extends Command {}\n",
    });
    const json = await command(root, ['doctor', '--json']);
    expect(json.code).toBe(1);
    const { checks: examined } = JSON.parse(json.out) as { checks: { check: string; status: string; fix?: string }[] };
    expect(examined.map(({ check }) => check)).toEqual(checks.map(({ name }) => name));
    expect(examined.filter(({ status }) => status === 'error')).toMatchObject([
      { check: 'stale-output', fix: 'Run `npx catga generate`.' },
    ]);
    const { fix = '' } = examined.find(({ check }) => check === 'schema-file') ?? {};
    const words = /`npx catga (?<words>[^`]+)`/.exec(fix)?.groups?.['words'] ?? '';
    expect((await command(root, words.split(' '))).code).toBe(0);
    expect((await command(root, ['doctor'])).out).toMatch(/^ok +schema-file: catga\.schema\.json$/m);
    expect((await command(root, ['doctor', '--config', 'none.json'])).code).toBe(2);
  });
});
