export { EmissionCache } from './emission-cache.ts';
export { emitProject } from './emit-project.ts';
export { renderTemplate } from './render.ts';

export type { EmittedFile } from './emitted-file.ts';
export type { Manifest } from './manifest.ts';
