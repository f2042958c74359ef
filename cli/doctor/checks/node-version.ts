import type { Check } from '../check.ts';
import { isAtLeast, versionOf } from '../version-range.ts';

/** `^20.19 || >=22.12`. */
export const nodeVersion: Check = {
  name: 'node-version',
  examine({ nodeVersion: version }) {
    const [major] = versionOf(version);
    const fits = major === 20 ? isAtLeast(version, '20.19.0') : isAtLeast(version, '22.12.0');
    if (fits) return { status: 'ok', detail: `Node ${version}` };
    return {
      status: 'error',
      problem: `Node ${version} is not supported.`,
      fix: 'Install Node 20.19, 22.12 or newer.',
    };
  },
};
