import type { Check } from '../check.ts';

/** A bundler drops what a package calls free of side effects, or keeps everything else. */
export const sideEffects: Check = {
  name: 'side-effects',
  examine({ read }) {
    let manifest: { readonly exports?: unknown; readonly sideEffects?: unknown };
    try {
      manifest = JSON.parse(read('package.json') ?? '{}') as typeof manifest;
    } catch {
      return { status: 'ok', detail: 'not looked at: package.json is not JSON' };
    }
    // Only what others import is concerned.
    if (manifest.exports === undefined || manifest.sideEffects !== undefined) {
      return { status: 'ok', detail: 'package.json says what bundlers need' };
    }
    return {
      status: 'note',
      problem: 'This package is imported by others and does not say "sideEffects": bundlers keep every message of it.',
      fix: 'Set "sideEffects": false in package.json; generated code has none.',
    };
  },
};
