import type { PatternCase, PatternHole, PatternPart } from '../../runtime/codecs/pattern-part.ts';
import type { PatternType } from '../model/types.ts';
import { listOf, objectOf, UnreadableSchema } from './unreadable-schema.ts';

const cases: ReadonlySet<unknown> = new Set<PatternCase>(['Capitalize', 'Lowercase', 'Uncapitalize', 'Uppercase']);
const holes: ReadonlySet<unknown> = new Set(['string', 'number', 'bigint']);

/** A pattern as the schema file writes it: its alternatives. @throws UnreadableSchema naming the part that is none. */
export function patternFromJson(json: unknown, path: string): PatternType {
  return { kind: 'pattern', alternatives: alternatives(json, path) };
}

function alternatives(json: unknown, path: string): readonly (readonly PatternPart[])[] {
  const list = listOf(json, path);
  if (list.length === 0) throw new UnreadableSchema(`\`${path}\` is a pattern without alternatives`);
  return list.map((alternative, at) =>
    listOf(alternative, `${path}[${at}]`).map((part, place) => partOf(part, `${path}[${at}][${place}]`)),
  );
}

function partOf(json: unknown, path: string): PatternPart {
  if (typeof json === 'string') return json;
  const value = objectOf(json, path);
  const { of, cases: changes } = value;
  const unknown = Object.keys(value).find((name) => name !== 'of' && name !== 'cases');
  if (unknown !== undefined) throw new UnreadableSchema(`\`${path}.${unknown}\` is no member of a part of a pattern`);
  return {
    of: Array.isArray(of) ? alternatives(of, `${path}.of`) : holeOf(of, `${path}.of`),
    ...(changes !== undefined && { cases: listOf(changes, `${path}.cases`).map((name) => caseOf(name, path)) }),
  };
}

function holeOf(json: unknown, path: string): PatternHole['of'] {
  // The set has exactly the words that a hole may be.
  if (holes.has(json)) return json as PatternHole['of'];
  throw new UnreadableSchema(`\`${path}\` is \`${JSON.stringify(json)}\`, which is none of string, number, bigint`);
}

function caseOf(json: unknown, path: string): PatternCase {
  // The set has exactly the names of cases.
  if (cases.has(json)) return json as PatternCase;
  throw new UnreadableSchema(
    `\`${path}.cases\` has \`${JSON.stringify(json)}\`, which is none of ${[...cases].join(', ')}`,
  );
}
