import type { AnyRule } from '../rule.ts';
import { aot } from './aot/index.ts';
import { design } from './design/index.ts';
import { promises } from './promises/index.ts';
import { registration } from './registration/index.ts';
import { reliability } from './reliability/index.ts';
import { suppressions } from './suppressions/index.ts';

/** Every rule, sorted by id. */
export const rules: readonly AnyRule[] = [
  ...registration,
  ...promises,
  ...reliability,
  ...design,
  ...aot,
  ...suppressions,
];
