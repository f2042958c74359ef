import { isCatgaError } from '../../../runtime/index.ts';

/** What a step was refused for: the details of the error, or whatever else was thrown; nothing where it was not. */
export function refusal(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return isCatgaError(error) ? error.details : error;
  }
  return undefined;
}
