import { git } from '../git.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The files that differ from a commit, those not yet added included: relative to the project root, posix.
 *
 * @throws UsageError where git, the repository or the commit is not there.
 */
export function changedFiles(root: string, ref: string): ReadonlySet<string> {
  const otherwise = 'leave --changed out';
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], otherwise);
  if (commit.status !== 0) {
    throw new UsageError(
      `${ref} is not a commit of a repository around ${root}.`,
      'Name a git reference: --changed origin/main. In CI, fetch that branch first.',
    );
  }
  const lists = [
    ['diff', '--name-only', '--relative', '-z', commit.stdout.trim(), '--', '.'],
    ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'],
  ];
  return new Set(
    lists.flatMap((args) =>
      git(root, args, otherwise)
        .stdout.split('\0')
        .filter((name) => name !== ''),
    ),
  );
}
