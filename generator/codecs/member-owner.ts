import { pascalCase } from '../emit/identifiers.ts';

/** The name of an unnamed type by where it is used: `OrderLines`. */
export function memberOwner(owner: string, member: string): string {
  return owner + pascalCase(member).replace(/^_$/, 'Member');
}
