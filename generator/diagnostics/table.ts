import { composition, type CompositionId } from './composition.ts';
import { declarations, type DeclarationId } from './declarations.ts';
import type { DiagnosticEntry } from './entry.ts';
import { evolution, type EvolutionId } from './evolution.ts';
import { registration, type RegistrationId } from './registration.ts';
import { types, type TypeId } from './types.ts';

/**
 * The stable ids of the generator's own diagnostics; those of `catga analyze` stand with its rules. Assigned by hand, never
 * reused. 1xxx declarations and codecs, 20xx registration, 8xxx evolution.
 */
export type DiagnosticId = CompositionId | DeclarationId | EvolutionId | TypeId | RegistrationId;

/** Every diagnostic of the generator. */
export const diagnostics: Readonly<Record<DiagnosticId, DiagnosticEntry>> = {
  ...composition,
  ...declarations,
  ...evolution,
  ...types,
  ...registration,
};
