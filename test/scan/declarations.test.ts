import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtures, printResult, scanFolder } from './fixture.ts';

// UPDATE_FIXTURES=1 writes what the scan finds; review the difference before committing it.
const update = process.env['UPDATE_FIXTURES'] === '1';
const cases = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('scan', () => {
  it.each(cases.map(({ name }) => name))('fixture %s: has the expected model and findings', (name) => {
    const found = printResult(scanFolder(fixtures + name));
    const file = `${fixtures}${name}/expected.txt`;
    if (update) writeFileSync(file, found);
    expect(existsSync(file), `${file} is missing: run with UPDATE_FIXTURES=1`).toBe(true);
    expect(found).toBe(readFileSync(file, 'utf8'));
  });
});
