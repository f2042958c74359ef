import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openProject, scan, scanProject } from '../../generator/scan/index.ts';
import { fixtures, printResult, settingsOf } from './fixture.ts';

const runtime = join(fixtures, '../../runtime/index.ts');
const folders: string[] = [];
const sources: Readonly<Record<string, string>> = {
  'a.ts': `import type { DomainEvent } from 'catga';
export interface First extends DomainEvent { readonly x: 'b' | 'a'; readonly s: Side; readonly page: { items: Item<'z' | 'y'>[] } }
export type Side = { k: 1; left: string } | { k: 2; right: string };
export interface Item<T> { readonly value: T; readonly nested: { deep: T } }
`,
  'b.ts': `import type { DomainEvent } from 'catga';
import type { Item, Side } from './a.js';
export interface Second extends DomainEvent { readonly x: 'a' | 'b' | 'c'; readonly s: Side | null; readonly one: Item<'y' | 'z'>; readonly keyed: Record<'q' | 'p', string> }
`,
  'c.ts': `import { ok, type Command, type EventHandler, type RequestHandler, type Result } from 'catga';
import type { First } from './a.js';
import type { Second } from './b.js';
export interface Third extends Command<'c' | 'a'> { readonly z: 'q' | 'p'; readonly bad: () => void; readonly worse: symbol }
export class OnThird implements RequestHandler<Third> { async handle(): Promise<Result<'c' | 'a'>> { return ok('a'); } }
export class OnEvents implements EventHandler<First | Second> { constructor(readonly size: number) {} async handle(): Promise<void> {} }
`,
};

function project(options: {
  readonly files: readonly string[];
  readonly newline?: string;
  readonly output?: boolean;
}): string {
  const folder = mkdtempSync(join(tmpdir(), 'catga-scan-'));
  folders.push(folder);
  mkdirSync(join(folder, 'input'));
  for (const [name, text] of Object.entries(sources)) {
    writeFileSync(join(folder, 'input', name), text.replaceAll('\n', options.newline ?? '\n'));
  }
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023'],
    module: 'NodeNext',
    strict: true,
    types: [],
    allowImportingTsExtensions: true,
    noEmit: true,
    paths: { catga: [runtime] },
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: options.files.map((name) => `input/${name}`) }),
  );
  if (options.output === true) {
    mkdirSync(join(folder, 'input/catga'));
    writeFileSync(
      join(folder, 'input/catga/messages.ts'),
      `import type { Command } from 'catga';\nexport interface Stale extends Command {}\n`,
    );
  }
  return folder;
}

function result(folder: string): string {
  return printResult(scanProject(settingsOf(folder)));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('scan: determinism', () => {
  const expected = result(project({ files: ['a.ts', 'b.ts', 'c.ts'] }));

  it.each([[['c.ts', 'b.ts', 'a.ts']], [['b.ts', 'c.ts', 'a.ts']], [['b.ts', 'a.ts', 'c.ts']]])(
    'file order %s: changes nothing',
    (files) => {
      expect(result(project({ files }))).toBe(expected);
    },
  );

  it('line endings: change nothing', () => {
    expect(result(project({ files: ['a.ts', 'b.ts', 'c.ts'], newline: '\r\n' }))).toBe(expected);
  });

  it('working folder: changes nothing', () => {
    const folder = project({ files: ['a.ts', 'b.ts', 'c.ts'] });
    const before = process.cwd();
    try {
      process.chdir(tmpdir());
      expect(result(folder)).toBe(expected);
    } finally {
      process.chdir(before);
    }
  });

  it('own output: is never input', () => {
    const folder = project({ files: ['a.ts', 'b.ts', 'c.ts', 'catga/messages.ts'], output: true });
    expect(result(folder)).toBe(expected);
    expect(scanProject(settingsOf(folder)).inputs.filter((file) => file.includes('/catga/messages'))).toEqual([]);
  });
});

describe('scan: inputs', () => {
  it('names the files of the project and of packages whose types were used', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catga-scan-'));
    folders.push(folder);
    cpSync(join(fixtures, 'settings-tags'), folder, { recursive: true });
    const types = join(folder, 'node_modules/shapes');
    mkdirSync(types, { recursive: true });
    writeFileSync(join(types, 'package.json'), JSON.stringify({ name: 'shapes', types: 'index.d.ts' }));
    writeFileSync(join(types, 'index.d.ts'), `export * from './used.js';\nexport * from './unused.js';\n`);
    writeFileSync(join(types, 'used.d.ts'), 'export interface Used { readonly id: string }\n');
    writeFileSync(join(types, 'unused.d.ts'), 'export interface Unused { readonly id: string }\n');
    writeFileSync(
      join(folder, 'input/push.ts'),
      `import type { Used } from 'shapes';\nexport interface Push { readonly ref: string; readonly used: Used }\n`,
    );
    const base = JSON.parse(readFileSync(join(fixtures, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: object };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...base.compilerOptions, paths: { catga: [runtime] } }, include: ['input'] }),
    );
    const { inputs, model } = scanProject(settingsOf(folder));
    const own = inputs.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length + 1));
    expect(own).toEqual(['input/messages.ts', 'input/push.ts', 'node_modules/shapes/used.d.ts']);
    expect(model.types.find(({ name }) => name === 'Used')).toMatchObject({
      id: 'shapes#Used',
      module: 'shapes',
      expression: { name: 'Used', module: 'shapes', external: true },
    });
  });
});

describe('scan: ambient types', () => {
  it('come in only when a name does not resolve without them', () => {
    const folder = project({ files: ['a.ts', 'b.ts', 'c.ts'] });
    symlinkSync(join(fixtures, '../../node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'input/c.ts'),
      `import type { Command } from 'catga';\nexport interface Third extends Command { readonly bytes: Buffer }\n`,
    );
    const config = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8')) as {
      compilerOptions: { types: string[] };
    };
    config.compilerOptions.types = ['node'];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const settings = settingsOf(folder);
    expect(scan(openProject(settings)).diagnostics.map(({ id }) => id)).toEqual(['CATGA1108']);
    expect(scanProject(settings).diagnostics).toEqual([]);
  });
});

describe('scan: files', () => {
  it('include takes the declarations of matching files only', () => {
    const folder = project({ files: ['a.ts', 'b.ts', 'c.ts'] });
    expect(readdirSync(join(folder, 'input'))).toHaveLength(3);
    const { model } = scanProject({ ...settingsOf(folder), include: ['input/{a,b}.ts'] });
    expect(model.messages.map(({ name }) => name)).toEqual(['first', 'second']);
  });
});
