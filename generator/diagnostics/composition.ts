import type { DiagnosticEntry } from './entry.ts';

/** 205x: packages composed into one application. */
export type CompositionId = 'CATGA2051' | 'CATGA2052' | 'CATGA2053' | 'CATGA2054';

export const composition: Readonly<Record<CompositionId, DiagnosticEntry>> = {
  CATGA2051: {
    severity: 'error',
    title: 'Composed package not found',
    message: '`{specifier}/manifest.json` cannot be read: {reason}.',
    help: 'Install the package, run `catga generate` in it, and export its generated folder as `"./catga"` and `"./catga/*"` in its package.json.',
  },
  CATGA2052: {
    severity: 'error',
    title: 'Composed package cannot be used',
    message: 'The manifest of `{specifier}` cannot be used: {problem}.',
    help: 'Run `catga generate` in that package with the same version of @catga/cli as here.',
  },
  CATGA2053: {
    severity: 'error',
    title: 'One wire name in two packages',
    message: 'The wire name `{name}` is declared by {packages}.',
    help: 'Give each package a `namespace` in its configuration, or one of the messages another name by `@message`.',
  },
  CATGA2054: {
    severity: 'error',
    title: 'One dependency, two types',
    message: '`registry({ {property} })` would have two types: {types}.',
    help: 'Rename the type, or the parameter, in one of the packages; or use one type from a package that both depend on.',
  },
};
