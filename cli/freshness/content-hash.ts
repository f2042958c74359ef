import { createHash } from 'node:crypto';

/** Short name of a content, for telling whether it changed; not for security. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('hex');
}
