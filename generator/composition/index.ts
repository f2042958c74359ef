export { checkComposition } from './check-composition.ts';
export { parseManifest } from './parse-manifest.ts';
export { readModules } from './read-modules.ts';

export type { ComposedModules, ComposedPackage } from './read-modules.ts';
export type { ParsedManifest } from './parse-manifest.ts';
