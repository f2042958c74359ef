export { checkComposition } from './check-composition.ts';
export { readModules } from './read-modules.ts';

export type { ComposedModules, ComposedPackage } from './read-modules.ts';
