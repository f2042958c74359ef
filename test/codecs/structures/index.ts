import { classes } from './classes.ts';
import { collections } from './collections.ts';
import { objects } from './objects.ts';
import { primitives } from './primitives.ts';
import { refusals } from './refusals.ts';
import type { Structure } from './structure.ts';
import { texts } from './texts.ts';
import { unions } from './unions.ts';

/** Every type structure that codecs are tried with, by family. */
export const families: Readonly<Record<string, readonly Structure[]>> = {
  classes,
  collections,
  objects,
  primitives,
  refusals,
  texts,
  unions,
};

export type { Carried, Refused, Structure } from './structure.ts';
