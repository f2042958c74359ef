import type { BenchLine } from './line.ts';
import type { Verdict } from './verdict.ts';

/** The lines of a run for reading: one row a comparison. */
export function linesTable(lines: readonly BenchLine[]): string {
  const rows = lines.map((line) => [
    line.case,
    line.theirs_name === undefined ? line.peer : `${line.peer} (${line.theirs_name})`,
    `${line.ours} ${line.unit}`,
    `${line.theirs} ${line.unit}`,
    `${line.ratio.toFixed(2)} x`,
  ]);
  return table(['case', 'peer', 'ours', 'theirs', 'ratio'], rows);
}

/** How the floors came out, for reading: one row a floor. */
export function verdictsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ floor, ratio, outcome }) => [
    floor.case,
    floor.peer,
    floor.floor.toFixed(2),
    floor.stretch?.toFixed(2) ?? '-',
    ratio?.toFixed(2) ?? '-',
    outcome,
  ]);
  return table(['case', 'peer', 'floor', 'stretch', 'ratio', 'outcome'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const print = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [print(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(print)].join('\n');
}
