import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { TemporalKind } from '../../runtime/codecs/temporal-kind.ts';
import type { Codec } from '../../runtime/codecs/codec.ts';
import { compileProject, compilers } from '../emit/support/compile.ts';
import { temporal, temporalKinds } from './structures/temporal.ts';
import { object, project } from './support/build-model.ts';
import { compileModel } from './support/compile-model.ts';
import { messageName, structureProject } from './support/structure-project.ts';

const values: Readonly<Record<TemporalKind, readonly { toString: () => string }[]>> = {
  Duration: [
    Temporal.Duration.from('P1Y2M3DT4H5M6.789S'),
    Temporal.Duration.from('-PT1S'),
    Temporal.Duration.from('PT0S'),
  ],
  Instant: [Temporal.Instant.from('2026-01-01T00:00:00.123456789Z')],
  PlainDate: [Temporal.PlainDate.from('2024-02-29'), Temporal.PlainDate.from('-000001-01-01')],
  PlainDateTime: [Temporal.PlainDateTime.from('2024-02-29T12:00:00.5')],
  PlainMonthDay: [Temporal.PlainMonthDay.from('12-25')],
  PlainTime: [Temporal.PlainTime.from('23:59:59.999999999')],
  PlainYearMonth: [Temporal.PlainYearMonth.from('2024-02')],
  ZonedDateTime: [Temporal.ZonedDateTime.from('2026-07-01T12:00:00+02:00[Europe/Paris]')],
};

describe('codecs: Temporal', () => {
  let codecs: ReadonlyMap<string, Codec<unknown>> = new Map();
  const codecOf = (kind: TemporalKind): Codec<unknown> => codecs.get(kind) as Codec<unknown>;

  beforeAll(async () => {
    codecs = await compileModel(
      project(
        temporalKinds,
        temporalKinds.map((type) => object(type, { v: { kind: 'temporal', type } })),
      ),
    );
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'Temporal');
  });

  test.each(temporalKinds)('codecs: a Temporal.%s travels as its text and comes back', (kind) => {
    Object.assign(globalThis, { Temporal });
    const codec = codecOf(kind);
    for (const v of values[kind]) {
      expect(codec.toJson({ v })).toEqual({ v: v.toString() });
      for (const copy of [codec.decode(codec.encode({ v })), codec.decodeJson(codec.encodeJson({ v }))]) {
        const found = (copy as { readonly v: object }).v;
        expect(found).toBeInstanceOf(Temporal[kind]);
        expect(codec.toJson({ v: found })).toEqual({ v: v.toString() });
      }
    }
    for (const wrong of ['x', new Date(0), null, values[kind === 'Instant' ? 'PlainDate' : 'Instant'][0]]) {
      expect(() => codec.encode({ v: wrong })).toThrow(`expected a Temporal.${kind}`);
      expect(() => codec.encodeJson({ v: wrong })).toThrow(`expected a Temporal.${kind}`);
    }
    expect(() => codec.decodeJson('{"v":"x"}')).toThrow(`expected a Temporal.${kind} as text`);
    expect(() => codec.decodeJson(`{"v":"${'1'.repeat(300)}"}`)).toThrow('got a longer text');
  });

  test.each<[TemporalKind, readonly string[], readonly string[]]>([
    ['Instant', ['2026-01-01T00:00Z', '2026-01-01t02:00:00,5+02:00'], ['2026-01-01T00:00', '2026-01-01']],
    ['PlainDate', ['20240229', '+012024-02-29', '2024-02-29[u-ca=gregory]'], ['2024-02-29T12:00', '2024-02-29T00:00Z']],
    ['PlainDateTime', ['2024-02-29', '20240229T1200', '2024-02-29 12:00'], ['2024-02-29T12:00+02:00', '12:00']],
    ['PlainMonthDay', ['--12-25', '1225', '1972-12-25[u-ca=gregory]'], ['2024-12-25', '2024-12-25T00:00']],
    ['PlainTime', ['12', 'T12:30', '123000.5'], ['2024-02-29T12:30', '12:30+02:00', '12:30[Europe/Paris]']],
    ['PlainYearMonth', ['202402', '-000001-02', '2024-02-01[u-ca=gregory]'], ['2024-02-29', '2024-02-01T00:00']],
    ['ZonedDateTime', ['2026-07-01T12:00[Europe/Paris]'], ['2026-07-01T12:00+02:00', '2026-07-01']],
  ])('codecs: a Temporal.%s is read from texts of nothing else', (kind, whole, more) => {
    Object.assign(globalThis, { Temporal });
    const codec = codecOf(kind);
    for (const text of whole) {
      const read = codec.toJson(codec.decodeJson(JSON.stringify({ v: text })));
      expect(read, text).toEqual({ v: Temporal[kind].from(text).toString() });
    }
    for (const text of more) {
      expect(() => codec.decodeJson(JSON.stringify({ v: text })), text).toThrow(`expected a Temporal.${kind} as text`);
    }
  });

  test('codecs: without Temporal, decoding says what is missing', () => {
    const codec = codecOf('PlainDate');
    const bytes = codec.encode({ v: values.PlainDate[0] });
    expect(() => codec.decode(bytes)).toThrow('expected `globalThis.Temporal`');
    expect(() => codec.decodeJson('{"v":"2024-02-29"}')).toThrow('expected `globalThis.Temporal`');
  });

  test('codecs: a duration that its text would balance is refused', () => {
    const v = Temporal.Duration.from({ milliseconds: 1500 });
    expect(() => codecOf('Duration').encode({ v })).toThrow('less than 1,000 milliseconds');
  });

  test('codecs: the classes are found in the library and in a polyfill', () => {
    const { folder, generation } = structureProject('temporal', temporal);
    expect(generation.diagnostics).toEqual([]);
    // TypeScript 5.9 has no types of Temporal.
    for (const version of ['6', '7']) {
      expect(compileProject(folder, compilers[version] ?? '').errors).toEqual([]);
    }
    const types = temporalKinds.map((_, at) => {
      const definition = generation.model.types.find(({ name }) => name === messageName(at));
      return definition?.shape.kind === 'object' ? definition.shape.members[0]?.type : undefined;
    });
    expect(types).toEqual(temporalKinds.map((type) => ({ kind: 'temporal', type })));
  });
});
