import type { AnyRule } from '../../rule.ts';
import { codeFromText } from './code-from-text.ts';
import { computedImport } from './computed-import.ts';
import { decisionByName } from './decision-by-name.ts';
import { decoratorMetadata } from './decorator-metadata.ts';
import { reflectMetadata } from './reflect-metadata.ts';
import { requireInModule } from './require.ts';

/** 7xxx: what only works where the program runs as its sources are written. Sorted by id. */
export const aot: readonly AnyRule[] = [
  codeFromText,
  reflectMetadata,
  decoratorMetadata,
  decisionByName,
  computedImport,
  requireInModule,
];
