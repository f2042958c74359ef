import { describe, expect, it } from 'vitest';
import { ts } from '../../generator/scan/compiler-library.ts';
import { suppressedOn, suppressionsOf } from '../../analyzers/engine/suppressions.ts';

/** `kind from-to words | reason` of each. */
function read(text: string): readonly string[] {
  const file = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
  return suppressionsOf(ts, file).map(({ kind, fromLine, toLine, rules, reason }) => {
    const to = toLine === Number.MAX_SAFE_INTEGER ? 'end' : toLine;
    return `${kind} ${fromLine}-${to} ${rules.map(({ word }) => word).join(' ')} | ${reason}`;
  });
}

describe('analyzers: suppressions', () => {
  it.each([
    ['// catga-disable-next-line A -- b\nrun();', ['next-line 2-2 A | b']],
    ['// catga-disable-next-line A, b/c D -- why -- so\nrun();', ['next-line 2-2 A b/c D | why -- so']],
    [
      '// catga-disable-next-line A -- b\n// another\n// catga-disable-next-line C -- d\nrun();',
      ['next-line 4-4 A | b', 'next-line 4-4 C | d'],
    ],
    ['run(); // catga-disable-line A -- b', ['line 1-1 A | b']],
    ['/* catga-disable A -- b */\nrun();\n/* catga-enable */\nrun();', ['block 1-3 A | b']],
    ['/* catga-disable A -- b */\nrun();', ['block 1-end A | b']],
    ['/*\n * catga-disable A -- b\n */\nrun();', []],
    ['function f() {\n  // catga-disable-next-line A -- b\n}', ['next-line 3-3 A | b']],
    ['const a = [\n  // catga-disable-next-line A -- b\n  1,\n];', ['next-line 3-3 A | b']],
    ['f(/* catga-disable-line A -- b */ 1);', ['line 1-1 A | b']],
    ['run();\n// catga-disable-next-line A -- b', ['next-line 3-3 A | b']],
    ['// catga-disable-next-line A\r\nrun();', ['next-line 2-2 A | ']],
  ])('analyzers: %j is read', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "const a = '// catga-disable-next-line A -- b';",
    'const a = `// catga-disable-next-line A -- b\n${1} // catga-disable-line A -- b\n`;',
    'const a = /\\/\\/ catga-disable-line A -- b/;',
    '/** A comment: `// catga-disable-next-line A -- b`. */\nrun();',
    '/*\n// catga-disable-next-line A -- b\n*/\nrun();',
    '// see: // catga-disable-next-line A -- b\nrun();',
    'const a = <p>// catga-disable-line A -- b</p>;',
  ])('analyzers: %j is no suppression', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['/* catga-enable A */', ['1 A B', '2 A B', '3 B', '4 B']],
    ['/* catga-enable A, B -- done */', ['1 A B', '2 A B', '3 ', '4 ']],
    ['/* catga-enable */', ['1 A B', '2 A B', '3 ', '4 ']],
    ['/* catga-enable C */', ['1 A B', '2 A B', '3 A B', '4 A B']],
    ['/* catga-enable A */ /* catga-enable A */', ['1 A B', '2 A B', '3 B', '4 B']],
    ['/* catga-enable B */\n/* catga-enable A */', ['1 A B', '2 A B', '3 A', '4 ']],
  ])('analyzers: %j ends the rules that it names, and no others', (enable, expected) => {
    const text = `/* catga-disable A, B -- c */\n${enable}\nrun();\nrun();`;
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, true);
    const [suppression] = suppressionsOf(ts, file);
    const on = (line: number): string =>
      suppression === undefined
        ? ''
        : ['A', 'B']
            .flatMap((rule) => suppressedOn(suppression, line, (word) => word === rule))
            .map(({ word }) => word)
            .join(' ');
    expect([1, 2, 3, 4].map((line) => `${line} ${on(line)}`)).toEqual(expected);
  });
});
