import type { Site } from './site.ts';

/** Where the settings accept `unknown` and `any`. */
export interface OptIns {
  accepts(site: Site): boolean;
}

/** Patterns are compared with a site's id, `src/orders#Order.payload`; `*` stands for any text. */
export function createOptIns(patterns: readonly string[]): OptIns {
  const matchers = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .split('*')
          .map((part) => escape(part))
          .join('.*')}$`,
      ),
  );
  return { accepts: (site) => matchers.some((matcher) => matcher.test(site.id)) };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
