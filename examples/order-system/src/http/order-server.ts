import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mediator } from 'catga';
import { orderRoutes } from './order-routes.ts';
import { problem, problemOfThrown } from './problem.ts';
import { readBody } from './read-body.ts';
import { jsonReply, type Reply } from './reply.ts';
import { matchRoute } from './route.ts';

// Addresses in requests are relative; what they are relative to does not matter.
const base = 'http://localhost';

/** The HTTP side of the order system; it knows the mediator and nothing behind it. */
export class OrderServer {
  readonly #mediator: Mediator;
  readonly #server: Server;
  #stopping = false;

  constructor(mediator: Mediator) {
    this.#mediator = mediator;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts listening on this machine; port 0 takes a free one. Answers with the URL. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * From here on `/ready` answers 503, so that a load balancer sends nobody new. Requests are still served until
   * {@link OrderServer.stop}.
   */
  announceStop(): void {
    this.#stopping = true;
  }

  /** Takes no new connections and resolves when every request in flight is answered. */
  async stop(): Promise<void> {
    this.announceStop();
    await new Promise<void>((resolve, reject) => {
      this.#server.close((error) => (error === undefined ? resolve() : reject(error)));
      this.#server.closeIdleConnections();
    });
  }

  // Never rejects: whatever happens becomes a reply.
  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hangUp = new AbortController();
    response.on('close', () => hangUp.abort());
    const address = request.url ?? '/';
    let reply: Reply;
    if (URL.canParse(address, base)) {
      const url = new URL(address, base);
      try {
        reply = await this.#reply(request, url, hangUp.signal);
      } catch (thrown) {
        reply = problemOfThrown(thrown, url.pathname);
      }
    } else reply = problem(400, 'this is not an address', '/');
    response.writeHead(reply.status, {
      ...reply.headers,
      'content-length': Buffer.byteLength(reply.body),
      ...(this.#stopping ? { connection: 'close' } : {}),
    });
    response.end(reply.body);
  }

  async #reply(request: IncomingMessage, url: URL, signal: AbortSignal): Promise<Reply> {
    const instance = url.pathname;
    const method = request.method ?? 'GET';
    if (instance === '/ready' && method === 'GET') return this.#readiness();

    const match = matchRoute(orderRoutes, method, instance);
    if (match.route === undefined) {
      return match.allowed.length === 0
        ? problem(404, `there is nothing at ${instance}`, instance)
        : problem(405, `${method} does not apply here`, instance, {}, { allow: match.allowed.join(', ') });
    }
    let body: Uint8Array = new Uint8Array();
    if (match.route.method === 'POST') {
      const read = await readBody(request, instance);
      if ('refusal' in read) return read.refusal;
      body = read.body;
    }
    const { route, parameters } = match;
    return route.handle({ mediator: this.#mediator, parameters, query: url.searchParams, body, signal, instance });
  }

  #readiness(): Reply {
    return jsonReply(this.#stopping ? 503 : 200, JSON.stringify({ status: this.#stopping ? 'stopping' : 'ready' }));
  }
}
