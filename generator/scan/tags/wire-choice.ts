import type { WireOption } from '../../model/types.ts';

/** What `@wire` may say. */
export const wireOptions: readonly WireOption[] = ['positional', 'keepUnknown'];

export function wireOptionNamed(text: string): WireOption | undefined {
  return wireOptions.find((option) => option === text);
}

/** Whether two tags each say something that the other rules out. */
export function isContradiction(first: string, second: string): boolean {
  return first !== second && wireOptionNamed(first) !== undefined && wireOptionNamed(second) !== undefined;
}
