import type { Finding } from '../../../analyzers/index.ts';
import type { AnalysisReport } from '../report.ts';

/** Findings as JUnit XML: a suite a file, a case a finding. A run without findings is one passed case, as CI systems want one. */
export function junitText({ findings }: AnalysisReport): string {
  const files = [...new Set(findings.map(({ position }) => position.file))];
  const suites =
    files.length === 0
      ? [
          '  <testsuite name="catga analyze" tests="1" failures="0" errors="0"><testcase name="no findings" classname="catga"/></testsuite>',
        ]
      : files.map((file) =>
          suite(
            file,
            findings.filter(({ position }) => position.file === file),
          ),
        );
  const { length } = findings;
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="catga analyze" tests="${Math.max(1, length)}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  const cases = findings.map((finding) => {
    const { id, position, message, help, severity } = finding;
    const name = `${id} ${position.line}:${position.column}`;
    const text = `${file}:${position.line}:${position.column} ${severity} ${id}: ${message}\n${help}`;
    // What is only noted passes: a test that fails would fail the build.
    const inner =
      severity === 'info'
        ? `<system-out>${escape(text)}</system-out>`
        : `<failure type="${severity}" message="${escape(message)}">${escape(text)}</failure>`;
    return `    <testcase name="${escape(name)}" classname="${escape(file)}">${inner}</testcase>`;
  });
  const counts = `tests="${findings.length}" failures="${failures}" errors="0"`;
  return [`  <testsuite name="${escape(file)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n');
}

// Control characters other than tab and line ends may not occur in XML 1.0 at all.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

function escape(text: string): string {
  return text.replace(unwritable, '\uFFFD').replace(/[&<>"\n]/g, (found) => entities[found] ?? found);
}
