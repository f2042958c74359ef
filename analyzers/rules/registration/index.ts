import type { AnyRule } from '../../rule.ts';
import { eventWithoutHandler } from './event-without-handler.ts';
import { handlerOutsideScan } from './handler-outside-scan.ts';
import { idleBatchTag } from './idle-batch-tag.ts';
import { neverRuns } from './never-runs.ts';
import { registryNotImported } from './registry-not-imported.ts';
import { requestWithoutHandler } from './request-without-handler.ts';
import { staleRegistry } from './stale-registry.ts';
import { unusedService } from './unused-service.ts';

/** 2xxx: messages and who handles them. Sorted by id. */
export const registration: readonly AnyRule[] = [
  requestWithoutHandler,
  eventWithoutHandler,
  idleBatchTag,
  handlerOutsideScan,
  unusedService,
  staleRegistry,
  registryNotImported,
  neverRuns,
];
