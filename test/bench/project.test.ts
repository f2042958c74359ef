import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editModule } from '../../bench/generate/edit-module.ts';
import { writeProject } from '../../bench/project/index.ts';
import { compileProject, compilers } from '../emit/support/compile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catga-bench-project-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('bench project', () => {
  it('bench project: N messages are N / 5 modules and a shared one, the same bytes each time', async () => {
    const first = await writeProject({ folder: join(folder, 'a'), messages: 20 });
    const second = await writeProject({ folder: join(folder, 'b'), messages: 20 });
    expect(first.files).toHaveLength(5);
    for (const [index, file] of first.files.entries()) {
      expect(await readFile(file, 'utf8')).toBe(await readFile(second.files[index] ?? '', 'utf8'));
    }
  });

  it('bench project: of five messages three are commands, one is a query, one an event, each with its handler', async () => {
    const { files } = await writeProject({ folder, messages: 5 });
    const source = await readFile(files[1] ?? '', 'utf8');
    const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
    expect(count(/extends Command\b/gu)).toBe(3);
    expect(count(/extends Query</gu)).toBe(1);
    expect(count(/extends (?:DomainEvent|ReliableEvent)\b/gu)).toBe(1);
    expect(count(/implements RequestHandler</gu)).toBe(4);
    expect(count(/implements EventHandler</gu)).toBe(1);
  });

  it('bench project: refuses a size that is no multiple of five', async () => {
    await expect(writeProject({ folder, messages: 12 })).rejects.toThrow(RangeError);
  });

  it('bench project: compiles strictly, before and after edits', async () => {
    const project = await writeProject({ folder, messages: 10 });
    const before = await readFile(project.files[2] ?? '', 'utf8');
    await editModule(project, 1);
    await editModule(project, 3);
    const after = await readFile(project.files[2] ?? '', 'utf8');
    expect(before).not.toContain('revised');
    expect(after.match(/revised/gu)).toHaveLength(1);
    expect(compileProject(folder, compilers['6'] ?? '').errors).toEqual([]);
  });
});
