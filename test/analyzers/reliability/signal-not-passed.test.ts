import { signalNotPassed } from '../../../analyzers/rules/reliability/signal-not-passed.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { once, type EventEmitter } from 'node:events';
import { handler, ok, type Behavior, type Command, type FunctionHandler, type MessageContext, type Next, type RequestHandler, type Result } from 'catga';
export interface PlaceOrder extends Command { readonly url: string }
export interface Ping extends Command { readonly url: string }
declare const emitter: EventEmitter, init: RequestInit, request: Request;
declare function wait(ms: number, signal?: AbortSignal): Promise<void>;
declare function query(text: string, options?: { readonly timeoutMs?: number; readonly signal?: AbortSignal }): Promise<void>;
declare function strict(text: string, options: { readonly signal: AbortSignal }): Promise<void>;
declare function plain(text: string, options?: { readonly timeoutMs?: number }): Promise<void>;
`;

const inHandler = (body: string, parameters = 'command: PlaceOrder, context: MessageContext'): string => `${prelude}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(${parameters}): Promise<Result> {
    ${body}
    return ok();
  }
}
`;

const elsewhere = (first: string, second: string): string => `${prelude}
export class Audit implements Behavior<PlaceOrder> {
  async handle(command: PlaceOrder, ctx: MessageContext, next: Next): Promise<Result<unknown>> { await ${first}; return next(); }
}
export const onPing: FunctionHandler<Ping> = handler(async (ping, context) => {
  await Promise.all([ping.url].map(async (url) => ${second}));
  return ok();
});
`;

const node = { compilerOptions: { types: ['node'] } };

const reports = (body: string, mended: string, parameters?: string): InvalidCase =>
  marked(mended, inHandler(body, parameters), {
    ...node,
    scope: 'handlers',
    also: [{ suggestions: [inHandler(mended, parameters)] }],
  });

testRule(signalNotPassed, {
  valid: [
    {
      title: 'signals that are passed, or may be, or are not wanted',
      ...node,
      code: inHandler(`await fetch(command.url, { signal: context.signal });
    const { signal } = context;
    await fetch(command.url, { signal });
    await fetch(command.url, init);
    await fetch(command.url, { ...init });
    await fetch(request);
    await pause(5, undefined, { signal });
    await wait(5, signal);
    await wait(5, AbortSignal.timeout(5));
    await strict('a', { signal });
    await plain('a'); await plain('a', { timeoutMs: 5 });
    await context.send(command);
    new EventTarget().addEventListener('abort', () => undefined);
    try { await query('a', { signal }); } catch (error) { await query('rollback'); throw error; } finally { await query('unlock'); }
    if (command.url === '') { await query('mark failed'); throw new RangeError('no url'); }`),
    },
    {
      title: 'a handler without its context',
      ...node,
      code: inHandler('await fetch(command.url);', 'command: PlaceOrder'),
    },
    {
      title: 'code that handles no message',
      ...node,
      scope: 'handlers',
      code: `${prelude}
/** @service */
export class Rates { async load(context: MessageContext): Promise<void> { await query(context.messageId); } }
`,
    },
    {
      title: 'calls that are allowed',
      ...node,
      options: { allow: ['fs/promises.*', 'query'] },
      code: inHandler("await readFile(command.url); await query('a');"),
    },
  ],
  invalid: [
    reports('await «fetch(command.url)»;', 'await fetch(command.url, { signal: context.signal });'),
    reports(
      "await «fetch(command.url, { method: 'POST' })»;",
      "await fetch(command.url, { method: 'POST', signal: context.signal });",
    ),
    reports("await «query('a', {})»;", "await query('a', { signal: context.signal });"),
    reports('await «wait(5)»;', 'await wait(5, context.signal);'),
    reports("await «once(emitter, 'ready')»;", "await once(emitter, 'ready', { signal: context.signal });"),
    reports('await «readFile(command.url)»;', 'await readFile(command.url, { signal: context.signal });'),
    reports(
      "await «readFile(command.url, 'utf8')»;",
      "await readFile(command.url, { encoding: 'utf8', signal: context.signal });",
    ),
    reports(
      'await «pause(5, undefined, { ref: false })»;',
      'await pause(5, undefined, { ref: false, signal: context.signal });',
    ),
    reports("await «query('a')»;", "await query('a', { signal });", 'command: PlaceOrder, { signal }: MessageContext'),
    reports('await «pause(5)»;', 'await pause(5, undefined, { signal: context.signal });'),
    marked('callbacks, functions and behaviors', elsewhere('«query(command.url)»', '«fetch(url)»'), {
      ...node,
      scope: 'handlers',
      also: [
        {
          message: '`query(…)` takes a signal and gets none: it goes on when the caller of the message has given up.',
          suggestions: [elsewhere('query(command.url, { signal: ctx.signal })', 'fetch(url)')],
        },
        { suggestions: [elsewhere('query(command.url)', 'fetch(url, { signal: context.signal })')] },
      ],
    }),
  ],
});
