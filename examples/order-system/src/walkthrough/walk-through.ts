import { Timings } from '../behaviors/timings.ts';
import { startOrderSystem } from '../order-system.ts';
import { SandboxPaymentGateway } from '../orders/sandbox-payment-gateway.ts';
import { RecordingMailer } from '../receipts/recording-mailer.ts';
import { askBadly } from './ask-badly.ts';
import { describeGenerated } from './describe-generated.ts';
import { HttpClient } from './http-client.ts';
import { Narrator } from './narrator.ts';
import { payForIt, placeAnOrder, shipIt } from './order-story.ts';

/** Drives a running order system over HTTP, tells what happens, and answers with the exit code. */
export async function walkThrough(): Promise<number> {
  const narrator = new Narrator((line) => console.log(line));
  const audit: string[] = [];
  const mailer = new RecordingMailer(1);
  const payments = new SandboxPaymentGateway();
  const timings = new Timings();
  const system = await startOrderSystem({ mailer, payments, timings, audit: { write: (line) => audit.push(line) } });
  try {
    describeGenerated(narrator, system.registry);
    const http = new HttpClient(system.url, narrator);
    const orderId = await placeAnOrder(http, narrator);
    await payForIt(http, narrator, { orderId, payments, mailer });
    await askBadly(http, narrator, orderId);
    await shipIt(http, narrator, orderId);

    narrator.chapter('Around the handlers: behaviors');
    for (const line of audit) narrator.say(`  audit: ${line}`);
    narrator.expect('the audit hooks saw every command that reached the pipeline', audit.length >= 4);
    narrator.expect('the next() behavior measured the queries', timings.countOf('orders.get-order') > 0);

    narrator.chapter('Stopping');
    system.announceStop();
    const ready = await http.get('/ready');
    narrator.expect('a load balancer is told to send nobody new', ready.status === 503);
  } finally {
    await system.stop();
  }
  narrator.say(`\n${narrator.met} of ${narrator.met + narrator.missed} expectations met`);
  return narrator.missed === 0 ? 0 : 1;
}
