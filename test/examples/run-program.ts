import { spawn } from 'node:child_process';

export interface Outcome {
  readonly code: number | null;
  /** What the program wrote to both streams. */
  readonly output: string;
}

/** Runs a program to its end. @throws Error where it cannot be started. */
export function runProgram(command: string, args: readonly string[], cwd?: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** As {@link runProgram}, with this very Node. */
export function runNode(args: readonly string[], cwd?: string): Promise<Outcome> {
  return runProgram(process.execPath, args, cwd);
}
