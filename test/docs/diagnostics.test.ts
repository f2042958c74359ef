import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnostics } from '../../generator/diagnostics/index.ts';
import { readPage, root } from './pages.ts';

/** The page as the table has it. */
function diagnosticsPage(): string {
  const entries = Object.entries(diagnostics).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sections = entries.map(([id, { severity, title, message, help }]) =>
    [`## ${id}: ${title}`, `_${severity}_`, plain(message), plain(help)].join('\n\n'),
  );
  return `${introduction}\n\n${sections.join('\n\n')}\n`;
}

const introduction = `# Diagnostics

Every finding has a stable id, a position, the member concerned, and a way out. An id is never used again for something else.
1xxx is about declarations and the types that travel, 2xxx about handlers and what they need, 3xxx about promises.
\`catga generate\` writes nothing while there are errors; \`catga analyze\` adds findings of its own. Words in italics or angle
brackets stand for names of yours.`;

// Placeholders in braces, as people write them: in angle brackets within code, in italics elsewhere.
function plain(template: string): string {
  return template
    .split('`')
    .map((part, index) => part.replaceAll(/\{(?<name>\w+)\}/g, index % 2 === 1 ? '<$<name>>' : '_$<name>_'))
    .join('`');
}

describe('diagnostics page', () => {
  it('documentation: the page has every diagnostic as the table says it (vitest -u rewrites it)', async () => {
    await expect(diagnosticsPage()).toMatchFileSnapshot(join(root, 'docs/diagnostics.md'));
  });

  it('documentation: every id has a heading of its own', () => {
    const headings = [...readPage('docs/diagnostics.md').matchAll(/^## (?<id>CATGA\d+): /gm)].map(
      ({ groups }) => groups?.['id'],
    );
    expect(headings).toEqual(Object.keys(diagnostics).toSorted());
  });
});
