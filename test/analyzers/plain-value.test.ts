import { describe, expect, it } from 'vitest';
import { isNoThenable, isPlainValue, mayReturnPromise } from '../../analyzers/syntax/plain-value.ts';
import { ts } from '../../generator/scan/compiler-library.ts';

function expression(text: string, name = 'a.ts'): Parameters<typeof isPlainValue>[1] {
  const [statement] = ts.createSourceFile(name, `(${text})`, ts.ScriptTarget.ESNext, true).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new RangeError(text);
  return statement.expression;
}

describe('analyzers: what syntax says of a value', () => {
  it.each(['1', '-a', '`${a}`', 'a === b', 'a + b', 'a in b', 'typeof a', 'void a()', 'a++', "a ? 1 : 'b'"])(
    'analyzers: %s is plain, and neither a promise nor a function',
    (text) => {
      expect(isPlainValue(ts, expression(text))).toBe(true);
      expect(isNoThenable(ts, expression(text))).toBe(true);
      expect(mayReturnPromise(ts, expression(text))).toBe(false);
    },
  );

  it.each(['a', 'a()', 'a.b', 'a ?? 1', 'a || 1', 'a = 1', '1, a', 'a ? 1 : b', 'await a', 'new A()', 'a as number'])(
    'analyzers: %s may be anything',
    (text) => {
      expect(isPlainValue(ts, expression(text))).toBe(false);
      expect(isNoThenable(ts, expression(text))).toBe(false);
      expect(mayReturnPromise(ts, expression(text))).toBe(true);
    },
  );

  it.each(['{ a }', '{ a: b, c() {} }', '[a]', 'a && 1', 'a ? {} : []', '() => a()'])(
    'analyzers: %s is no promise',
    (text) => expect(isNoThenable(ts, expression(text))).toBe(true),
  );

  it.each(['{ then }', '{ then() {} }', "{ 'then': a }", '{ [a]: b }', '{ ...a }', 'a && b', 'a ? {} : b'])(
    'analyzers: %s may be one',
    (text) => expect(isNoThenable(ts, expression(text))).toBe(false),
  );

  it.each([
    '() => 1',
    '() => ({ a })',
    '(): void => a()',
    '() => {}',
    '() => { return; }',
    '() => { if (a) return 1; return [a]; }',
    '() => { const b = () => { return c(); }; }',
    'a ? () => 1 : 2',
  ])('analyzers: %s returns no promise', (text) => expect(mayReturnPromise(ts, expression(text))).toBe(false));

  it.each([
    'async () => 1',
    '() => a',
    '() => ({ ...a })',
    '(): Promise<void> => a()',
    '(): any => a()',
    '() => { if (a) { return b(); } return 1; }',
    'function () { return a; }',
    'a ? 1 : () => b()',
  ])('analyzers: %s may return one', (text) => expect(mayReturnPromise(ts, expression(text))).toBe(true));

  it('analyzers: in JavaScript a comment may say what is returned', () => {
    expect(mayReturnPromise(ts, expression('() => 1', 'a.js'))).toBe(true);
  });
});
