import { CatgaError } from 'catga';
import type { PaymentGateway, PaymentOutcome } from './payment-gateway.ts';

/** Out of reach for the first attempt of every payment made with this card: shows `@retry` at work. */
export const UNSTEADY_CARD = '4000 0000 0000 0119';
/** Declined by the bank. */
export const DECLINED_CARD = '4000 0000 0000 0002';

/** A provider without money, that behaves by card number. */
export class SandboxPaymentGateway implements PaymentGateway {
  readonly #attempts = new Map<string, number>();
  readonly #charged = new Map<string, PaymentOutcome>();

  async charge(payment: {
    readonly cardNumber: string;
    readonly cents: number;
    readonly idempotencyKey: string;
  }): Promise<PaymentOutcome> {
    const attempt = this.attemptsFor(payment.idempotencyKey) + 1;
    this.#attempts.set(payment.idempotencyKey, attempt);
    if (payment.cardNumber === DECLINED_CARD) return { declined: 'insufficient funds' };
    if (payment.cardNumber === UNSTEADY_CARD && attempt === 1) {
      throw new CatgaError('TRANSPORT_FAILED', 'the payment provider did not answer', { retryable: true });
    }
    const known = this.#charged.get(payment.idempotencyKey);
    if (known !== undefined) return known;
    const outcome: PaymentOutcome = { reference: `pay-${this.#charged.size + 1}` };
    this.#charged.set(payment.idempotencyKey, outcome);
    return outcome;
  }

  attemptsFor(idempotencyKey: string): number {
    return this.#attempts.get(idempotencyKey) ?? 0;
  }
}
