import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome } from '../../cli/generate/outcome.ts';
import { repository } from './command-line.ts';

/** `catga generate --watch --json` at work, until the test is finished. */
export class Watching {
  readonly outcomes: Outcome[] = [];
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  #rest = '';
  #err = '';
  #resume: (() => void) | undefined;

  constructor(root: string, environment: Readonly<Record<string, string>> = {}) {
    const bin = path.join(repository, 'cli/bin/catga.js');
    const child = spawn(process.execPath, [bin, 'generate', '--watch', '--json'], {
      cwd: root,
      env: { ...process.env, ...environment },
    });
    this.#child = child;
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.outcomes.push(JSON.parse(line) as Outcome);
      this.#resume?.();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
      this.#resume?.();
    });
    this.exit = new Promise((resolve) => child.on('exit', resolve));
  }

  get err(): string {
    return this.#err;
  }

  /** Waits until it holds; whoever waits too long is ended by the test's own time limit. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#resume = resolve;
        // Files are not reported; look at them now and then.
        setTimeout(resolve, 50);
      });
    }
  }

  /** Waits for the outcome after those that have been seen. */
  async next(seen: number): Promise<Outcome> {
    await this.until(() => this.outcomes.length > seen);
    const outcome = this.outcomes[seen];
    if (!outcome) throw new Error('no outcome');
    return outcome;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}
