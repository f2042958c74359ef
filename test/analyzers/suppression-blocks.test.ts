import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../analyzers/index.ts';
import { computedImport } from '../../analyzers/rules/aot/computed-import.ts';
import { codeFromText } from '../../analyzers/rules/aot/code-from-text.ts';
import { unusedSuppression } from '../../analyzers/rules/suppressions/unused-suppression.ts';
import { openVirtualProject } from '../../analyzers/testing/virtual-project.ts';

const code = (enable: string): string => `export async function run(name: string): Promise<void> {
  /* catga-disable CATGA7001, CATGA7005 -- a plugin */
  ${enable}
  eval(name);
  await import(name);
}
`;

function found(enable: string): readonly string[] {
  const files = { 'src/case.ts': code(enable) };
  const { project, model } = openVirtualProject(path.join(process.cwd(), 'catga-rule-case'), files);
  const { findings } = analyze(project, model, { rules: [codeFromText, computedImport, unusedSuppression] });
  return findings.map(({ id, position, message }) =>
    `${position.line} ${id} ${/: (CATGA.*) reports/.exec(message)?.[1] ?? ''}`.trim(),
  );
}

describe('analyzers: blocks that are suppressed', () => {
  it('analyzers: a block ends rule by rule, and a rule that it suppresses nothing of is named', () => {
    expect(found('')).toEqual([]);
    expect(found('/* catga-enable CATGA7001 */')).toEqual(['2 CATGA9001 CATGA7001', '4 CATGA7001']);
    expect(found('/* catga-enable CATGA7005 */')).toEqual(['2 CATGA9001 CATGA7005', '5 CATGA7005']);
    expect(found('/* catga-enable code-from-text */')).toEqual(found('/* catga-enable CATGA7001 */'));
    expect(found('/* catga-enable CATGA7001 */ /* catga-enable computed-import */')).toEqual(
      found('/* catga-enable */'),
    );
    expect(found('/* catga-enable */')).toEqual(['2 CATGA9001 CATGA7001, CATGA7005', '4 CATGA7001', '5 CATGA7005']);
  });
});
