export { resolveDependencies } from './resolve-dependencies.ts';

export type { ResolvedDependencies } from './resolve-dependencies.ts';
