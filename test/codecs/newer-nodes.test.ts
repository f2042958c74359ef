import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TemporalKind } from '../../runtime/codecs/temporal-kind.ts';
import { codecModuleOf, codecNames } from '../../generator/codecs/index.ts';
import { nodeBinary } from '../support/node-binary.ts';
import { structures } from './structures/structure.ts';
import { temporalKinds } from './structures/temporal.ts';
import { messageName, structureProject } from './support/structure-project.ts';

const texts: Readonly<Record<TemporalKind, string>> = {
  Duration: 'P1Y2M3DT4H5M6.789S',
  Instant: '2026-01-01T00:00:00.123456789Z',
  PlainDate: '2024-02-29[u-ca=hebrew]',
  PlainDateTime: '2024-02-29T12:00:00.5',
  PlainMonthDay: '12-25',
  PlainTime: '23:59:59.999999999',
  PlainYearMonth: '2024-02',
  ZonedDateTime: '2026-07-01T12:00:00+02:00[Europe/Paris]',
};
const halves = '[0, -0, 0.5, 65_504, -65_504, 6e-8, Infinity, NaN]';

const { carried } = structures('newer nodes');
const tried: readonly (readonly [type: string, value: string, text: string])[] = [
  [
    'Float16Array',
    `new Float16Array(${halves})`,
    `value.constructor === Float16Array && value.buffer.byteLength === 16 &&
    ${halves}.every((one, at) => Object.is(value[at], Math.f16round(one)))`,
  ],
  ...temporalKinds.map((kind) => {
    const text = JSON.stringify(texts[kind]);
    return [
      `Temporal.${kind}`,
      `Temporal.${kind}.from(${text})`,
      `value instanceof Temporal.${kind} && String(value) === ${text}`,
    ] as const;
  }),
];

describe('codecs: what newer versions of Node have', () => {
  let file = '';

  beforeAll(async () => {
    const project = structureProject(
      'newer-nodes',
      tried.map(([type]) => carried(type, type, [])),
    );
    const cases = tried.map(([type, value, check], at) => {
      const message = project.generation.model.messages.find(({ exportName }) => exportName === messageName(at));
      if (message === undefined) throw new TypeError(`no message for ${type}`);
      const module = `./catga/${codecModuleOf(message, { output: 'src/catga' })}.ts`;
      return {
        imports: `import { ${codecNames(message).body} as codec${at} } from '${module}';`,
        run: `if (typeof ${type.split('.')[0]} === 'function' || typeof ${type.split('.')[0]} === 'object') run('${type}', codec${at}, ${value}, (value) => ${check});`,
      };
    });
    const source = join(project.folder, 'src/main.ts');
    writeFileSync(
      source,
      `${cases.map(({ imports }) => imports).join('\n')}
      function run(name, codec, v, check) {
        const copies = [codec.decode(codec.encode({ v })), codec.decodeJson(codec.encodeJson({ v }))];
        console.log(name, copies.map((copy) => check(copy.v)).join(' '));
      }
      ${cases.map(({ run }) => run).join('\n')}`,
    );
    file = join(project.folder, 'main.mjs');
    await build({
      entryPoints: [source],
      outfile: file,
      bundle: true,
      format: 'esm',
      platform: 'node',
      tsconfig: join(project.folder, 'tsconfig.json'),
      logLevel: 'silent',
    });
  });

  const run = (binary: string): readonly string[] =>
    execFileSync(binary, [file], { encoding: 'utf8' }).trim().split('\n').filter(Boolean);

  test('codecs: Float16Array comes back on Node 24, which has no Temporal', { timeout: 300_000 }, () => {
    expect(run(nodeBinary(24))).toEqual(['Float16Array true true']);
  });

  test('codecs: Float16Array and the own Temporal of Node 26 come back', { timeout: 300_000 }, () => {
    expect(run(nodeBinary(26))).toEqual(tried.map(([type]) => `${type} true true`));
  });
});
