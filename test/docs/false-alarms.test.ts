import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage, root } from './pages.ts';

interface Finding {
  readonly id: string;
  readonly class: 'true' | 'by design' | 'false';
  readonly why: string;
  readonly scopes: readonly string[];
  readonly at: readonly string[];
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly files: number;
  readonly findings: readonly Finding[];
}

interface Classed {
  readonly own: readonly string[];
  readonly packages: readonly Package[];
}

const { own, packages } = JSON.parse(readFileSync(join(root, 'fixtures/false-alarms.json'), 'utf8')) as Classed;
const rows = readPage('docs/analyzers/false-alarms.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Project|---)/.test(line));

function count({ findings }: Package, isCounted: (finding: Finding) => boolean): number {
  return findings.filter((finding) => isCounted(finding)).reduce((total, { at }) => total + at.length, 0);
}

function summaryOf(entry: Package): string {
  const scopes = ['handlers', 'everywhere'].map((scope) => count(entry, (finding) => finding.scopes.includes(scope)));
  const classes = ['true', 'by design', 'false'].map((name) => count(entry, (finding) => finding.class === name));
  return `| ${[`${entry.name} ${entry.version}`, entry.files, ...scopes, ...classes].join(' | ')} |`;
}

describe('documentation: false alarms', () => {
  it('documentation: the page of false alarms says what was counted and why', () => {
    expect(rows).toEqual([
      ...own.map((folder) => `| \`${folder}\` | all | 0 | 0 | 0 | 0 | 0 |`),
      ...packages.map((entry) => summaryOf(entry)),
      ...packages.flatMap(({ name, findings }) =>
        findings.map(
          ({ id, at, class: verdict, why }) =>
            `| ${name} | [${id}](../diagnostics/${id}.md) | ${at.length} | ${verdict} | ${why} |`,
        ),
      ),
    ]);
  });

  it('documentation: no finding is known to be false', () => {
    expect(packages.flatMap(({ findings }) => findings.filter((finding) => finding.class === 'false'))).toEqual([]);
  });
});
