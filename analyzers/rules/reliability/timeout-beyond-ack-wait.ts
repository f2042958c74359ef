import type { OptionOf } from '../../options.ts';
import type { Rule } from '../../rule.ts';

const options: { readonly ackWaitMs: OptionOf<'number'> } = {
  ackWaitMs: {
    type: 'number',
    default: 30_000,
    minimum: 1,
    description: 'How long the broker waits for an acknowledgement before it delivers again, in milliseconds.',
  },
};

/** A time limit that the broker does not wait for: it delivers the message again while it is still handled. */
export const timeoutBeyondAckWait: Rule<typeof options> = {
  id: 'CATGA5008',
  name: 'timeout-beyond-ack-wait',
  title: 'Time limit beyond what the broker waits',
  severity: 'warning',
  preset: 'recommended',
  scope: 'application',
  messages: {
    beyond: {
      message:
        'The {kind} `{message}` may take {timeoutMs} ms, and the broker waits {ackWaitMs} ms for an acknowledgement: it is delivered again while it is still handled.',
      help: 'Shorten `@timeout`, split the work, or let the broker wait longer and say so in the option `ackWaitMs`.',
    },
  },
  options,
  project({ model, options: { ackWaitMs }, report }) {
    for (const message of model.messages) {
      const { timeoutMs } = message.options;
      if (message.kind === 'query' || message.qos === 0 || timeoutMs === undefined || timeoutMs <= ackWaitMs) continue;
      report({
        message: 'beyond',
        data: { kind: message.kind, message: message.exportName, timeoutMs, ackWaitMs },
        at: message,
      });
    }
  },
};
