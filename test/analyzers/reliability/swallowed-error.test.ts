import { swallowedError } from '../../../analyzers/rules/reliability/swallowed-error.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const prelude = `import { fail, handler, ok, type Behavior, type Command, type EventHandler, type FunctionHandler, type MessageContext, type Query, type ReliableEvent, type RequestHandler, type Result } from 'catga';
export interface PlaceOrder extends Command { readonly id: string }
export interface GetOrder extends Query<string> { readonly id: string }
export interface OrderPlaced extends ReliableEvent { readonly id: string }
interface Mailer { send(to: string): Promise<void>; log(error?: unknown): void }
declare const mailer: Mailer, ids: readonly string[];
declare const schema: { catch(value: () => unknown): unknown };
declare function noop(): void;
const ignore = (): void => {};
`;

const inHandler = (body: string, members = ''): string => `${prelude}
export class OnOrderPlaced implements EventHandler<OrderPlaced> {
  async handle({ id }: OrderPlaced, context: MessageContext): Promise<void> {
    void id; void context; void ignore;
    ${body}
  }
  ${members}
}
`;

const consequence = 'the message counts as handled, and is not delivered again';

testRule(swallowedError, {
  valid: [
    {
      title: 'errors that something is done with',
      scope: 'handlers',
      code: inHandler(
        `try { await mailer.send(id); } catch (error) { throw error; }
    try { await mailer.send(id); } catch { throw new TypeError('no mail'); }
    try { await mailer.send(id); } catch (error) { mailer.log(error); }
    try { await mailer.send(id); } catch (error) { if (error instanceof TypeError) throw error; }
    try { await mailer.send(id); } catch ({ message }) { void message; }
    try { await mailer.send(id); } catch { mailer.log(); }
    let failed = false;
    try { await mailer.send(id); } catch { failed = true; }
    let attempts = 0;
    for (const each of ids) { try { await mailer.send(each); } catch { attempts++; } }
    for (const each of ids) { try { await mailer.send(each); } catch { break; } }
    try { await mailer.send(id); } catch { /* the customer has no address any more */ }
    try { await mailer.send(id); } catch {
      // The receipt is a courtesy.
    }
    try { await mailer.send(id); } finally { mailer.log(); }
    await mailer.send(id).catch((error: unknown) => { mailer.log(error); });
    await mailer.send(id).catch(mailer.log);
    await mailer.send(id).catch(() => { throw new TypeError('no mail'); });
    await mailer.send(id).catch(() => { /* the receipt is a courtesy */ });
    const sent = await mailer.send(id).then(() => true).catch(() => false);
    const found = await mailer.send(id).then(() => id, () => undefined);
    await mailer.send(id).then(() => {});
    schema.catch(() => undefined);
    const outcomes = await Promise.allSettled(ids.map((each) => mailer.send(each)));
    await Promise.allSettled(ids.map((each) => mailer.send(each).catch(mailer.log)));
    void [failed, attempts, sent, found, outcomes, this.#parse(id)];`,
        `#parse(text: string): unknown { try { return JSON.parse(text); } catch { return undefined; } }
  #read(text: string): unknown { try { return JSON.parse(text); } catch {} return { text }; }
  #list(text: string): unknown { try { return JSON.parse(text); } catch { return []; } }`,
      ),
    },
    {
      title: 'failures as results, and an answer that a query falls back on',
      code: `${prelude}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(command: PlaceOrder): Promise<Result> {
    try { await mailer.send(command.id); } catch { return fail('TRANSPORT_FAILED', 'no mail'); }
    return ok();
  }
}
export class GetOrderHandler implements RequestHandler<GetOrder> {
  async handle(query: GetOrder): Promise<Result<string>> {
    try { await mailer.send(query.id); return ok(query.id); } catch { return ok('nobody knows'); }
  }
}
`,
    },
    {
      title: 'services and the edges of the program',
      scope: 'handlers',
      code: `${prelude}
/** @service */
export class Cache { async close(): Promise<void> { try { await mailer.send('bye'); } catch {} } }
export async function main(): Promise<void> { await mailer.send('a').catch(() => {}); }
`,
    },
  ],
  invalid: [
    marked(
      'catch clauses that do nothing',
      inHandler(
        `try { await mailer.send(id); } «catch» {}
    try { await mailer.send(id); } «catch» (error) {}
    try { await mailer.send(id); } «catch» (_) { ; }
    try { await mailer.send(id); } «catch» { // ignore
    }
    try { await mailer.send(id); } «catch» { /* eslint-disable-line no-empty -- fine as it is */ }
    for (const each of ids) { try { await mailer.send(each); } «catch» { continue; } }
    try { try { await mailer.send(id); } «catch» {} } catch (error) { throw error; }
    await this.#tell(id);
    try { await mailer.send(id); } «catch» { return; }`,
        `async #tell(id: string): Promise<void> { try { await mailer.send(id); } «catch» {} }
  #count(): number { let sum = 0; for (const each of ids) { try { sum += each.length; } «catch» {} } return sum; }`,
      ),
      {
        scope: 'handlers',
        also: [{ message: `This \`catch\` lets the error vanish: ${consequence}.` }],
      },
    ),
    marked(
      'a success in place of a failure',
      `${prelude}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(command: PlaceOrder): Promise<Result> {
    try { await mailer.send(command.id); return ok(); } «catch» { return ok(); }
  }
}
export class GetOrderHandler implements RequestHandler<GetOrder> {
  async handle(query: GetOrder): Promise<Result<string>> {
    try { return ok(query.id); } «catch» { return ok() as never; }
  }
}
export const onOrderPlaced: FunctionHandler<OrderPlaced> = handler(async (event) => {
  try { await mailer.send(event.id); } «catch» { return undefined; }
});
`.replace('«catch» { return ok() as never; }', "catch { return fail('NOT_FOUND', 'none'); }"),
    ),
    marked(
      'rejections that go nowhere',
      inHandler(`await mailer.send(id).catch(«() => {}»);
    await mailer.send(id).catch(«() => undefined»);
    await mailer.send(id).catch(«function () {}»);
    await mailer.send(id).catch(«() => { return; }»);
    await mailer.send(id).catch(«(_error: unknown) => null»);
    await mailer.send(id).then(() => id, «() => {}»);
    void mailer.send(id).catch(«noop»);
    mailer.send(id).catch(«ignore»);
    const pending = mailer.send(id).catch(«() => {}»); await pending;
    await Promise.all(ids.map((each) => mailer.send(each).catch(«() => {}»)));
    await mailer.send(id).catch(«() => { /* ignore */ }»);`),
      {
        scope: 'handlers',
        also: [
          { message: `This \`catch\` lets the rejection vanish: ${consequence}.` },
          {},
          {},
          {},
          {},
          { message: `This \`then\` lets the rejection vanish: ${consequence}.` },
        ],
      },
    ),
    marked(
      'outcomes that nobody looks at, and a return that hides them',
      inHandler(`await «Promise.allSettled(ids.map((each) => mailer.send(each)))»;
    void «Promise.allSettled([mailer.send(id)])»;
    try { await mailer.send(id); } finally { if (id === '') «return;» mailer.log(); }`),
      {
        also: [
          {
            message: `Nobody looks at what \`Promise.allSettled\` answers, and it never rejects: ${consequence}.`,
          },
          {},
          { message: `This \`return\` in \`finally\` replaces whatever was thrown: ${consequence}.` },
        ],
      },
    ),
    marked(
      'behaviors, and everywhere any function',
      `${prelude}
export class Audit implements Behavior<PlaceOrder> { async before(command: PlaceOrder): Promise<void> { try { await mailer.send(command.id); } «catch» {} } }
export async function main(): Promise<void> { await mailer.send('a').catch(«() => {}»); }
`,
      { also: [{ message: 'This `catch` lets the error vanish: nobody learns of the failure.' }] },
    ),
  ],
});
