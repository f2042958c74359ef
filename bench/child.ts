import { spawn } from 'node:child_process';

/** What a finished child process came to. */
export interface ChildResult {
  readonly stdout: string;
  readonly stderr: string;
  /** From just before the spawn to the exit. */
  readonly wallMs: number;
  /** From just before the spawn to the first byte on stdout; absent when nothing was written. */
  readonly firstByteMs: number | undefined;
}

/** How a child is run. */
export interface ChildOptions {
  readonly cwd?: string;
  /** Exit codes that are fine. Default: only 0. */
  readonly exitCodes?: readonly number[];
}

/** A child process that did not end as it should have. */
class ChildError extends Error {
  override readonly name = 'ChildError';
}

/**
 * Runs plain `node` to its end and times it.
 *
 * @param parameters - What follows `node` on the command line.
 * @throws ChildError when it ends with another exit code or a signal; its output is in the message.
 */
export function runChild(parameters: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, parameters, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let firstByteMs: number | undefined;
    let wallMs = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      firstByteMs ??= performance.now() - started;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('exit', () => {
      wallMs = performance.now() - started;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== null && (options.exitCodes ?? [0]).includes(code)) {
        resolve({ stdout, stderr, wallMs, firstByteMs });
        return;
      }
      const command = ['node', ...parameters].join(' ');
      reject(new ChildError(`${command} ended with ${signal ?? `exit code ${code}`}\n${stderr}${stdout.slice(-4000)}`));
    });
  });
}

// A loader that runs this process (tsx) must not run the measured ones.
function childEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _nodeOptions, ...environment } = process.env;
  return environment;
}
