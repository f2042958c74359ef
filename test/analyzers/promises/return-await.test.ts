import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, defaultSettings, type AnalysisSettings } from '../../../analyzers/index.ts';
import { returnAwait } from '../../../analyzers/rules/promises/return-await.ts';
import { openVirtualProject } from '../../../analyzers/testing/virtual-project.ts';
import { testRule } from '../rule-cases.ts';

// What is reported is compared with typescript-eslint, case by case and repair by repair, in test/analyzers/differential.
// Here: texts, fixes and suggestions, and what the presets make of it.
const inTry = (value: string): string =>
  `export async function run(save: () => Promise<void>): Promise<void> { try { return ${value}; } finally { void 0; } }\n`;
const plainly = (value: string): string =>
  `export async function run(save: () => Promise<void>): Promise<void> { return ${value}; }\n`;

testRule(returnAwait, {
  valid: [
    { code: inTry('await save()') },
    { code: plainly('save()') },
    { code: plainly('await save()'), options: { when: 'always' } },
    { code: plainly('await save()'), options: { when: 'error-handling-correctness-only' } },
    { code: inTry('save()'), options: { when: 'never' } },
  ],
  invalid: [
    {
      code: inTry('save()'),
      findings: [
        {
          line: 1,
          column: 84,
          endLine: 1,
          endColumn: 90,
          message:
            'The promise is returned before it settles: the `catch`, `finally` or `using` around it is done by then.',
          suggestions: [inTry('await save()')],
        },
      ],
    },
    {
      code: plainly('await save()'),
      findings: [
        { line: 1, column: 78, message: 'The promise is awaited before it is returned, which changes nothing here.' },
      ],
      fixed: plainly('save()'),
    },
    {
      code: plainly('save()'),
      options: { when: 'always' },
      findings: [{ line: 1, column: 78, message: 'The promise is returned without `await`.' }],
      fixed: plainly('await save()'),
    },
    {
      code: inTry('await save()'),
      options: { when: 'never' },
      findings: [{ line: 1, column: 84, suggestions: [inTry('save()')] }],
    },
    {
      code: inTry('await undefined'),
      findings: [{ line: 1, column: 84, message: 'What is awaited before it is returned is no promise.' }],
      fixed: inTry('undefined'),
    },
  ],
});

describe('analyzers: return-await in presets', () => {
  const code = `${inTry('save()').replace('run', 'handled')}${plainly('await save()')}`;
  const linesWith = (settings: Partial<AnalysisSettings>): readonly number[] => {
    const { project, model } = openVirtualProject(path.join(process.cwd(), 'catga-rule-case'), { 'src/case.ts': code });
    const { findings } = analyze(project, model, {
      rules: [returnAwait],
      settings: { ...defaultSettings, scope: 'everywhere', ...settings },
    });
    return findings.map(({ position }) => position.line);
  };

  it('analyzers: presets ask for `await` where errors are handled, and leave the rest to taste', () => {
    expect(linesWith({})).toEqual([1]);
    expect(linesWith({ preset: 'strict' })).toEqual([1]);
  });

  it('analyzers: where settings name the rule, its own default counts', () => {
    expect(linesWith({ only: ['return-await'] })).toEqual([1, 2]);
    expect(linesWith({ rules: { 'return-await': 'error' } })).toEqual([1, 2]);
    expect(linesWith({ rules: { CATGA3005: ['error', { when: 'always' }] } })).toEqual([1]);
    expect(linesWith({ overrides: [{ files: ['src/**'], rules: { CATGA3005: 'info' } }] })).toEqual([1, 2]);
  });
});
