export { generate, generateFrom } from './generate.ts';
export { isUpToDate, planWrite, unifiedDiff, writeOutput } from './output/index.ts';

export type { EmittedFile } from './emit/index.ts';
export type { Generation } from './generate.ts';
export type { GeneratorSettings } from './settings.ts';
export type { ProjectModel } from './model/project.ts';
export type { WritePlan } from './output/index.ts';
