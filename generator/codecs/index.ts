export { findTypeProblems } from './find-type-problems.ts';

export type { TypeProblem, TypeProblemKind } from './type-problem.ts';
