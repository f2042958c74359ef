import { expect, test } from 'vitest';
import { EmissionCache, emittedFile } from '../../generator/emit/emission-cache.ts';
import { withImports } from '../../generator/emit/imports.ts';
import { Pieces } from '../../generator/emit/pieces.ts';

test('emission cache: a file is printed when it is read, once, and again for another fingerprint only', () => {
  const cache = new EmissionCache();
  let printed = 0;
  const file = (fingerprint: string): string => emittedFile('a.ts', fingerprint, () => `text ${++printed}`, cache).text;
  const unread = emittedFile('a.ts', 'one', () => `text ${++printed}`, cache);
  expect(printed).toBe(0);
  expect([unread.text, unread.text, file('one')]).toEqual(['text 1', 'text 1', 'text 1']);
  expect([file('two'), file('two')]).toEqual(['text 2', 'text 2']);
  expect(file('one')).toBe('text 3');
});

test('emission cache: files that are no longer generated are forgotten', () => {
  const cache = new EmissionCache();
  const file = emittedFile('a.ts', 'one', () => 'text', cache);
  expect(file.text).toBe('text');
  cache.retain([file]);
  expect(cache.textOf('a.ts', 'one')).toBe('text');
  cache.retain([]);
  expect(cache.textOf('a.ts', 'one')).toBeUndefined();
});

test('pieces: a text is taken again with its imports, unless what it depends on or a name in it is another', () => {
  const pieces = new Pieces();
  const printed: string[] = [];
  const print = (names: readonly (readonly [key: string, specifier: string, name: string])[]): string => {
    const { imports, body } = withImports([], (used) =>
      names
        .map(([key, specifier, name]) =>
          pieces.text(key, [specifier, name], () => (printed.push(key), used.type(specifier, name)), used),
        )
        .join(' '),
    );
    pieces.finish();
    return `${imports}\n${body}`;
  };
  const first = print([
    ['a', './orders.js', 'Order'],
    ['b', './lines.js', 'Line'],
  ]);
  expect(printed.splice(0)).toEqual(['a', 'b']);
  const again = print([
    ['a', './orders.js', 'Order'],
    ['b', './lines.js', 'Line'],
  ]);
  expect([again, printed.splice(0)]).toEqual([first, []]);
  // The same name from two modules: what stood alone is called otherwise now.
  const clash = print([
    ['a', './orders.js', 'Order'],
    ['b', './lines.js', 'Order'],
  ]);
  expect(clash.split('\n').at(-1)).toBe('OrdersOrder LinesOrder');
  expect(new Set(printed.splice(0))).toEqual(new Set(['a', 'b']));
  expect(
    print([
      ['a', './orders.js', 'Order'],
      ['b', './lines.js', 'Line'],
    ]),
  ).toBe(first);
});
