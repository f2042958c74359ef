import { unhandledMessages, type MessageSite } from '../../domain/message-sites.ts';
import type { NoOptions } from '../../options.ts';
import type { Rule } from '../../rule.ts';

/** An event that nobody in this project, or in a composed module, listens to. */
export const eventWithoutHandler: Rule<NoOptions, MessageSite> = {
  id: 'CATGA2102',
  name: 'event-without-handler',
  title: 'Event without a handler',
  severity: 'info',
  preset: 'recommended',
  scope: 'application',
  messages: {
    unhandled: {
      message: 'Nothing in this project handles the event `{message}`.',
      help: 'Write an `EventHandler<{name}>`, tag the event `@route <service>` if it is meant for another, or remove it.',
    },
  },
  options: {},
  ...unhandledMessages(new Set(['event'])),
};
