import { alternatives } from './alternatives.ts';
import { classes } from './classes.ts';
import { collections } from './collections.ts';
import { computed } from './computed.ts';
import { intersected } from './intersected.ts';
import { kept } from './kept.ts';
import { lists } from './lists.ts';
import { membered } from './membered.ts';
import { objects } from './objects.ts';
import { parameters } from './parameters.ts';
import { positional } from './positional.ts';
import { primitives } from './primitives.ts';
import { refusals } from './refusals.ts';
import type { Structure } from './structure.ts';
import { texts } from './texts.ts';
import { unions } from './unions.ts';

/** Every type structure that codecs are tried with, by family. */
export const families: Readonly<Record<string, readonly Structure[]>> = {
  alternatives,
  classes,
  collections,
  computed,
  intersected,
  kept,
  lists,
  membered,
  objects,
  parameters,
  positional,
  primitives,
  refusals,
  texts,
  unions,
};

export type { Carried, Refused, Structure } from './structure.ts';
