import { handler, ok, type FunctionHandler, type RequestHandler, type Result } from 'catga';
import type { GetOrder, ListOrders, OrderView } from './messages.ts';
import type { OrderRepository } from './order-repository.ts';
import { viewOf } from './order.ts';

export class GetOrderHandler implements RequestHandler<GetOrder> {
  readonly #orders: OrderRepository;

  constructor(orders: OrderRepository) {
    this.#orders = orders;
  }

  async handle(query: GetOrder): Promise<Result<OrderView | undefined>> {
    const order = await this.#orders.find(query.orderId);
    return ok(order === undefined ? undefined : viewOf(order));
  }
}

interface Deps {
  readonly orders: OrderRepository;
}

export const onListOrders: FunctionHandler<ListOrders> = handler(async (query, _context, { orders }: Deps) =>
  ok((await orders.list(query)).map(viewOf)),
);
