import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../analyzers/index.ts';
import { root } from './pages.ts';

const introduction = `# Rules of \`catga analyze\`

Beside what [\`catga generate\` reports](../diagnostics.md), \`catga analyze\` looks for what compiles and would be lost in
production. Each rule has an id and a name; settings and suppressions take either. \`recommended\` is on by default, \`strict\`
holds all of it and more, and what is \`off\` runs where it is named. Rules about handlers look at handlers, behaviors,
validators, services, upcasters and whatever hands messages over; \`--scope everywhere\` makes them look at the whole program.

Where the rules of the original have gone is a [page of its own](original-rules.md).`;

/** The table of rules, as the code has it. */
function rulesPage(): string {
  const rows = rules.map(({ id, name, severity, preset, scope, repair, title }) => {
    const cells = [
      `[${id}](../diagnostics/${id}.md)`,
      `\`${name}\``,
      title,
      severity,
      preset,
      scope === 'program' ? 'every file' : 'handlers',
      repair ?? '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head =
    '| Id | Name | What | Severity | Preset | Looks at | Repair |\n| --- | --- | --- | --- | --- | --- | --- |';
  return `${introduction}\n\n${head}\n${rows.join('\n')}\n`;
}

describe('documentation: rules', () => {
  it('documentation: the rule table is what the code says (vitest -u rewrites it)', async () => {
    await expect(rulesPage()).toMatchFileSnapshot(join(root, 'docs/analyzers/index.md'));
  });

  it('documentation: rules are sorted by id, and ids and names are unique', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    const names = rules.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('documentation: every rule does something', () => {
    const idle = rules.filter(({ file, project, suppressions }) => !file && !project && !suppressions);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
