export { mergeAgain } from './merge-again.ts';
export { mergeFragments, sortedMessages } from './merge-fragments.ts';
export { definitionIn } from './places.ts';

export type { EarlierMerge } from './merge-again.ts';
export type { MergedProject } from './merge-fragments.ts';
