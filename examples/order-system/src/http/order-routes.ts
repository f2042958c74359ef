import { CatgaError, type RequestMessage, type ResponseOf } from 'catga';
import { getOrderHistoryResponseCodec } from '../catga/codecs/history/messages.ts';
import {
  cancelOrderCodec,
  listOrdersCodec,
  listOrdersResponseCodec,
  payOrderCodec,
  placeOrderCodec,
  placeOrderResponseCodec,
  shipOrderCodec,
} from '../catga/codecs/orders/messages.ts';
import { getStockResponseCodec } from '../catga/codecs/stock/messages.ts';
import { getOrder, getOrderHistory, getStock } from '../catga/index.ts';
import type { OrderView } from '../orders/messages.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { HttpRoute, RouteCall } from './route.ts';

/** Bodies come in through generated codecs, which validate them, and results go out through them. */
export const orderRoutes: readonly HttpRoute[] = [
  {
    method: 'POST',
    path: '/orders',
    handle: async (call) => {
      const order = await send(call, placeOrderCodec.decodeJson(call.body));
      return orderReply(201, order, { location: `/orders/${order.orderId}` });
    },
  },
  {
    method: 'GET',
    path: '/orders',
    handle: async (call) => {
      const query = listOrdersCodec.fromJson(Object.fromEntries(call.query));
      return jsonReply(200, listOrdersResponseCodec.encodeJson(await send(call, query)));
    },
  },
  {
    method: 'GET',
    path: '/orders/:orderId',
    handle: async (call) => orderReply(200, await existingOrder(call)),
  },
  {
    method: 'POST',
    path: '/orders/:orderId/pay',
    handle: async (call) => orderReply(200, await send(call, payOrderCodec.fromJson(bodyWithOrderId(call)))),
  },
  {
    method: 'POST',
    path: '/orders/:orderId/ship',
    handle: async (call) => orderReply(200, await send(call, shipOrderCodec.fromJson(bodyWithOrderId(call)))),
  },
  {
    method: 'POST',
    path: '/orders/:orderId/cancel',
    handle: async (call) => orderReply(200, await send(call, cancelOrderCodec.fromJson(bodyWithOrderId(call)))),
  },
  {
    method: 'GET',
    path: '/orders/:orderId/history',
    handle: async (call) => {
      const { orderId } = await existingOrder(call);
      return jsonReply(200, getOrderHistoryResponseCodec.encodeJson(await send(call, getOrderHistory({ orderId }))));
    },
  },
  {
    method: 'GET',
    path: '/stock',
    handle: async (call) => jsonReply(200, getStockResponseCodec.encodeJson(await send(call, getStock({})))),
  },
];

/** Sends a request for as long as the caller waits. @throws CatgaError what the result failed with. */
async function send<M extends RequestMessage>(call: RouteCall, message: M): Promise<ResponseOf<M>> {
  const result = await call.mediator.send(message, { signal: call.signal });
  if (!result.ok) throw result.error;
  return result.value;
}

async function existingOrder(call: RouteCall): Promise<OrderView> {
  const orderId = call.parameters['orderId'] ?? '';
  const order = await send(call, getOrder({ orderId }));
  if (order === undefined) throw new CatgaError('NOT_FOUND', `there is no order ${orderId}`);
  return order;
}

function orderReply(status: number, order: OrderView, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonReply(status, placeOrderResponseCodec.encodeJson(order), { etag: `"${order.version}"`, ...headers });
}

/** The body as the message's codec takes it: the order's id is a member of the message, but stands in the path. */
function bodyWithOrderId(call: RouteCall): unknown {
  const body = parseJson(call.body);
  // What is not an object is left to the codec to refuse.
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? { ...body, orderId: call.parameters['orderId'] }
    : body;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (cause) {
    throw new CatgaError('DECODE_FAILED', 'the body is not JSON', { cause });
  }
}
