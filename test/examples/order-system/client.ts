/** An answer of the order system, its body parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method?: string;
  /** Sent as JSON. Excludes `text`. */
  readonly json?: unknown;
  readonly text?: string;
  readonly contentType?: string;
}

/** Calls `url` and parses the answer; every answer of the order system is JSON. */
export async function call(url: string, { method, json, text, contentType }: Call = {}): Promise<Answer> {
  const body = text ?? (json === undefined ? undefined : JSON.stringify(json));
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body, headers: { 'content-type': contentType ?? 'application/json' } }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Readonly<Record<string, unknown>>,
  };
}

/** Asks again until `accept` says yes. @throws Error with the last answer after ten seconds. */
export async function callUntil(url: string, accept: (answer: Answer) => boolean): Promise<Answer> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const answer = await call(url);
    if (accept(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${url} still answers ${JSON.stringify(answer.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a customer may order. */
export interface OrderRequest {
  readonly customerId: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly unitPriceCents: number }[];
}

export const anOrder: OrderRequest = {
  customerId: 'c-1',
  lines: [
    { sku: 'tea', quantity: 2, unitPriceCents: 450 },
    { sku: 'cup', quantity: 1, unitPriceCents: 1200 },
  ],
};

/** Places an order and answers with its id. */
export async function placeOrder(url: string, json: unknown = anOrder): Promise<string> {
  const { status, body } = await call(`${url}/orders`, { json });
  if (status !== 201) throw new Error(`the order was refused: ${JSON.stringify(body)}`);
  return String(body['orderId']);
}

export const GOOD_CARD = '4242 4242 4242 4242';
