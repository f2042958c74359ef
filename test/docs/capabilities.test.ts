import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families, type Structure } from '../codecs/structures/index.ts';
import { temporal } from '../codecs/structures/temporal.ts';
import { root } from './pages.ts';

const introduction = `# What travels

Every type structure that the codecs are tried with, by construct: what is carried goes through MessagePack and JSON and comes back
deeply equal, and values that do not fit are refused in both directions; what is refused is refused when code is generated, by
the named [finding](diagnostics.md), with the member's path and a way out. The tests generate, compile (TypeScript 5.9, 6 and 7; \`Temporal\`
6 and 7, which have its types) and run each of them; this page is made from the same list (\`test/codecs/structures\`).`;

function capabilities(): string {
  const all = [...Object.values(families).flat(), ...temporal];
  const constructs = [...new Set(all.map(({ construct }) => construct))].toSorted();
  const rows = constructs.map((construct) =>
    row(
      construct,
      all.filter((structure) => structure.construct === construct),
    ),
  );
  const carried = all.filter((structure) => 'good' in structure).length;
  const table = ['| Construct | Carried | Refused |', '| --- | --- | --- |', ...rows].join('\n');
  return `${introduction}\n\n${carried} structures are carried, ${all.length - carried} refused.\n\n${table}\n`;
}

function row(construct: string, structures: readonly Structure[]): string {
  const carried = structures.filter((structure) => 'good' in structure).map(({ title }) => escape(title));
  const refused = structures.flatMap((structure) =>
    'refused' in structure ? [`${escape(structure.title)} (${structure.refused.map(([id]) => id).join(', ')})`] : [],
  );
  return `| ${escape(construct)} | ${cell(carried)} | ${cell(refused)} |`;
}

function cell(titles: readonly string[]): string {
  return titles.length === 0 ? '–' : titles.join('; ');
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<').replaceAll('__', '\\_\\_');
}

describe('capabilities page', () => {
  it('documentation: the page has every structure that is tried (vitest -u rewrites it)', async () => {
    await expect(capabilities()).toMatchFileSnapshot(join(root, 'docs/capabilities.md'));
  });
});
