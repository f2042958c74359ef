import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openProject, type OpenProject } from '../../generator/scan/index.ts';
import { settingsOf } from './fixture.ts';

const source = `export class Stock {
  level;
  constructor(start: number) { this.level = start; }
  add(count: number): string { const next = this.level + count; return String(next); }
  inferred() { return [this.level]; }
}
export class Typed {
  readonly size: number = 1;
  constructor(private readonly name: string) { console.log(this.name); }
  read(key: string): string;
  read(key: number): number;
  read(key: string | number): string | number { return key; }
}
export function typed(): Promise<number> { return import('./late.js').then(({ late }) => late); }
export function untyped() { return 'text' as const; }
`;
const folder = mkdtempSync(join(tmpdir(), 'catga-bodies-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'input'));
writeFileSync(join(folder, 'input/a.ts'), source);
writeFileSync(join(folder, 'input/late.ts'), 'export const late = 1;\n');
const compilerOptions = { module: 'NodeNext', target: 'ES2022', strict: true };
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['input/a.ts'] }));

/** The types of everything that the file declares, by name, and how many statements its bodies have. */
function read({ ts, program, checker }: OpenProject): { types: Readonly<Record<string, string>>; statements: number } {
  const types: Record<string, string> = {};
  let statements = 0;
  const visit = (node: Parameters<typeof ts.isBlock>[0]): void => {
    if (ts.isBlock(node)) statements += node.statements.length;
    const name = ts.isClassElement(node) || ts.isFunctionDeclaration(node) ? node.name : undefined;
    if (name) types[name.getText()] = checker.typeToString(checker.getTypeAtLocation(name));
    ts.forEachChild(node, visit);
  };
  const file = program.getSourceFile(join(folder, 'input/a.ts'));
  if (file) visit(file);
  return { types, statements };
}

it('scan: leaves out bodies that say nothing about types, and no type changes', () => {
  const whole = openProject(settingsOf(folder));
  const lean = openProject(settingsOf(folder), { declarationsOnly: true });
  const expected = read(whole);
  const found = read(lean);
  expect(expected.types).toMatchObject({ level: 'number', inferred: '() => number[]', untyped: '() => "text"' });
  expect(found.types).toEqual(expected.types);
  // What stays: the constructor that gives `level` its type, `inferred` and `untyped`.
  expect([expected.statements, found.statements]).toEqual([8, 3]);
  // What only a body imports is part of the program all the same.
  expect(lean.program.getSourceFile(join(folder, 'input/late.ts'))).toBeDefined();
});
