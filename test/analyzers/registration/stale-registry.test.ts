import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, defaultSettings, type RuleSetting } from '../../../analyzers/index.ts';
import type { OutputDifference } from '../../../analyzers/domain/output-difference.ts';
import { staleRegistry } from '../../../analyzers/rules/registration/stale-registry.ts';
import { openVirtualProject } from '../../../analyzers/testing/virtual-project.ts';

const messages = "import type { Command } from 'catga';\nexport interface PlaceOrder extends Command {}\n";

function found(staleOutput: OutputDifference, setting: RuleSetting = 'error', code = messages): readonly string[] {
  const { project, model } = openVirtualProject(path.join(process.cwd(), 'catga-rule-case'), { 'src/case.ts': code });
  const settings = { ...defaultSettings, only: [staleRegistry.id], rules: { [staleRegistry.id]: setting } };
  const { findings } = analyze(project, model, { rules: [staleRegistry], settings, staleOutput: () => staleOutput });
  return findings.map(({ position: { file, line, column }, message }) => `${file}:${line}:${column} ${message}`);
}

const files = ['index.ts', 'messages.ts', 'pipelines.ts', 'registry.ts', 'services.ts'];

describe('analyzers: stale-registry', () => {
  it('analyzers: nothing is said where generated code is what the declarations say', () => {
    expect(found({ files: [], isAbsent: false })).toEqual([]);
  });

  it('analyzers: up to three files that differ are named, at the first of them', () => {
    expect(found({ files: files.slice(0, 1), isAbsent: false })).toEqual([
      'src/catga/index.ts:1:1 `src/catga` is not what the declarations say: `index.ts`.',
    ]);
    expect(found({ files: files.slice(0, 3), isAbsent: false })).toEqual([
      'src/catga/index.ts:1:1 `src/catga` is not what the declarations say: `index.ts`, `messages.ts`, `pipelines.ts`.',
    ]);
    expect(found({ files, isAbsent: false })).toEqual([
      'src/catga/index.ts:1:1 `src/catga` is not what the declarations say: `index.ts`, `messages.ts`, `pipelines.ts` and 2 more.',
    ]);
  });

  it('analyzers: that nothing has been generated is a finding where it is asked for', () => {
    const absent = { files: [], isAbsent: true };
    expect(found(absent)).toEqual([]);
    expect(found(absent, ['error', { reportAbsent: true }])).toEqual([
      'tsconfig.json:1:1 Nothing has been generated yet: there is no `src/catga`.',
    ]);
  });

  it('analyzers: a project without messages and handlers has nothing to generate', () => {
    expect(found({ files, isAbsent: false }, 'error', 'export const one = 1;\n')).toEqual([]);
  });
});
