import { expect, test } from 'vitest';
import { analyze } from '../../analyzers/index.ts';
import { unhandledMessage } from '../../analyzers/rules/unhandled-message.ts';
import { openProject, scan } from '../../generator/scan/index.ts';
import { expectedFindings, findingLines, fixtureSettings } from './fixture.ts';

const project = openProject(fixtureSettings('unhandled-message'));
const { model, diagnostics } = scan(project);

test('analyzers: a message that nothing handles is found, with the first three places that send it', () => {
  expect(diagnostics).toEqual([]);
  expect(findingLines(analyze(project, model, [unhandledMessage]))).toBe(expectedFindings('unhandled-message'));
});

test('analyzers: a handler of a composed module counts', () => {
  const handlers = model.handlers.map((handler) => ({
    ...handler,
    messages: ['nobody-handles', 'never-sent', 'unheard'],
  }));
  const module = { specifier: 'm', packageName: 'm', schemaHash: '', model: { ...model, messages: [], handlers } };
  expect(analyze(project, { ...model, modules: [module] }, [unhandledMessage])).toEqual([]);
});
