import type { Finding } from '../../analyzers/index.ts';
import { ExitCode } from '../exit-code.ts';

/** Errors fail, warnings do where there are more than `maxWarnings`, notes never do. */
export function verdict(findings: readonly Finding[], maxWarnings: number): ExitCode {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  return count('error') > 0 || count('warning') > maxWarnings ? ExitCode.findings : ExitCode.ok;
}
