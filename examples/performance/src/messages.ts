import type { Command, ReliableEvent } from 'catga';

/** Handled one at a time: a round trip to the ledger for each. */
export interface RecordSale extends Command<number> {
  readonly account: string;
  readonly cents: number;
}

/**
 * The same, by the array: a round trip for at most 100.
 *
 * @batch 100 5ms
 */
export interface RecordSaleInBatch extends Command<number> {
  readonly account: string;
  readonly cents: number;
}

/**
 * By the array, those of one account in order.
 *
 * @batch 100 5ms
 * @partitionKey account
 */
export interface TransferInOrder extends Command<number> {
  readonly account: string;
  readonly cents: number;
}

/** @batch 500 20ms */
export interface SaleIndexed extends ReliableEvent {
  readonly account: string;
  readonly cents: number;
}
