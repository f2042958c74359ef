import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, readPage, root } from './pages.ts';

interface Link {
  readonly page: string;
  readonly target: string;
}

const links: readonly Link[] = pages.flatMap((page) => {
  const prose = readPage(page).replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '');
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/g)].flatMap(({ groups }) => {
    const target = groups?.['target'];
    return target === undefined || /^[a-z]+:/.test(target) ? [] : [{ page, target }];
  });
});

describe('documentation links', () => {
  it.each(links)('documentation: $page links to $target, which is there', ({ page, target }) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? join(root, page) : join(root, dirname(page), path);
    expect(existsSync(file), file).toBe(true);
    if (anchor === undefined || !file.endsWith('.md')) return;
    expect(anchorsOf(readPage(file.slice(root.length)))).toContain(anchor);
  });

  it('documentation: every page is reached from the index', () => {
    const linked = links.filter(({ page }) => page === 'docs/index.md').map(({ target }) => `docs/${target}`);
    for (const page of pages.filter((name) => name.startsWith('docs/') && name !== 'docs/index.md')) {
      expect(linked).toContain(page);
    }
  });
});

/** The anchors that GitHub makes of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<title>.+)$/gm)].map(({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
