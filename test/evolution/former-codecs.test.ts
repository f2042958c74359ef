import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generate } from '../../generator/index.ts';
import { fixtures, temporaryFolder, writeFiles } from '../emit/support/cases.ts';
import { compile, compilers } from '../emit/support/compile.ts';
import { load } from '../emit/support/run.ts';
import { settingsFor } from '../support/settings.ts';
import type { FormerVersions } from '../../runtime/generated/index.ts';
import type { Codec } from '../../runtime/codecs/index.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

const sources = {
  'messages.ts': `import { upcaster, type Command, type DomainEvent, type Upcaster } from 'catga';
import type { OldTree, Shared } from './parts.js';

/** @version 2 */
export interface Grown extends DomainEvent { readonly shared: Shared; readonly either: 1 | { readonly of: 'x' } }
export interface GrownV1 {
  readonly tree: OldTree;
  readonly shared: Shared;
  readonly choice: { readonly kind: 'a' } | { readonly kind: 'b'; readonly by: OldChoice };
}
export type OldChoice = 1 | { readonly of: 'x' };
/** @wire positional */
export interface OldPlace { readonly at?: Date; readonly x: number }
export const grownToV2: Upcaster<GrownV1, Grown> = upcaster(({ shared }) => ({ shared, either: 1 }));

export interface Answered extends Command<Answer> { readonly q: string }
export interface Answer { readonly back: string }
/** @version 2 */
export interface Asked extends DomainEvent { readonly a: string }
export interface AskedV1 { readonly was: Answer; readonly place: OldPlace }
export const askedToV2: Upcaster<AskedV1, Asked> = upcaster(({ was }) => ({ a: was.back }));
`,
  'parts.ts': `export interface OldTree { readonly leaf: string; readonly parts: readonly OldTree[] }
export interface Shared { readonly id: string }
`,
};

describe('evolution: codecs of former versions', () => {
  mkdirSync(join(root, 'src'), { recursive: true });
  for (const [path, text] of Object.entries(sources)) writeFileSync(join(root, 'src', path), text);
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({ extends: join(fixtures, 'tsconfig.base.json'), include: ['src'] }),
  );
  const { files, diagnostics } = generate(settingsFor(root));
  writeFiles(files, join(root, 'src/catga'));
  const functions = files
    .filter(({ path }) => path.startsWith('codecs/'))
    .flatMap(({ text }) => [...text.matchAll(/^(?:export )?function ((?:read|write)\w+)\(/gm)])
    .map(([, name = '']) => name);
  const of = (direction: string): readonly string[] =>
    functions.filter((name) => name.startsWith(direction)).map((name) => name.slice(direction.length));

  it('evolution: what only former versions are made of is read and never written', () => {
    expect(diagnostics).toEqual([]);
    const read = of('read').filter((name) => !name.endsWith('Level'));
    const written = new Set(of('write'));
    expect(read.filter((name) => !written.has(name)).toSorted()).toEqual([
      'AskedV1',
      'GrownV1',
      'GrownV1Choice',
      'GrownV1ChoiceVariant1',
      'GrownV1ChoiceVariant2',
      'OldChoice',
      'OldChoiceVariant2',
      'OldPlace',
      'OldTree',
    ]);
    // Also a part of messages, or of what answers one.
    expect(['Shared', 'Answer'].every((name) => written.has(name))).toBe(true);
  });

  it('evolution: nothing that writing alone would need is imported', () => {
    expect(compile(root, compilers['7'] ?? '').errors).toEqual([]);
  }, 120_000);

  it('evolution: former versions are read as before', async () => {
    const { grownFormer, grownCodec } = await load<{
      grownFormer: FormerVersions;
      grownCodec: Codec<unknown>;
    }>(root, "export * from './src/catga/codecs/messages.js';");
    const old = {
      tree: { leaf: 'a', parts: [{ leaf: 'b', parts: [] }] },
      shared: { id: 's' },
      choice: { kind: 'b', by: { of: 'x' } },
    };
    const first = grownFormer[1];
    const json = new TextEncoder().encode(JSON.stringify(old));
    expect(first?.decoder.decodeJson(json)).toEqual(old);
    expect(grownCodec.toJson({ shared: { id: 's' }, either: { of: 'x' } })).toEqual({
      shared: { id: 's' },
      either: { of: 'x' },
    });
    expect(first?.upcast(old as never)).toEqual({ shared: { id: 's' }, either: 1 });
  });
});
