import { createHash } from 'node:crypto';

/** A short name of some texts, in order; for telling whether anything differs, not for security. */
export function fingerprint(texts: Iterable<string>): string {
  return createHash('sha1')
    .update([...texts].join('\0'))
    .digest('base64url');
}
