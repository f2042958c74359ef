export { FragmentCollector } from './fragment-collector.ts';

export type {
  ConstructedDraft,
  ConstructedModel,
  DemandDraft,
  FileFragment,
  MessageDraft,
  UpcasterDraft,
  UpcasterEnd,
} from './file-fragment.ts';
