import type { FileReport } from '../rule.ts';

/** A suggestion as a rule's report takes it. */
export type Suggestible = NonNullable<FileReport['suggestions']>[number];
