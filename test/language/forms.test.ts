import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../emit/support/cases.ts';
import { compileProject, compilers } from '../emit/support/compile.ts';
import { bundle } from '../emit/support/run.ts';
import { caseNames, fixtures, prepare, writeCase } from './support/cases.ts';

// `CATGA_UPDATE=1 npx vitest run test/language` writes the expected lines anew; read the difference before committing it.
const update = process.env['CATGA_UPDATE'] === '1';
const root = temporaryFolder();
prepare(root);
const cases = caseNames.map((name) => writeCase(name, root));

afterAll(() => rmSync(root, { recursive: true }));

describe('language: forms of declarations', () => {
  test('language: there are cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(cases.filter(({ ownSettings }) => ownSettings).length).toBeGreaterThanOrEqual(4);
  });

  test.each(cases)('language: $name is generated without findings', ({ generation }) => {
    expect(generation.diagnostics).toEqual([]);
    expect(generation.files.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(compilers))('language: TypeScript %s accepts all cases', (_, compiler) => {
    const shared = cases.filter(({ ownSettings }) => !ownSettings);
    writeFileSync(
      join(root, 'tsconfig.json'),
      JSON.stringify({ extends: './tsconfig.base.json', include: shared.map(({ name }) => `${name}/src`) }),
    );
    const { errors, figures } = compileProject(root, compiler, 'tsconfig.json');
    expect(errors).toEqual([]);
    expect(figures['Files']).toBeGreaterThan(shared.length * 8);
    for (const { name, project, ownSettings } of cases) {
      if (!ownSettings) continue;
      const own = compileProject(project, compiler, 'tsconfig.json');
      expect(own.errors, name).toEqual([]);
      expect(own.figures['Files'], name).toBeGreaterThan(8);
    }
  });

  test.each(cases)('language: $name prints what is expected when it runs', async ({ name, project }) => {
    const path = await bundle(project, "import './src/main.ts';");
    const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    const expected = join(fixtures, name, 'expected.txt');
    if (update) writeFileSync(expected, stdout);
    expect(stderr).toBe('');
    expect(stdout).not.toBe('');
    expect(stdout).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});
