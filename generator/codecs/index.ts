export { CodecCache } from './codec-cache.ts';
export { codecModuleOf, emitCodecs } from './emit-codecs.ts';
export { codecNames } from './emit-message.ts';
export { findTypeProblems } from './find-type-problems.ts';
export { childrenOf, partsOf } from './type-index.ts';

export type { CodecOptions } from './emit-codecs.ts';
export type { TypeProblem, TypeProblemKind } from './type-problem.ts';
