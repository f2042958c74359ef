import { propertyKey } from '../emit/identifiers.ts';
import { Names } from '../emit/names.ts';
import type { MemberModel } from '../model/types.ts';

/** A member, and the variable of a generated function that holds its value. */
export interface Local {
  readonly member: MemberModel;
  readonly name: string;
}

/** What generated modules declare or import, but for the names that a function reserves itself. */
const declared = /^(?:read|write|make|need|set|is\d)|(?:Shape|Literals|Decision|Pattern)\d*$/;

/** Variables are named like members where nothing else can have that name: neither what is `reserved`, nor what the module has. */
export function localsOf(members: readonly MemberModel[], reserved: readonly string[]): readonly Local[] {
  const names = new Names(reserved);
  return members.map((member) => {
    const plain = member.name.replaceAll(/[^\p{ID_Continue}$]/gu, '_');
    const clashing = !/^[a-z]/.test(plain) || declared.test(plain);
    return { member, name: names.take(clashing ? `_${plain}_` : plain) };
  });
}

/** A member and its variable, as they stand in an object literal and in a pattern. */
export function itemOf({ member, name }: Local): string {
  return member.name === name ? name : `${propertyKey(member.name)}: ${name}`;
}
