import { type BatchContext, type BatchHandler, ok, type RequestHandler, type Result } from 'catga';
import { saleIndexed } from './catga/messages.js';
import type { Ledger } from './ledger.js';
import type { RecordSale, RecordSaleInBatch, SaleIndexed, TransferInOrder } from './messages.js';

export class RecordOne implements RequestHandler<RecordSale> {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async handle(sale: RecordSale): Promise<Result<number>> {
    const [balance = 0] = await this.#ledger.add([sale]);
    return ok(balance);
  }
}

export class RecordMany implements BatchHandler<RecordSaleInBatch> {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async handle(sales: readonly RecordSaleInBatch[]): Promise<readonly Result<number>[]> {
    const balances = await this.#ledger.add(sales);
    return balances.map((balance) => ok(balance));
  }
}

export class TransferAll implements BatchHandler<TransferInOrder> {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async handle(transfers: readonly TransferInOrder[], context: BatchContext): Promise<readonly Result<number>[]> {
    const balances = await this.#ledger.add(transfers);
    for (const { account, cents } of transfers) await context.publish(saleIndexed({ account, cents }));
    return balances.map((balance) => ok(balance));
  }
}

export interface SearchIndex {
  addAll(documents: readonly object[]): Promise<void>;
}

export class IndexSales implements BatchHandler<SaleIndexed> {
  readonly #index: SearchIndex;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  async handle(sales: readonly SaleIndexed[]): Promise<void> {
    await this.#index.addAll(sales);
  }
}
