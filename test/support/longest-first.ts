import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start processes or compile whole projects take their time whatever their size; longest first. */
const long: readonly string[] = [
  'codecs/structures.test.ts',
  'cli/packed.test.ts',
  'bench/bench-lines.test.ts',
  'language/forms.test.ts',
  'evolution/pairs.test.ts',
  'examples/built.test.ts',
  'examples/node-versions.test.ts',
  'cli/watch.test.ts',
  'evolution/matrix.test.ts',
  'emit/scale.test.ts',
  'diagnostics/fixtures.test.ts',
  'differential/floating-promise.test.ts',
  'differential/misused-promise.test.ts',
  'emit/golden.test.ts',
];

function rank({ moduleId }: TestSpecification): number {
  const at = long.findIndex((name) => moduleId.endsWith(`/${name}`));
  return at === -1 ? long.length : at;
}

/** Starts with what takes longest, so that no worker is left alone with it: by size, as vitest goes, it would come late. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the order of vitest, not of an array
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
