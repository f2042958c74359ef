export { collectingInstrumentation } from './collecting-instrumentation.ts';
export { createTestCatga } from './create-test-catga.ts';

export type { CollectingInstrumentation } from './collecting-instrumentation.ts';
export type { TestCatga, TestCatgaOptions } from './create-test-catga.ts';
