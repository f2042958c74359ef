import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';

/**
 * What a finding is known by between runs: rule, file, and what it is about, without its place. Findings that are about the
 * same are told apart by their order in the file.
 */
export function fingerprints(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const found = new Map<Finding, string>();
  for (const finding of findings) {
    const { id, position, subject, message } = finding;
    const key = `${id}\0${position.file}\0${subject ?? message}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    found.set(finding, createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 16));
  }
  return found;
}
