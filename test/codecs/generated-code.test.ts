import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitCodecs } from '../../generator/codecs/index.ts';
import { compileProject, compilers } from '../emit/support/compile.ts';
import { checkedInFull } from '../support/checked-in-full.ts';
import { kitchenSink } from './support/kitchen-sink.ts';

const repository = resolve(import.meta.dirname, '../..');

// What a user would have written; the model is what the scanner makes of it.
const source = `
import type { ReliableEvent } from 'catga';

export interface Small extends ReliableEvent { readonly orderId: string; readonly amount: number; readonly quantity: number }
export interface Order extends ReliableEvent {
  readonly orderId: string;
  readonly status: 'cancelled' | 'paid' | 'pending';
  readonly note?: string;
  readonly sentAt: Date | undefined;
  readonly items: readonly { readonly sku: string }[];
}
export interface Happened extends ReliableEvent { readonly at: Date; readonly seq: bigint }
export interface Tree extends ReliableEvent { readonly root: object }
export interface Bag extends ReliableEvent { readonly id: string }
`;

const use = `
import { orderCodec, smallCodec } from './catga/codecs/messages.ts';

const bytes = smallCodec.encode(smallCodec.fromJson({ orderId: 'x', amount: 1.5, quantity: 2 }));
const order = orderCodec.decodeJson('{"orderId":"o","status":"paid","items":[]}');
process.stdout.write(JSON.stringify([smallCodec.decode(bytes), orderCodec.decode(orderCodec.encode(order))]));
`;

describe('codecs: generated code', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'catga-generated-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const options = { importExtension: '.ts', output: 'src/catga', generatorVersion: '0.0.0' } as const;
    for (const { path, text } of emitCodecs(kitchenSink, options)) write(join('src/catga', path), checkedInFull(text));
    write('src/messages.ts', source);
    write('src/use.ts', use);
    write('package.json', JSON.stringify({ type: 'module' }));
    const { compilerOptions } = { compilerOptions: strictest };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(Object.entries(compilers))(
    'codecs: compiles under the strictest flags of TypeScript %s',
    (_version, compiler) => {
      expect(compileProject(folder, compiler).errors).toEqual([]);
    },
  );

  test('codecs: runs where no code may be made from strings', async () => {
    const outfile = join(folder, 'use.mjs');
    const alias = {
      'catga/codecs/unknown': join(repository, 'runtime/codecs/unknown.ts'),
      'catga/codecs': join(repository, 'runtime/codecs/index.ts'),
    };
    await build({
      entryPoints: [join(folder, 'src/use.ts')],
      outfile,
      alias,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      tsconfigRaw: '{}',
    });
    const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', outfile], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toStrictEqual([
      { orderId: 'x', amount: 1.5, quantity: 2, $type: 'Small' },
      { orderId: 'o', status: 'paid', items: [], $type: 'Order' },
    ]);
  });
});

const strictest = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    catga: [join(repository, 'runtime/index.ts')],
    'catga/codecs': [join(repository, 'runtime/codecs/index.ts')],
    'catga/codecs/unknown': [join(repository, 'runtime/codecs/unknown.ts')],
    'catga/generated': [join(repository, 'runtime/generated/index.ts')],
  },
};
