import { describe, expect, it } from 'vitest';
import { parseSchema } from '../../generator/schema/index.ts';

/** A record with a type whose member is of this type. */
function typeA(member: string): string {
  return `{ "catga": "schema", "format": 1, "messages": {}, "types": { "A": { "members": { "a": ${member} } } } }`;
}

function keys(pattern: string): string {
  return typeA(`{ "record": "string", "keys": ${pattern} }`);
}

describe('schema file', () => {
  it.each([
    ['not JSON', '{', 'it is not JSON: '],
    ['another file', '{ "name": "x" }', 'it is not a schema of Catga: its first member is not `"catga": "schema"`'],
    ['another format', '{ "catga": "schema", "format": 9 }', 'it has format 9, this version of Catga reads 1'],
    ['a merge', '{\n<<<<<<< ours\n}', 'it has the conflict markers of a merge'],
    [
      'an unknown type',
      '{ "catga": "schema", "format": 1, "messages": {}, "types": { "A": { "alias": "text" } } }',
      '`types.A` is `text`, which is no type',
    ],
    [
      'a dangling reference',
      '{ "catga": "schema", "format": 1, "messages": { "a": { "kind": "event", "qos": 0, "version": 1, "body": "#A" } }, "types": {} }',
      '`messages.a` refers to `#A`, which is not recorded',
    ],
    ['keys that are no pattern', keys('"x-${string}"'), '`types.A.members.a.keys` is not a list'],
    ['keys without alternatives', keys('[]'), '`types.A.members.a.keys` is a pattern without alternatives'],
    ['an alternative that is no list', keys('["x-"]'), '`types.A.members.a.keys[0]` is not a list'],
    ['a part that is nothing', keys('[["x-", null]]'), '`types.A.members.a.keys[0][1]` is not an object'],
    [
      'a hole of another type',
      keys('[["x-", { "of": "date" }]]'),
      '`types.A.members.a.keys[0][1].of` is `"date"`, which is none of string, number, bigint',
    ],
    [
      'a hole in a hole',
      keys('[[{ "of": [["a"], [{ "fo": "string" }]] }]]'),
      '`types.A.members.a.keys[0][0].of[1][0].fo` is no member of a part of a pattern',
    ],
    [
      'a case that is none',
      keys('[[{ "of": "string", "cases": ["Upper"] }]]'),
      '`types.A.members.a.keys[0][0].cases` has `"Upper"`, which is none of Capitalize, Lowercase, Uncapitalize, Uppercase',
    ],
    ['a damaged pattern', typeA('{ "pattern": [[1]] }'), '`types.A.members.a.pattern[0][0]` is not an object'],
    [
      'keys of another kind',
      typeA('{ "record": "string", "key": "bigint" }'),
      '`types.A.members.a.key` is `"bigint"`: it can only be "number"',
    ],
    [
      'more optional elements than there are',
      typeA('{ "tuple": ["string"], "optional": 2 }'),
      '`types.A.members.a.optional` is `2`, of 1 elements',
    ],
    [
      'a bigint without digits',
      typeA('{ "literal": "x", "bigint": true }'),
      '`types.A.members.a` is not a type that this version of Catga knows',
    ],
    [
      'a mark that is false',
      typeA('{ "optional": false, "type": "string" }'),
      '`types.A.members.a.optional` is `false`: it can only be true',
    ],
  ])('schema: a file that is damaged is refused: %s', (_, text, problem) => {
    const parsed = parseSchema(text);
    expect('problem' in parsed && parsed.problem).toContain(problem);
  });

  it.each(['[["x-", { "of": "string" }], ["y"]]', '[[{ "of": [["a"], []], "cases": ["Uppercase", "Capitalize"] }]]'])(
    'schema: keys of a form are read: %s',
    (pattern) => {
      const parsed = parseSchema(keys(pattern));
      const type = 'schema' in parsed ? parsed.schema.types.get('A') : undefined;
      expect(type?.kind === 'object' && type.members[0]?.type).toEqual({
        kind: 'record',
        key: 'string',
        keys: { kind: 'pattern', alternatives: JSON.parse(pattern) as unknown },
        value: { kind: 'string' },
      });
    },
  );
});
