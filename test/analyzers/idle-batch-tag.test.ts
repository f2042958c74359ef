import { expect, test } from 'vitest';
import { analyze } from '../../analyzers/index.ts';
import { idleBatchTag } from '../../analyzers/rules/idle-batch-tag.ts';
import { unhandledMessage } from '../../analyzers/rules/unhandled-message.ts';
import { openProject, scan } from '../../generator/scan/index.ts';
import { expectedFindings, findingLines, fixtureSettings } from './fixture.ts';

const project = openProject(fixtureSettings('idle-batch-tag'));
const { model, diagnostics } = scan(project);

test('analyzers: a batch tag that nothing reads is found, others are not', () => {
  expect(diagnostics).toEqual([]);
  expect(findingLines(analyze(project, model, [idleBatchTag]))).toBe(expectedFindings('idle-batch-tag'));
});

test('analyzers: a message with a batch handler is handled', () => {
  expect(analyze(project, model, [unhandledMessage])).toEqual([]);
});

test('analyzers: a batch handler of a composed module counts', () => {
  const handlers = model.handlers.map((handler) => ({ ...handler, messages: ['one'], batch: { usesContext: true } }));
  const module = { specifier: 'm', packageName: 'm', schemaHash: '', model: { ...model, messages: [], handlers } };
  expect(analyze(project, { ...model, modules: [module] }, [idleBatchTag])).toEqual([]);
});
