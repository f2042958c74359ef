import type { CatgaError } from '../messages/error.ts';
import { backoff } from '../pipeline/index.ts';
import type { Delivery } from '../ports/index.ts';

/** How stored messages are delivered. */
export interface DeliveryPolicy {
  /** Handled at a time. */
  readonly concurrency: number;
  /** Deliveries before a message goes to the dead letters. */
  readonly maxDeliveries: number;
  /** Wait before the second delivery, in milliseconds; doubled each time, with up to 25 % jitter. */
  readonly firstDelayMs: number;
  /** Longest wait, in milliseconds, jitter included. */
  readonly maxDelayMs: number;
}

/** The wait before the next delivery, or `undefined` when there is none: the message goes to the dead letters. */
export function redeliveryDelay(policy: DeliveryPolicy, delivery: Delivery, error: CatgaError): number | undefined {
  const { attempt, entry } = delivery;
  // QoS 0 gets here only when it was delayed; it stays at most once.
  if (!error.retryable || entry.qos === 0 || attempt >= policy.maxDeliveries) return undefined;
  const delayMs = backoff({ backoff: 'exponential', delayMs: policy.firstDelayMs }, attempt - 1);
  return Math.min(delayMs, policy.maxDelayMs);
}
