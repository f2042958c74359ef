import { handlersOf } from '../../domain/message-sites.ts';
import type { Rule } from '../../rule.ts';

/** `@batch` on a message that is handled here, by nobody who takes it by the array. */
export const idleBatchTag: Rule = {
  id: 'CATGA2103',
  name: 'idle-batch-tag',
  title: 'Batch tag without a batch handler',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    idle: {
      message: '`@batch` on {name} has no effect: its handlers take one message at a time.',
      help: 'Write a `BatchHandler<{name}>`, or remove the tag.',
    },
  },
  options: {},
  project({ model, report }) {
    const handlers = handlersOf(model);
    for (const message of model.messages) {
      if (message.options.batch === undefined) continue;
      const own = handlers.filter(({ messages }) => messages.includes(message.name));
      if (own.length === 0 || own.some(({ batch }) => batch !== undefined)) continue;
      report({ message: 'idle', data: { name: message.exportName }, at: message });
    }
  },
};
