import type { DiagnosticEntry } from './entry.ts';

/** What `catga analyze` finds beyond `catga generate`: 21xx messages and their handlers, 3xxx promises. */
export type AnalysisId = 'CATGA2101' | 'CATGA2102' | 'CATGA2103' | 'CATGA3001';

export const analysis: Readonly<Record<AnalysisId, DiagnosticEntry>> = {
  CATGA2101: {
    severity: 'warning',
    title: 'Request without a handler',
    message: 'Nothing handles the {kind} `{message}`; sending it fails with `HANDLER_NOT_FOUND`.',
    help: 'Write a `RequestHandler<{name}>`, or tag the message `@route <service>` if another service handles it.',
  },
  CATGA2102: {
    severity: 'info',
    title: 'Event without a handler',
    message: 'Nothing in this project handles the event `{message}`.',
    help: 'Write an `EventHandler<{name}>`, tag the event `@route <service>` if it is meant for another, or remove it.',
  },
  CATGA2103: {
    severity: 'warning',
    title: 'Batch tag without a batch handler',
    message: '`@batch` on {name} has no effect: its handlers take one message at a time.',
    help: 'Write a `BatchHandler<{name}>`, or remove the tag.',
  },
  CATGA3001: {
    severity: 'error',
    title: 'Message promise not awaited',
    message: 'The promise of `{call}` is dropped: {lost}.',
    help: 'Await or return it, handle its rejection, or write `void` before it if the outcome does not matter.',
  },
};
