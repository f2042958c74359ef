import { ok, type RequestHandler, type Result } from 'catga';
import type { GetOrderHistory, HistoryEntry } from './messages.ts';
import type { OrderHistory } from './order-history.ts';

export class GetOrderHistoryHandler implements RequestHandler<GetOrderHistory> {
  readonly #history: OrderHistory;

  constructor(history: OrderHistory) {
    this.#history = history;
  }

  async handle(query: GetOrderHistory): Promise<Result<readonly HistoryEntry[]>> {
    return ok(this.#history.of(query.orderId));
  }
}
