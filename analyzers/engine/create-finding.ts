import { fill } from '../../generator/diagnostics/fill.ts';
import type { SourcePosition } from '../../generator/model/types.ts';
import type { Finding } from '../finding.ts';
import type { ReportText } from '../rule.ts';
import type { ActiveRule } from '../settings.ts';

/** Makes a finding from the texts of its rule. */
export function createFinding(
  { rule, severity }: Pick<ActiveRule, 'rule' | 'severity'>,
  { message: key, data = {}, related }: ReportText,
  place: { readonly position: SourcePosition } & Pick<Finding, 'end' | 'subject' | 'fix' | 'suggestions'>,
): Finding {
  const text = rule.messages[key];
  if (text === undefined) throw new TypeError(`The rule ${rule.name} has no message "${key}".`);
  return {
    id: rule.id,
    rule: rule.name,
    severity,
    message: fill(text.message, data),
    help: fill(text.help, data),
    ...place,
    ...(related !== undefined && related.length > 0 && { related }),
  };
}
