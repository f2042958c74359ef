import { spawnSync } from 'node:child_process';
import { UsageError } from './usage-error.ts';

/**
 * Runs git in a folder.
 *
 * @throws UsageError where there is no git.
 */
export function git(
  cwd: string,
  args: readonly string[],
  otherwise: string,
): { readonly status: number | null; readonly stdout: string } {
  const { error, status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) {
    throw new UsageError(`git cannot be run: ${error.message}`, `Install git, or ${otherwise}.`, { cause: error });
  }
  return { status, stdout };
}
