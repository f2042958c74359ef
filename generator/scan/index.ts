export { openProject } from './open-project.ts';
export { pinpoint, sourceTexts } from './pinpoint.ts';
export { planRescan, rescanProgram, rescanProject, rescanRoots } from './rescan.ts';
export { scanProgram } from './scan-program.ts';
export { scan, scanProject } from './scan-project.ts';

export type { FindAffected, ProjectMemory } from './memory/index.ts';
export type { EarlierProject, OpenOptions, OpenProject } from './open-project.ts';
export type { RescanPlan } from './rescan.ts';
export type { ScanResult } from './scan-program.ts';
