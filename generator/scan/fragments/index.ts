export { FragmentCollector } from './fragment-collector.ts';

export type { ConstructedDraft, ConstructedModel, DemandDraft, FileFragment, MessageDraft } from './file-fragment.ts';
