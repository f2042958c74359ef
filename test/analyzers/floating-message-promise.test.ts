import { expect, test } from 'vitest';
import { analyze } from '../../analyzers/index.ts';
import { floatingMessagePromise } from '../../analyzers/rules/floating-message-promise.ts';
import { openProject } from '../../generator/scan/open-project.ts';
import { emptyModel, expectedFindings, findingLines, fixtureSettings } from './fixture.ts';

const project = openProject(fixtureSettings('floating-message-promise'));
const findings = analyze(project, emptyModel, [floatingMessagePromise]);

test('analyzers: a dropped promise of send, publish or enqueue is found at its exact place', () => {
  expect(findingLines(findings)).toBe(expectedFindings('floating-message-promise'));
});

test('analyzers: every numbered statement of the fixture is found and nothing else', () => {
  const source = project.program.getSourceFile(`${project.root}/src/dropped.ts`)?.text.split('\n') ?? [];
  const numbered = source.flatMap((line, index) => (/^ {2}\/\* \d+ \*\//.test(line) ? [index + 1] : []));
  expect(numbered).toHaveLength(24);
  expect(findings.map(({ position }) => `${position.file}:${position.line}`)).toEqual(
    numbered.map((line) => `src/dropped.ts:${line}`),
  );
});
