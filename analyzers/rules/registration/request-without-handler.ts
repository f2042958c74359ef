import { unhandledMessages, type MessageSite } from '../../domain/message-sites.ts';
import type { NoOptions } from '../../options.ts';
import type { Rule } from '../../rule.ts';

/** A command or query that no handler of this project, or of a composed module, takes, and that is not routed elsewhere. */
export const requestWithoutHandler: Rule<NoOptions, MessageSite> = {
  id: 'CATGA2101',
  name: 'request-without-handler',
  title: 'Request without a handler',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    unhandled: {
      message: 'Nothing handles the {kind} `{message}`; sending it fails with `HANDLER_NOT_FOUND`.',
      help: 'Write a `RequestHandler<{name}>`, or tag the message `@route <service>` if another service handles it.',
    },
  },
  options: {},
  ...unhandledMessages(new Set(['command', 'query'])),
};
