export { examine, generate, generateFrom } from './generate.ts';
export { GenerationSession } from './session.ts';
export { pinpoint, sourceTexts } from './scan/index.ts';
export { defaultSettings } from './settings.ts';
export { isUpToDate, planWrite, unifiedDiff, writeOutput } from './output/index.ts';

export type { EmittedFile } from './emit/index.ts';
export type { Generation, KnownProject } from './generate.ts';
export type { GeneratorSettings } from './settings.ts';
export type { ProjectMemory } from './scan/index.ts';
export type { ProjectChanges } from './session.ts';
export type { ProjectModel } from './model/project.ts';
export type { EarlierOutput, WritePlan } from './output/index.ts';
