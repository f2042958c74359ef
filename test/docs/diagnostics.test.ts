import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, type CatalogueEntry } from '../../analyzers/catalogue.ts';
import { expectedFile, filesOf, repairsFile, type FixtureSide } from '../diagnostics/fixture-project.ts';
import type { OptionTable } from '../../analyzers/options.ts';
import type { AnyRule } from '../../analyzers/rule.ts';
import { root } from './pages.ts';

const ids = catalogue.map(({ id }) => id);

const introduction = `# Diagnostics

Every finding has a stable id, a position, the member concerned, and a way out. An id is never used again for something else.
1xxx is about declarations and the types that travel, 2xxx about handlers and what they need, 3xxx about promises, 5xxx about
reliability, 6xxx about naming and design, 7xxx about what ahead-of-time builds cannot do, 8xxx about changes of what is on
the wire, 9xxx about suppressions. \`catga generate\` writes nothing while there are errors; \`catga analyze\` adds the
findings of its [rules](analyzers/index.md).

Each id has a page, with code that is reported and the same code as it should be; \`catga explain <id>\` prints it. The
code on the pages is what the tests run.`;

/** The list of all, as the table has it. */
function listPage(): string {
  const rows = catalogue.map(({ id, severity, title }) => `| [${id}](diagnostics/${id}.md) | ${severity} | ${title} |`);
  return `${introduction}\n\n| Id | Severity | What |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The page of one, from the table and its fixture. */
function pageOf({ id, severity, title, messages, rule }: CatalogueEntry): string {
  const repairs = existsSync(repairsFile(id)) ? readFileSync(repairsFile(id), 'utf8') : undefined;
  const parts = [
    `# ${id}: ${title}`,
    rule === undefined ? `_${severity}_` : ruleLine(severity, rule),
    ...messages.flatMap(({ message, help }) => [plain(message), `**What to do.** ${plain(help)}`]),
    ...(rule === undefined ? [] : optionsOf(rule)),
    '## Reported',
    ...blocks(id, 'reported'),
    `\`\`\`text\n${readFileSync(expectedFile(id), 'utf8')}\`\`\``,
    ...(repairs === undefined ? [] : [`## Mended`, `\`\`\`diff\n${repairs}\`\`\``]),
    '## Accepted',
    ...blocks(id, 'accepted'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function ruleLine(severity: string, { name, preset, scope, repair }: AnyRule): string {
  const where = scope === 'program' ? 'every file' : 'handlers and what hands messages over';
  const repaired = repair === undefined ? '' : repair === 'fix' ? ', mended by `--fix`' : ', with suggestions';
  const on = preset === 'off' ? 'off unless it is named' : `in the preset \`${preset}\``;
  return `_${severity}_, rule \`${name}\`, ${on}, looks at ${where}${repaired}`;
}

function optionsOf({ options, presetOptions }: AnyRule): readonly string[] {
  const rows = Object.entries(options as OptionTable).map(
    ([name, { default: value, description }]) => `| \`${name}\` | \`${JSON.stringify(value)}\` | ${description} |`,
  );
  const preset = Object.entries((presetOptions ?? {}) as Readonly<Record<string, unknown>>).map(
    ([name, value]) => `\`${name}\` is \`${JSON.stringify(value)}\` where no setting names the rule.`,
  );
  const table = `| Option | Default | What |\n| --- | --- | --- |\n${rows.join('\n')}`;
  return rows.length === 0 ? [] : [table, ...preset];
}

function blocks(id: string, side: FixtureSide): readonly string[] {
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

  it.each(catalogue)('documentation: $id has a page made from the table and its fixture', async (entry) => {
    const { id } = entry;
    await expect(pageOf(entry)).toMatchFileSnapshot(join(root, `docs/diagnostics/${id}.md`));
  });

  it('documentation: there is no page without a diagnostic', () => {
    expect(readdirSync(join(root, 'docs/diagnostics')).toSorted()).toEqual(ids.map((id) => `${id}.md`));
  });
});
