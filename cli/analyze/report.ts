import type { CatalogueEntry } from '../../analyzers/catalogue.ts';
import type { Finding } from '../../analyzers/index.ts';

/** What `catga analyze` has to tell. */
export interface AnalysisReport {
  /** Absolute. */
  readonly root: string;
  /** Sorted by position. */
  readonly findings: readonly Finding[];
  /** Taken back by comments. */
  readonly suppressed: readonly Finding[];
  /** In the baseline. */
  readonly known: readonly Finding[];
  /** Rules that have run, those of plugins among them. */
  readonly rules: readonly CatalogueEntry[];
}
