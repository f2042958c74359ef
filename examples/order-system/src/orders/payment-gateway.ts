/** The payment provider; the application brings its own. */
export interface PaymentGateway {
  /**
   * Charges a card and answers with the provider's reference. The same `idempotencyKey` is charged once.
   *
   * @throws CatgaError retryable, while the provider is out of reach.
   */
  charge(payment: {
    readonly cardNumber: string;
    readonly cents: number;
    readonly idempotencyKey: string;
  }): Promise<PaymentOutcome>;
}

export type PaymentOutcome = { readonly reference: string } | { readonly declined: string };
