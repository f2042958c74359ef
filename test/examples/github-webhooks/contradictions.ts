import { readFileSync } from 'node:fs';
import type { Contradiction } from './declared-types.ts';

/** An example payload that is not what its published type says. */
export interface ContradictoryExample {
  readonly kind: string;
  /** Its place among the examples of its kind. */
  readonly example: number;
  readonly contradictions: readonly Contradiction[];
}

/** The examples known to contradict their types, by name: `examples/github-webhooks/contradictions.json`. */
export const contradictoryExamples: readonly ContradictoryExample[] = JSON.parse(
  readFileSync(new URL('../../../examples/github-webhooks/contradictions.json', import.meta.url), 'utf8'),
) as readonly ContradictoryExample[];

/** The contradictions of one example; none for nearly all. */
export function contradictionsOf(kind: string, example: number): readonly Contradiction[] {
  return (
    contradictoryExamples.find((listed) => listed.kind === kind && listed.example === example)?.contradictions ?? []
  );
}
