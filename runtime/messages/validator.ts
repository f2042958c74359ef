import type { MessageContext } from './context.ts';
import type { Message } from './contract.ts';

/** One reason why a message is refused. */
export interface ValidationIssue {
  /** The member concerned, as a path: `lines[0].quantity`. Empty for the message as a whole. */
  readonly path: string;
  readonly message: string;
}

/**
 * Checks messages of one type before their handler sees them. All validators of a message run; any issue fails it with
 * `VALIDATION_FAILED` and the issues in `details`. A class that implements it is found by `catga generate`.
 */
export interface Validator<M extends Message> {
  /** An empty array means valid. */
  readonly validate: (
    message: M,
    context: MessageContext,
  ) => readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;
}
