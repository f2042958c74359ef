export { openProject } from './open-project.ts';
export { scan, scanProject } from './scan-project.ts';

export type { OpenOptions, OpenProject } from './open-project.ts';
export type { ScanResult } from './scan-project.ts';
