export { codecModuleOf, emitCodecs } from './emit-codecs.ts';
export { formerName } from './emit-former.ts';
export { codecNames, responseType } from './emit-message.ts';
export { findTypeProblems } from './find-type-problems.ts';
export { foreignVariants } from './foreign-variants.ts';
export { baseOf } from './literal.ts';
export { mayBeAbsent } from './member-presence.ts';
export { planUnion } from './plan-union.ts';
export { printType } from './print-type.ts';
export { childrenOf, referencesIn, referencesOf } from './references.ts';
export { indexTypes } from './type-index.ts';
export { admitsNil } from './union-tokens.ts';

export type { CodecOptions } from './emit-codecs.ts';
export type { TypeIndex } from './type-index.ts';
export type { TypeProblem, TypeProblemKind } from './type-problem.ts';
