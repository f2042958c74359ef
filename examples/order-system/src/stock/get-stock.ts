import { handler, ok, type FunctionHandler } from 'catga';
import type { GetStock } from './messages.ts';
import type { Stock } from './stock.ts';

interface Deps {
  readonly stock: Stock;
}

export const onGetStock: FunctionHandler<GetStock> = handler(async (query, _context, { stock }: Deps) =>
  ok(stock.levels().filter((level) => query.sku === undefined || level.sku === query.sku)),
);
