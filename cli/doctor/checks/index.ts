import type { Check } from '../check.ts';
import { catgaVersion } from './catga-version.ts';
import { configurationLoads } from './configuration.ts';
import { dependencyKind } from './dependency-kind.ts';
import { generatedVersion } from './generated-version.ts';
import { importSpecifiers } from './import-specifiers.ts';
import { nodeVersion } from './node-version.ts';
import { oneCopy } from './one-copy.ts';
import { oneLockFile } from './one-lock-file.ts';
import { schemaFile } from './schema-file.ts';
import { sideEffects } from './side-effects.ts';
import { staleOutput } from './stale-output.ts';
import { tsconfigFlags } from './tsconfig-flags.ts';
import { typescriptVersion } from './typescript-version.ts';

/** Every check, in the order in which they are shown: what others rest on first. */
export const checks: readonly Check[] = [
  nodeVersion,
  catgaVersion,
  oneCopy,
  dependencyKind,
  oneLockFile,
  typescriptVersion,
  configurationLoads,
  tsconfigFlags,
  generatedVersion,
  staleOutput,
  importSpecifiers,
  sideEffects,
  schemaFile,
];
