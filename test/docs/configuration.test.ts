import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optionNames } from '../../cli/config/validate.ts';
import { defaultSettings } from '../../generator/index.ts';

/** The rows of the tables below a heading, a list of cells each. */
function rowsOf(page: string, heading: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('docs: configuration', () => {
  test.each([
    ['cli.md', 'Configuration', optionNames.config],
    ['analyze.md', 'Settings', optionNames.analyze],
  ])('docs: %s has a row for each option, and for nothing else', (page, heading, names) => {
    const rows = rowsOf(page, heading);
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(names.map((name) => `\`${name}\``)));
    expect(rows).toHaveLength(names.length);
    for (const cells of rows) expect(cells.every((cell) => cell !== '')).toBe(true);
  });

  test('docs: the defaults in cli.md are those of the generator', () => {
    const told = Object.fromEntries(
      rowsOf('cli.md', 'Configuration').map(([name = '', , value]) => [name.slice(1, -1), value]),
    );
    for (const [name, value] of Object.entries(defaultSettings)) {
      const shown = typeof value === 'string' && value !== '' ? `\`${value}\`` : 'none';
      const expected = name === 'include' ? 'every source file of the project' : shown;
      expect([name, told[name]?.replace(/:.*/, '')]).toEqual([name, expected]);
    }
  });
});
