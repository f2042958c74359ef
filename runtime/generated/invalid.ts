import { CatgaError } from '../messages/error.ts';
import type { Failure } from '../messages/result.ts';
import type { ValidationIssue } from '../messages/validator.ts';

/** The failure of a message that validators refused, with all their issues in `details`; `undefined` when there are none. */
export function invalid(messageType: string, issues: readonly (readonly ValidationIssue[])[]): Failure | undefined {
  const all = issues.flat();
  if (all.length === 0) return undefined;
  const listed = all.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  return {
    ok: false,
    error: new CatgaError('VALIDATION_FAILED', `${messageType} is not valid: ${listed}`, { details: all }),
  };
}
