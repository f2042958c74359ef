import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { emitProject } from '../../generator/emit/index.ts';
import { generate, type EmittedFile } from '../../generator/index.ts';
import { caseNames, fixtures, generateCase, temporaryFolder } from './support/cases.ts';
import { settingsFor } from '../support/settings.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

const names = caseNames.filter((name) => name !== 'many');
const first = new Map(names.map((name) => [name, asText(generateCase(name).files)]));

function asText(files: readonly EmittedFile[]): string {
  return files.map(({ path, text }) => `${path}\n${text}`).join('\n');
}

function copied(name: string, suffix: string): string {
  const project = join(root, `${name}-${suffix}`);
  cpSync(join(fixtures, name, 'input'), project, { recursive: true });
  const tsconfig = join(project, 'tsconfig.json');
  writeFileSync(
    tsconfig,
    readFileSync(tsconfig, 'utf8').replace('../../tsconfig.base.json', join(fixtures, 'tsconfig.base.json')),
  );
  return project;
}

function sources(project: string): readonly string[] {
  return (readdirSync(join(project, 'src'), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/${path}`);
}

describe('emit: the same bytes', () => {
  test.each(names)('emit: %s, generated twice', (name) => {
    expect(asText(generateCase(name).files)).toBe(first.get(name));
  });

  test.each(names)('emit: %s, in another folder, from another working directory, with CRLF', (name) => {
    const project = copied(name, 'crlf');
    for (const path of sources(project)) {
      const file = join(project, path);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
    try {
      expect(asText(generate(settingsFor(project)).files)).toBe(first.get(name));
    } finally {
      cwd.mockRestore();
    }
  });

  test.each(names)('emit: %s, with its files in the opposite order', (name) => {
    const project = copied(name, 'reversed');
    const tsconfig = join(project, 'tsconfig.json');
    const settings = JSON.parse(readFileSync(tsconfig, 'utf8')) as { include?: unknown };
    delete settings.include;
    writeFileSync(tsconfig, JSON.stringify({ ...settings, files: sources(project).toSorted().toReversed() }));
    expect(asText(generate(settingsFor(project)).files)).toBe(first.get(name));
  });

  test('emit: the output says nothing of where or when it was made', () => {
    for (const text of first.values()) {
      expect(text).not.toContain(fixtures);
      expect(text).not.toMatch(/\/(home|root|tmp|work|Users)\//);
      expect(text).not.toMatch(/\b20\d\d-\d\d-\d\d/);
      expect(text).not.toContain('\r');
    }
  });
});

describe('emit: the schema hash', () => {
  const options = { output: 'src/catga', importExtension: '.js', generatorVersion: '0.0.0' } as const;
  const { model } = generateCase('dispatch');
  const hashOf = (changed: typeof model): string =>
    /schemaHash: string = '(\w+)'/.exec(asText(emitProject(changed, options)))?.[1] ?? '';

  test('emit: stays when documentation, handlers or positions change', () => {
    const documented = model.messages.map((message) => ({
      ...message,
      doc: 'Other words.',
      position: { ...message.position, line: 99 },
    }));
    expect(hashOf({ ...model, messages: documented, handlers: [] })).toBe(hashOf(model));
  });

  test.each([
    ['a member becomes optional', '"quantity"', { optional: true }],
    ['a member is renamed', '"quantity"', { name: 'amount' }],
    ['a member is retyped', '"quantity"', { type: { kind: 'string' } }],
  ])('emit: changes when %s', (_, member, change) => {
    const name = JSON.parse(member) as string;
    const types = model.types.map((definition) =>
      definition.shape.kind === 'object'
        ? {
            ...definition,
            shape: {
              ...definition.shape,
              members: definition.shape.members.map((each) =>
                each.name === name ? ({ ...each, ...change } as typeof each) : each,
              ),
            },
          }
        : definition,
    );
    expect(hashOf({ ...model, types })).not.toBe(hashOf(model));
  });

  test('emit: changes with a version', () => {
    const messages = model.messages.map((message) => ({ ...message, version: 2 }));
    expect(hashOf({ ...model, messages })).not.toBe(hashOf(model));
  });
});
