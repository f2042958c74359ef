import { diagnostics } from '../generator/diagnostics/index.ts';
import { compareText } from '../generator/scan/project-paths.ts';
import type { AnyRule, RuleMessage, Severity } from './rule.ts';
import { rules } from './rules/index.ts';

/** What there is to know about an id without running anything. */
export interface CatalogueEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What is said, in each of its forms. */
  readonly messages: readonly RuleMessage[];
  /** Absent for what the generator finds. */
  readonly rule?: AnyRule;
}

/** Every id that `catga generate` and `catga analyze` report, sorted. */
export const catalogue: readonly CatalogueEntry[] = [
  ...Object.entries(diagnostics).map(([id, { severity, title, message, help }]): CatalogueEntry => ({
    id,
    severity,
    title,
    messages: [{ message, help }],
  })),
  ...rules.map((rule): CatalogueEntry => {
    const { id, severity, title, messages } = rule;
    return { id, severity, title, messages: Object.values(messages), rule };
  }),
].toSorted((a, b) => compareText(a.id, b.id));
