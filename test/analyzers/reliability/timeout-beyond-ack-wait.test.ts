import { timeoutBeyondAckWait } from '../../../analyzers/rules/reliability/timeout-beyond-ack-wait.ts';
import { testRule } from '../rule-cases.ts';

const code = (tags: string, base = 'Command'): { readonly title: string; readonly code: string } => ({
  title: `${tags} ${base}`,
  code: `import type { Command, DomainEvent, Query, ReliableEvent } from 'catga';\n/** ${tags} */\nexport interface Work extends ${base} {}\n`,
});
const at = { line: 3, column: 18 };

testRule(timeoutBeyondAckWait, {
  valid: [
    code('Has no limit.'),
    code('@timeout 30s'),
    code('@timeout 5s', 'ReliableEvent'),
    code('@timeout 2m', 'Query<string>'),
    code('@timeout 2m', 'DomainEvent'),
    code('@timeout 2m @qos atMostOnce'.replace(' @', '\n * @')),
    { ...code('@timeout 2m'), title: 'a broker that waits longer', options: { ackWaitMs: 120_000 } },
  ],
  invalid: [
    {
      ...code('@timeout 31s'),
      findings: [
        {
          ...at,
          message:
            'The command `Work` may take 31000 ms, and the broker waits 30000 ms for an acknowledgement: it is delivered again while it is still handled.',
        },
      ],
    },
    { ...code('@timeout 2m\n * @qos exactlyOnce'), findings: [{ ...at, line: 4, message: /may take 120000 ms/ }] },
    { ...code('@timeout 2m', 'ReliableEvent'), findings: [{ ...at, message: /^The event `Work` / }] },
    { ...code('@timeout 2m\n * @qos atLeastOnce', 'DomainEvent'), findings: [{ ...at, line: 4 }] },
    {
      ...code('@timeout 10s'),
      title: 'a broker that waits less',
      options: { ackWaitMs: 5000 },
      findings: [{ ...at, message: /waits 5000 ms/ }],
    },
  ],
});
