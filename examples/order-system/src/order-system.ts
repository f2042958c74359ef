import { createCatga, type Registry, type StopReport } from 'catga';
import type { AuditLog } from './behaviors/audit-log.ts';
import { Timings } from './behaviors/timings.ts';
import { registry } from './catga/index.ts';
import { systemClock, type Clock } from './clock.ts';
import { OrderServer } from './http/order-server.ts';
import { SandboxPaymentGateway } from './orders/sandbox-payment-gateway.ts';
import type { PaymentGateway } from './orders/payment-gateway.ts';
import type { Mailer } from './receipts/mailer.ts';
import { RecordingMailer } from './receipts/recording-mailer.ts';

/** What the application takes from outside; everything has a default that needs no other system. */
export interface OrderSystemOptions {
  /** Default: 0, any free one. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly payments?: PaymentGateway;
  readonly mailer?: Mailer;
  /** Default: nobody listens. */
  readonly audit?: AuditLog;
  readonly timings?: Timings;
}

/** A running order system. */
export interface OrderSystem {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** What `catga generate` wrote, for those who want to look. */
  readonly registry: Registry;
  /** `/ready` answers 503 from here on; requests are still served. */
  readonly announceStop: () => void;
  /** Answers what is in flight, handles the events that are due, and reports what is left. */
  readonly stop: () => Promise<StopReport>;
}

export async function startOrderSystem(options: OrderSystemOptions = {}): Promise<OrderSystem> {
  // Leaving one of these out is a compile error.
  const generated = registry({
    clock: () => options.clock ?? systemClock,
    paymentGateway: () => options.payments ?? new SandboxPaymentGateway(),
    mailer: () => options.mailer ?? new RecordingMailer(),
    auditLog: () => options.audit ?? { write: () => undefined },
    timings: () => options.timings ?? new Timings(),
  });
  const app = await createCatga({ service: 'orders', registry: generated });
  const server = new OrderServer(app.mediator);
  const url = await server.listen(options.port ?? 0);
  return {
    url,
    registry: app.registry,
    announceStop: () => server.announceStop(),
    // Callers first, then the application: nothing that was accepted is dropped.
    async stop() {
      await server.stop();
      return app.stop();
    },
  };
}
