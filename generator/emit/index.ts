export { emitProject } from './emit-project.ts';
export { renderTemplate } from './render.ts';
export { schemaHash } from './schema-hash.ts';

export type { EmittedFile } from './emitted-file.ts';
export type { EmitOptions } from './plan.ts';
export type { Manifest, ManifestModel } from './manifest.ts';
