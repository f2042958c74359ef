export { affectedFiles } from './affected-files.ts';
export { lookupsOf } from './lookups.ts';
export { globalFilesOf, remember } from './remember.ts';
export { isGlobal } from './source-graph.ts';

export type { FindAffected } from './affected-files.ts';
export type { ProjectMemory } from './project-memory.ts';
