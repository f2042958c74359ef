import type { ts } from 'ts-morph';
import { constituents } from '../syntax/type-at.ts';
import type { TypeView } from '../syntax/type-view.ts';
import { isContext } from './context-in-scope.ts';

/** Whether an argument brings a unit of work along: it is one, or has one, as the context of a message has. */
export function bringsUnitOfWork(checker: ts.TypeChecker, argument: ts.Expression): boolean {
  return constituents(checker.getTypeAtLocation(argument)).some(
    (type) => isUnitOfWork(checker, type) || checker.getPropertyOfType(type, 'unitOfWork') !== undefined,
  );
}

/** Where a call could be given a unit of work. */
export interface UnitOfWorkPlace {
  /** Of the parameter. */
  readonly index: number;
  /** The unit itself, the context that has it, or options with a member `unitOfWork`. */
  readonly takes: 'unit' | 'context' | 'options';
}

/** The parameter by which a call could be given a unit of work and is not. `undefined`: there is none, or it may be. */
export function missingUnitOfWork({ checker, ts }: TypeView, call: ts.CallExpression): UnitOfWorkPlace | undefined {
  const given = call.arguments;
  const mayBring = (argument: ts.Expression): boolean =>
    ts.isSpreadElement(argument) || bringsUnitOfWork(checker, argument);
  const resolved = checker.getResolvedSignature(call);
  if (resolved === undefined || given.some(mayBring)) return undefined;
  const here = placeIn(resolved);
  if (here !== undefined) {
    const argument = given[here.index];
    return argument !== undefined && isUntold(argument) ? undefined : here;
  }
  // Another overload may take it, behind what this call is given.
  for (const signature of checker.getTypeAtLocation(call.expression).getCallSignatures()) {
    const place = placeIn(signature);
    if (place?.index === given.length) return place;
  }
  return undefined;

  function placeIn(signature: ts.Signature): UnitOfWorkPlace | undefined {
    for (const [index, parameter] of signature.getParameters().entries()) {
      const takes = whatTakes(checker, checker.getTypeOfSymbolAtLocation(parameter, call));
      if (takes !== undefined) return { index, takes };
    }
    return undefined;
  }

  /** Of type `any` it may be one, and options with a spread may have one. */
  function isUntold(argument: ts.Expression): boolean {
    if (ts.isObjectLiteralExpression(argument)) return argument.properties.some((each) => ts.isSpreadAssignment(each));
    return (checker.getTypeAtLocation(argument).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  }
}

/** How a parameter takes a unit of work. What always has one, other than a context, is part of what the call is about. */
function whatTakes(checker: ts.TypeChecker, type: ts.Type): UnitOfWorkPlace['takes'] | undefined {
  for (const part of constituents(type)) {
    if (isUnitOfWork(checker, part)) return 'unit';
    if (isContext(checker, part)) return 'context';
    const member = checker.getPropertyOfType(part, 'unitOfWork');
    if (member !== undefined && constituents(checker.getTypeOfSymbol(member)).some((one) => isUnitOfWork(checker, one)))
      return 'options';
  }
  return undefined;
}

/** Told by its member, so that another copy of the package counts too. */
function isUnitOfWork(checker: ts.TypeChecker, type: ts.Type): boolean {
  const enlist = (type.flags & anyFlag) === 0 ? checker.getPropertyOfType(type, 'enlist') : undefined;
  const participant = enlist && checker.getTypeOfSymbol(enlist).getCallSignatures()[0]?.getParameters()[0];
  return (
    participant !== undefined && checker.getPropertyOfType(checker.getTypeOfSymbol(participant), 'commit') !== undefined
  );
}

/** `ts.TypeFlags.Any`: every member of it exists, as far as the checker can tell. */
const anyFlag = 1;
