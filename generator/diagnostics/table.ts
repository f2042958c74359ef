import { analysis, type AnalysisId } from './analysis.ts';
import { composition, type CompositionId } from './composition.ts';
import { declarations, type DeclarationId } from './declarations.ts';
import type { DiagnosticEntry } from './entry.ts';
import { evolution, type EvolutionId } from './evolution.ts';
import { registration, type RegistrationId } from './registration.ts';
import { types, type TypeId } from './types.ts';

/** The stable ids. Assigned by hand, never reused. 1xxx declarations and codecs, 2xxx registration, 3xxx promises, 8xxx evolution. */
export type DiagnosticId = AnalysisId | CompositionId | DeclarationId | EvolutionId | TypeId | RegistrationId;

/** Every diagnostic of Catga. */
export const diagnostics: Readonly<Record<DiagnosticId, DiagnosticEntry>> = {
  ...analysis,
  ...composition,
  ...declarations,
  ...evolution,
  ...types,
  ...registration,
};
