/** What a part of the schema file should have been. */
export class UnreadableSchema extends Error {
  override readonly name = 'UnreadableSchema';
}

/** A plain object. @throws UnreadableSchema */
export function objectOf(json: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { ...json };
  throw new UnreadableSchema(`\`${path}\` is not an object`);
}

/** @throws UnreadableSchema */
export function listOf(json: unknown, path: string): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new UnreadableSchema(`\`${path}\` is not a list`);
}

/** Whether a mark is there: it is `true`, or it is left out. @throws UnreadableSchema */
export function markOf(value: Readonly<Record<string, unknown>>, mark: string, path: string): boolean {
  const found = value[mark];
  if (found === undefined || found === true) return found === true;
  throw new UnreadableSchema(`\`${path}.${mark}\` is \`${JSON.stringify(found)}\`: it can only be true`);
}
