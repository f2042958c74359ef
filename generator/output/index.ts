export { isUpToDate, planWrite } from './plan-write.ts';
export { unifiedDiff } from './unified-diff.ts';
export { writeOutput } from './write-output.ts';

export type { EarlierOutput, WritePlan } from './plan-write.ts';
