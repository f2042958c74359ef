import manifest from './package.json' with { type: 'json' };

/** Set by the build: a hash of what the bundle was made from. */
declare const CATGA_BUILD: string | undefined;

/** The version of `@catga/cli`. */
export const version: string = manifest.version;

/** Tells two builds of the same version apart. */
export const build: string = typeof CATGA_BUILD === 'string' ? CATGA_BUILD : 'source';
