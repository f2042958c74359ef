import { findTypeProblems, type TypeProblem } from '../codecs/index.ts';
import { createDiagnostic, type DiagnosticId } from '../diagnostics/index.ts';
import type { ProjectModel } from '../model/project.ts';
import type { ScanContext } from './scan-context.ts';
import { isInstalled } from './project-paths.ts';
import { memberStep } from './types/member-step.ts';
import type { TypeResolver } from './types/resolver.ts';

const ids: Readonly<Record<TypeProblem['kind'], DiagnosticId>> = {
  'undecidable-union': 'CATGA1121',
  'null-and-undefined': 'CATGA1122',
  'unknown-reference': 'CATGA1108',
};

/** Reports what resolves, but could not be decoded. */
export function reportTypeProblems(
  context: ScanContext,
  resolver: TypeResolver,
  model: ProjectModel,
  incomplete: boolean,
): void {
  for (const problem of findTypeProblems(model, incomplete)) {
    const site = resolver.sites.get(problem.type);
    const at = site?.path ?? problem.type.slice(problem.type.indexOf('#') + 1);
    const path = problem.path === '' ? at : /^[[{]/.test(problem.path) ? at + problem.path : `${at}.${problem.path}`;
    const args = { path, reason: problem.reason, clash: problem.clash.join(' and '), type: problem.type };
    const member =
      problem.member === undefined ? undefined : resolver.sites.get(problem.type + memberStep(problem.member));
    const node = member?.node ?? (isInstalled(problem.position.file) ? site?.node : undefined);
    const span = node ? context.spanOf(node) : { position: problem.position };
    const { position, ...end } = span;
    resolver.reach.place(path, resolver.definitions.has(problem.type) ? problem.type : undefined);
    context.diagnostics.push(createDiagnostic(ids[problem.kind], args, position, { path, ...end }));
  }
}
