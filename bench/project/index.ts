export { linkPackages } from './link-packages.ts';
export { writeProject } from './write-project.ts';

export type { SyntheticProject, SyntheticProjectOptions } from './write-project.ts';
export { writeConstructors, writeSends } from './write-sends.ts';
