import type { IncomingMessage } from 'node:http';
import { problem } from './problem.ts';
import type { Reply } from './reply.ts';

/** Bodies beyond this are refused before they are read. */
export const MAX_BODY_BYTES: number = 64 * 1024;

export type BodyOrReply = { readonly body: Uint8Array } | { readonly refusal: Reply };

/** The body of a request that must be JSON, or the reply that refuses it. */
export async function readBody(request: IncomingMessage, instance: string): Promise<BodyOrReply> {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') {
    return { refusal: problem(415, `send application/json, not ${contentType ?? 'nothing'}`, instance) };
  }
  const tooLarge: BodyOrReply = {
    // The rest of the body is not read, so the connection cannot be used again.
    refusal: problem(413, `a body may have ${MAX_BODY_BYTES} bytes`, instance, {}, { connection: 'close' }),
  };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks) };
}
