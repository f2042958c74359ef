import path from 'node:path';
import { expect, describe, it } from 'vitest';
import { analyze, defaultSettings, type AnalysisSettings } from '../../../analyzers/index.ts';
import { floatingMessagePromise } from '../../../analyzers/rules/promises/floating-message-promise.ts';
import { floatingPromise } from '../../../analyzers/rules/promises/floating-promise.ts';
import { openVirtualProject } from '../../../analyzers/testing/virtual-project.ts';

const code = `import type { Command, Mediator } from 'catga';
export interface PlaceOrder extends Command {}
export function place(mediator: Mediator, order: PlaceOrder, work: () => Promise<void>): void {
  mediator.send(order);
  work();
  (async () => {
    mediator.send(order);
  })();
  // catga-disable-next-line CATGA3001 -- tried again later
  mediator.send(order);
}
`;

/** What the two rules say of the code: line and id. */
function findingsWith(settings: Partial<AnalysisSettings>): readonly string[] {
  const { project, model } = openVirtualProject(path.join(process.cwd(), 'catga-rule-case'), { 'src/case.ts': code });
  const { findings } = analyze(project, model, {
    rules: [floatingMessagePromise, floatingPromise],
    settings: { ...defaultSettings, ...settings },
  });
  return findings.map(({ id, position }) => `${position.line} ${id}`);
}

describe('analyzers: superseded findings', () => {
  it('analyzers: what 3001 says of a promise 3002 does not say again; of the promise around it, it does', () => {
    expect(findingsWith({})).toEqual(['4 CATGA3001', '5 CATGA3002', '6 CATGA3002', '7 CATGA3001']);
  });

  it('analyzers: 3002 reports promises of messages where 3001 does not run', () => {
    const all = ['4 CATGA3002', '5 CATGA3002', '6 CATGA3002', '7 CATGA3002', '10 CATGA3002'];
    expect(findingsWith({ only: ['floating-promise'] })).toEqual(all);
    expect(findingsWith({ rules: { CATGA3001: 'off' } })).toEqual(all);
  });
});
