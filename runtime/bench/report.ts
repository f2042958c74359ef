import type { BenchmarkReport } from './benchmark.ts';

/** One JSON object a line. */
export function jsonLines({ measured, skipped }: BenchmarkReport): string {
  const lines = [
    ...measured.map((each) => ({ ...each, unit: 'per second' })),
    ...skipped.map(({ reason, ...each }) => ({ ...each, skipped: reason })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A table, then what was left out. */
export function table({ measured, skipped }: BenchmarkReport): string {
  const rows = [
    ['message', 'case', 'per second', 'bytes', ''],
    ...measured.map(({ message, case: name, perSecond, bytes, failed }) => [
      message,
      name,
      Math.round(perSecond).toLocaleString('en-US'),
      bytes === undefined ? '' : String(bytes),
      failed === undefined ? '' : `fails: ${failed}`,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, column) =>
        column === 2 || column === 3 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const left = skipped.map(({ message, case: name, reason }) => `not measured: ${message} ${name}: ${reason}`);
  return `${[...lines, ...left].join('\n')}\n`;
}
