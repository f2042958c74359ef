import type { ts } from 'ts-morph';

/** Whether a type is a unit of work, or nothing: told by its member, so that another copy of the package counts too. */
function isUnitOfWork(checker: ts.TypeChecker, type: ts.Type): boolean {
  if ((type.flags & anyFlag) !== 0) return false;
  const present = checker.getNonNullableType(type);
  return checker.getPropertyOfType(present, 'enlist') !== undefined;
}

/** Whether an argument brings a unit of work along: it is one, or has one, as the context of a message has. */
export function bringsUnitOfWork(checker: ts.TypeChecker, argument: ts.Expression): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(argument));
  return isUnitOfWork(checker, type) || checker.getPropertyOfType(type, 'unitOfWork') !== undefined;
}

/** `ts.TypeFlags.Any`: every member of it exists, as far as the checker can tell. */
const anyFlag = 1;
