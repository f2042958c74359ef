import { githubDiagnostics, prettyDiagnostics } from '../../output/diagnostics.ts';
import type { AnalysisReport } from '../report.ts';
import { junitText } from './junit.ts';
import { sarifText } from './sarif.ts';

/** How `catga analyze` prints findings. */
export type Format = 'github' | 'json' | 'junit' | 'pretty' | 'sarif';

/** Findings in a format. */
export function formatReport(format: Format, report: AnalysisReport, color: boolean): string {
  const { findings, root } = report;
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, undefined, 2)}\n`;
    case 'sarif':
      return sarifText(report);
    case 'junit':
      return junitText(report);
    case 'github':
      return githubDiagnostics(findings, root);
    default:
      return findings.length === 0 ? 'no findings\n' : prettyDiagnostics(findings, { root, color });
  }
}
