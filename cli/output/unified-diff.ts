import { createTwoFilesPatch } from 'diff';

/** A change of one file, in the form that `patch` and `git apply` read. `undefined`: the file does not exist. */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  );
  // The first line is a ruler that only some tools expect.
  return patch.replace(/^=+\n/, '');
}
