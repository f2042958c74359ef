import type { ProjectModel } from '../model/project.ts';
import type { SourcePosition, TypeModel } from '../model/types.ts';
import { responseType } from './emit-message.ts';
import { printType } from './print-type.ts';
import { childrenOf, partsOf } from './references.ts';
import { indexTypes, type TypeIndex } from './type-index.ts';
import type { TypeProblem } from './type-problem.ts';
import { unionPlan } from './union-plan.ts';

interface Owner {
  readonly type: string;
  readonly position: SourcePosition;
  readonly member?: string;
}

/**
 * Everything in the model's types that no codec could decode faithfully, in the model's order.
 *
 * @param incomplete - Types were refused: `unknown` stands where they were. What follows from that is no problem of its own.
 */
export function findTypeProblems(model: ProjectModel, incomplete = false): readonly TypeProblem[] {
  const index = indexTypes(model);
  if (incomplete)
    return findTypeProblems(model).filter(({ variants }) => !variants.some((type) => hasGap(type, index)));
  const problems: TypeProblem[] = [];
  for (const { id, shape, position } of model.types) {
    const owner = { type: id, position };
    if (shape.kind === 'alias') {
      check(problems, index, owner, shape.type, '');
      continue;
    }
    for (const { name, type } of shape.members) check(problems, index, { ...owner, member: name }, type, name);
    if (shape.index !== undefined) check(problems, index, owner, shape.index, '');
  }
  for (const { module, exportName, position, body, response } of model.messages) {
    const type = `${module}#${exportName}`;
    if (body.kind !== 'reference') check(problems, index, { type, position }, body, '');
    if (response === undefined) continue;
    const owner = { type: `${type} response`, position };
    check(problems, index, owner, responseType(response), '');
  }
  return problems;
}

function check(problems: TypeProblem[], index: TypeIndex, owner: Owner, type: TypeModel, path: string): void {
  if (type.kind === 'reference' && !index.byId.has(type.id)) {
    const reason = `the model has no type ${type.id}`;
    problems.push({ ...owner, kind: 'unknown-reference', path, clash: [], variants: [type], reason });
  }
  if (type.kind === 'union') {
    const plan = unionPlan(index, type);
    if ('clash' in plan) {
      const kinds = plan.clash.map(({ kind }) => kind);
      const nothing = kinds.includes('null') && kinds.includes('undefined');
      const kind = nothing ? 'null-and-undefined' : 'undecidable-union';
      const clash = plan.clash.map((variant) => printType(variant, index));
      problems.push({ ...owner, kind, path, clash, variants: plan.clash, reason: plan.reason });
      return;
    }
  }
  for (const [at, child] of childrenOf(type).entries()) {
    check(problems, index, owner, child, path + step(type, at));
  }
}

/** Whether a type is, or has at first sight, something that was refused. */
function hasGap(type: TypeModel, index: TypeIndex): boolean {
  const isGap = (part: TypeModel): boolean =>
    part.kind === 'unknown' || (part.kind === 'reference' && !index.byId.has(part.id));
  if (isGap(type) || childrenOf(type).some(isGap)) return true;
  const definition = type.kind === 'reference' ? index.byId.get(type.id) : undefined;
  return definition !== undefined && partsOf(definition).some(isGap);
}

/** How a path goes on into a type. */
function step(type: TypeModel, at: number): string {
  switch (type.kind) {
    case 'tuple':
      return type.rest !== undefined && at === type.elements.length ? '[]' : `[${at}]`;
    case 'record':
      return '{}';
    case 'map':
      return at === 0 ? '{key}' : '{}';
    case 'union':
      return '';
    default:
      return '[]';
  }
}
