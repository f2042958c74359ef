import type { ts } from 'ts-morph';
import type {
  BehaviorModel,
  DeclarationModel,
  HandlerModel,
  ServiceModel,
  UpcasterModel,
  ValidatorModel,
} from '../../generator/model/project.ts';
import { relativeTo } from '../../generator/scan/project-paths.ts';
import type { ApplicationSources } from './application.ts';

/** A declaration that the generator has found, with its node. */
export type Unit = { readonly node: UnitNode } & (
  | { readonly kind: 'handler'; readonly model: HandlerModel }
  | { readonly kind: 'behavior'; readonly model: BehaviorModel }
  | { readonly kind: 'validator'; readonly model: ValidatorModel }
  | { readonly kind: 'service'; readonly model: ServiceModel }
  | { readonly kind: 'upcaster'; readonly model: UpcasterModel }
);

export type UnitNode = ts.ClassLikeDeclaration | ts.FunctionDeclaration | ts.VariableDeclaration | ts.Statement;

/** The units that a file declares, in source order. */
export function unitsOf({ ts, model, root }: ApplicationSources, file: ts.SourceFile): readonly Unit[] {
  const path = relativeTo(root, file.fileName);
  const found: Unit[] = [];
  const nodeOf = ({ position }: DeclarationModel): UnitNode | undefined => {
    if (position.file !== path) return undefined;
    const offset = file.getPositionOfLineAndCharacter(position.line - 1, position.column - 1);
    const within = (node: ts.Node): boolean => node.pos <= offset && offset < node.end;
    const statement = file.statements.find(within);
    if (statement === undefined || !ts.isVariableStatement(statement)) return statement;
    return statement.declarationList.declarations.find(within) ?? statement;
  };
  const add = <K extends Unit['kind']>(kind: K, models: readonly Extract<Unit, { kind: K }>['model'][]): void => {
    for (const one of models) {
      const node = nodeOf(one);
      // A unit's kind and its model come from the same list.
      if (node !== undefined) found.push({ kind, model: one, node } as Unit);
    }
  };
  add('handler', model.handlers);
  add('behavior', model.behaviors);
  add('validator', model.validators);
  add('service', model.services);
  add('upcaster', model.upcasters);
  return found.toSorted((a, b) => a.node.pos - b.node.pos);
}
