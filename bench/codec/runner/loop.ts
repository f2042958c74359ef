/** Calls `encode` or `decode` `count` times over rotating inputs; answers with nanoseconds a call. */
export function loop(step: (input: never) => unknown, inputs: readonly unknown[], count: number): number {
  const mask = inputs.length - 1;
  let last: unknown;
  const started = process.hrtime.bigint();
  for (let index = 0; index < count; index++) last = step(inputs[index & mask] as never);
  const elapsed = Number(process.hrtime.bigint() - started);
  if (last === undefined) throw new TypeError('A codec that gives nothing was measured.');
  return elapsed / count;
}

/** The round trip: what is encoded is decoded at once. */
export function roundtrip(
  encode: (input: never) => Uint8Array,
  decode: (bytes: Uint8Array) => unknown,
  inputs: readonly unknown[],
  count: number,
): number {
  const mask = inputs.length - 1;
  let last: unknown;
  const started = process.hrtime.bigint();
  for (let index = 0; index < count; index++) last = decode(encode(inputs[index & mask] as never));
  const elapsed = Number(process.hrtime.bigint() - started);
  if (last === undefined) throw new TypeError('A codec that gives nothing was measured.');
  return elapsed / count;
}
