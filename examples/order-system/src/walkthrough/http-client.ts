import type { Narrator } from './narrator.ts';

/** An answer, with its body parsed. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** Calls the server the way any client would, and says so. */
export class HttpClient {
  readonly #url: string;
  readonly #narrator: Narrator;

  constructor(url: string, narrator: Narrator) {
    this.#url = url;
    this.#narrator = narrator;
  }

  get(path: string): Promise<Answer> {
    return this.#call('GET', path);
  }

  /** @param body - A value to send as JSON, or text to send as it is. */
  post(path: string, body: unknown): Promise<Answer> {
    return this.#call('POST', path, typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** Asks again, without a word, until `accept` says yes or five seconds have passed. */
  async getUntil(path: string, accept: (answer: Answer) => boolean): Promise<Answer> {
    const deadline = performance.now() + 5000;
    for (;;) {
      const answer = await this.#fetch('GET', path);
      if (accept(answer) || performance.now() > deadline) {
        this.#report('GET', path, answer);
        return answer;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async #call(method: string, path: string, body?: string): Promise<Answer> {
    const answer = await this.#fetch(method, path, body);
    this.#report(method, path, answer, body);
    return answer;
  }

  async #fetch(method: string, path: string, body?: string): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: JSON.parse(text) as unknown,
    };
  }

  #report(method: string, path: string, answer: Answer, body?: string): void {
    this.#narrator.say(`> ${method} ${path}${body === undefined ? '' : `  ${body}`}`);
    this.#narrator.say(`< ${answer.status} ${answer.contentType}  ${JSON.stringify(answer.body)}`);
  }
}
