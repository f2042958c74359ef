export { mergeFragments, sortedMessages } from './merge-fragments.ts';

export type { MergedProject } from './merge-fragments.ts';
