import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cliEntry } from '../built-packages.ts';
import { median } from '../statistics.ts';
import type { SyntheticProject } from '../project/index.ts';
import { editModule } from './edit-module.ts';

/** The process of `catga generate --watch` ended, or one of its runs found errors. */
class WatchError extends Error {
  override readonly name = 'WatchError';
}

/**
 * Edits one file after the other beside `catga generate --watch`, each when the output of the one before is written.
 *
 * @param firstEdit - Number of the first edit.
 * @returns The median of what it says its runs took, from the noticed edit to the output written, in milliseconds.
 */
export async function watchRun(project: SyntheticProject, edits: number, firstEdit: number): Promise<number> {
  const child = spawn(process.execPath, [cliEntry, 'generate', '--watch', '--json'], {
    cwd: project.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<number> => {
      const line = await lines.next();
      if (line.done === true) throw new WatchError('catga generate --watch ended');
      const outcome = JSON.parse(line.value) as { readonly outcome: string; readonly durationMs: number };
      if (outcome.outcome !== 'generated') throw new WatchError(line.value.slice(0, 2000));
      return outcome.durationMs;
    };
    await next();
    const measured: number[] = [];
    // The first runs are a process that warms up.
    for (let edit = 0; edit < edits + 2; edit++) {
      await editModule(project, firstEdit + edit);
      const took = await next();
      if (edit >= 2) measured.push(took);
    }
    return median(measured);
  } finally {
    child.kill('SIGINT');
  }
}
