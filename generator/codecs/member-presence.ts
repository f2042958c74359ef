import type { MemberModel, TypeModel } from '../model/types.ts';

/** Whether a member need not be on the wire: absent and `undefined` are not written. */
export function mayBeAbsent({ optional, type, undefinable }: MemberModel): boolean {
  return optional === true || undefinable === true || admitsUndefined(type);
}

function admitsUndefined(type: TypeModel): boolean {
  if (type.kind === 'union') return type.variants.some(admitsUndefined);
  return type.kind === 'undefined' || type.kind === 'unknown';
}
