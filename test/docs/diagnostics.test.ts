import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnostics, type DiagnosticId } from '../../generator/diagnostics/index.ts';
import { expectedFile, filesOf, type FixtureSide } from '../diagnostics/fixture-project.ts';
import { root } from './pages.ts';

// The keys of the table are the ids.
const ids = (Object.keys(diagnostics) as DiagnosticId[]).toSorted();

const introduction = `# Diagnostics

Every finding has a stable id, a position, the member concerned, and a way out. An id is never used again for something else.
1xxx is about declarations and the types that travel, 2xxx about handlers and what they need, 3xxx about promises, 8xxx about
changes of what is on the wire. \`catga generate\` writes nothing while there are errors; \`catga analyze\` adds findings of
its own.

Each id has a page, with code that is reported and the same code as it should be; \`catga explain <id>\` prints it. The
code on the pages is what the tests run.`;

/** The list of all, as the table has it. */
function listPage(): string {
  const rows = ids.map(
    (id) => `| [${id}](diagnostics/${id}.md) | ${diagnostics[id].severity} | ${diagnostics[id].title} |`,
  );
  return `${introduction}\n\n| Id | Severity | What |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The page of one, from the table and its fixture. */
function pageOf(id: DiagnosticId): string {
  const { severity, title, message, help } = diagnostics[id];
  const parts = [
    `# ${id}: ${title}`,
    `_${severity}_`,
    plain(message),
    `**What to do.** ${plain(help)}`,
    '## Reported',
    ...blocks(id, 'reported'),
    `\`\`\`text\n${readFileSync(expectedFile(id), 'utf8')}\`\`\``,
    '## Accepted',
    ...blocks(id, 'accepted'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blocks(id: DiagnosticId, side: FixtureSide): readonly string[] {
  return filesOf(id, side).map(({ path, text }) => {
    const language = /\.[cm]?tsx?$/.test(path) ? 'ts' : path.endsWith('.js') ? 'js' : 'json';
    const name = path === 'settings.json' ? 'catga.config.json' : path;
    return `\`${name}\`\n\n\`\`\`${language}\n${text}\`\`\``;
  });
}

// Placeholders in braces, as people write them: in angle brackets within code, in italics elsewhere.
function plain(template: string): string {
  return template
    .split('`')
    .map((part, index) => part.replaceAll(/\{(?<name>\w+)\}/g, index % 2 === 1 ? '<$<name>>' : '_$<name>_'))
    .join('`');
}

describe('diagnostics pages', () => {
  it('documentation: the list has every diagnostic as the table says it (vitest -u rewrites it)', async () => {
    await expect(listPage()).toMatchFileSnapshot(join(root, 'docs/diagnostics.md'));
  });

  it.each(ids)('documentation: %s has a page made from the table and its fixture', async (id) => {
    await expect(pageOf(id)).toMatchFileSnapshot(join(root, `docs/diagnostics/${id}.md`));
  });

  it('documentation: there is no page without a diagnostic', () => {
    expect(readdirSync(join(root, 'docs/diagnostics')).toSorted()).toEqual(ids.map((id) => `${id}.md`));
  });
});
