/** What a comparison must at least come to. */
export interface Floor {
  readonly bench: string;
  readonly case: string;
  readonly peer: string;
  /** The ratio that must hold, with everything switched on that the product ships. */
  readonly floor: number;
  /** Where we want to get. */
  readonly stretch?: number;
}

/** A cost limit, as a ratio: `times(1.9)` says that ours takes at most 1.9 times what the peer takes. */
function times(limit: number): number {
  return 1 / limit;
}

const generate: readonly Floor[] = [
  { bench: 'generate', case: 'cold/1000', peer: 'tsc6', floor: times(0.6), stretch: times(0.4) },
  { bench: 'generate', case: 'cold/5000', peer: 'tsc6', floor: times(0.5) },
  { bench: 'generate', case: 'edit/1000', peer: 'tsc6', floor: times(0.3), stretch: times(0.15) },
  { bench: 'generate', case: 'noop/1000', peer: 'node', floor: times(2), stretch: times(1.5) },
  // Against a limit of 100 ms.
  { bench: 'generate', case: 'watch/1000', peer: 'none', floor: 1, stretch: 2 },
  { bench: 'generate', case: 'typecheck/1000', peer: 'tsc6', floor: times(1.9), stretch: times(1.5) },
  { bench: 'generate', case: 'typecheck/1000', peer: 'tsc7', floor: times(1.9), stretch: times(1.5) },
];

const analyze: readonly Floor[] = [
  { bench: 'analyze', case: 'all-rules/1000', peer: 'tsc6', floor: times(0.75) },
  { bench: 'analyze', case: 'all-rules/1000', peer: 'typescript-eslint', floor: times(0.5), stretch: times(0.3) },
  { bench: 'analyze', case: 'with-generate/1000', peer: 'tsc6', floor: times(0.9) },
];

const startup: readonly Floor[] = [
  { bench: 'startup', case: 'first-command/1000', peer: 'nest-cqrs', floor: times(0.45), stretch: times(0.3) },
];

const dispatch: readonly Floor[] = [
  { bench: 'dispatch', case: 'send/8', peer: 'direct', floor: times(1.9), stretch: times(1.5) },
  { bench: 'dispatch', case: 'send/8', peer: 'nest-cqrs', floor: 1.7 },
  { bench: 'dispatch', case: 'send/8', peer: 'mediatr-ts', floor: 10 },
  { bench: 'dispatch', case: 'hooks/3', peer: 'direct', floor: times(2.8), stretch: times(2.4) },
  { bench: 'dispatch', case: 'hooks/3', peer: 'mediatr-ts', floor: 10 },
  { bench: 'dispatch', case: 'behaviors/3', peer: 'direct', floor: times(5.2), stretch: times(4.8) },
  { bench: 'dispatch', case: 'behaviors/3', peer: 'mediatr-ts', floor: 10 },
  { bench: 'dispatch', case: 'publish/3', peer: 'direct', floor: times(1.6), stretch: times(1.4) },
  { bench: 'dispatch', case: 'publish/3', peer: 'mediatr-ts', floor: 10 },
  { bench: 'dispatch', case: 'publish/3', peer: 'emittery', floor: 7 },
];

const codec: readonly Floor[] = [
  ...roundtrip('small', [1.2, 1.5], [4, 5.5]),
  ...roundtrip('order', [1.5, 2], [5, 6.5]),
  ...roundtrip('doc', [1.8, 2.5], [2, 4]),
  ...roundtrip('series', [1, 1.25], [4, 5]),
  ...roundtrip('event', [1.1, 1.4], [4, 5.5]),
];

/** Every floor that the project has set itself; the benchmarks' ids are those of their lines. */
export const floors: readonly Floor[] = [...analyze, ...generate, ...codec, ...dispatch, ...startup];

function roundtrip(
  message: string,
  [portableFloor, portableStretch]: readonly [number, number],
  [msgpackFloor, msgpackStretch]: readonly [number, number],
): readonly Floor[] {
  const at = { bench: 'codec', case: `${message}/roundtrip` };
  return [
    { ...at, peer: 'best-portable', floor: portableFloor, stretch: portableStretch },
    { ...at, peer: 'msgpack-msgpack', floor: msgpackFloor, stretch: msgpackStretch },
  ];
}
