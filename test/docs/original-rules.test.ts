import { describe, expect, it } from 'vitest';
import { catalogue } from '../../analyzers/catalogue.ts';
import { readPage } from './pages.ts';

const [, declared = '', removed = ''] = readPage('docs/analyzers/original-rules.md').split(/^## .+$/m);

interface Row {
  readonly original: string;
  readonly here: string;
  readonly why: string;
}

function rowsOf(table: string): readonly Row[] {
  return [...table.matchAll(/^\| (?<original>CAT\w+) +\|[^|]+\| (?<here>[^|]+)\|(?<why>[^|]*)\|$/gm)].map(
    ({ groups }) => ({
      original: groups?.['original'] ?? '',
      here: groups?.['here']?.trim() ?? '',
      why: groups?.['why']?.trim() ?? '',
    }),
  );
}

const range = (prefix: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(3, '0')}`);

describe('documentation: rules of the original', () => {
  it('documentation: each of the 17 declared rules is listed once', () => {
    expect(rowsOf(declared).map(({ original }) => original)).toEqual([
      ...range('CATGA', 1, 2),
      ...range('CAT', 1001, 1003),
      ...range('CAT', 2001, 2003),
      ...range('CAT', 3001, 3003),
      ...range('CAT', 4001, 4002),
      ...range('CAT', 5001, 5004),
    ]);
  });

  it('documentation: each of the 35 removed rules is listed once', () => {
    expect(rowsOf(removed).map(({ original }) => original)).toEqual([
      ...range('CATGA', 1, 15),
      ...range('CATGA', 101, 105),
      ...range('CATGA', 201, 204),
      ...range('CATGA', 301, 306),
      ...range('CATGA', 401, 405),
    ]);
  });

  it('documentation: each is one of ours, or it is said why not', () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    for (const { original, here, why } of [...rowsOf(declared), ...rowsOf(removed)]) {
      const ours = here.match(/CATGA\d{4}/g) ?? [];
      expect(
        ours.filter((id) => !ids.has(id)),
        original,
      ).toEqual([]);
      const isReasoned = /^no (?:meaning|rule)$/.test(here) && why !== '';
      expect([original, ours.length > 0 ? here === ours.join(', ') : isReasoned]).toEqual([original, true]);
    }
  });
});
