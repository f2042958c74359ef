import { createHash } from 'node:crypto';

/** A short name of some texts, in order; for telling whether anything differs, not for security. */
export function fingerprint(texts: Iterable<string>): string {
  const hash = createHash('sha1');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url');
}
