/** How deep a value may nest: recursive types level by level, anything else container by container. */
export const MAX_DEPTH = 64;
