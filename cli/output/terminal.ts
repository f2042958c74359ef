/** Where a command reads its surroundings from and writes to. */
export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  /** Whether findings may be coloured. */
  readonly color: boolean;
  /** Results: what a pipe should get. */
  readonly out: (text: string) => void;
  /** Everything said to a person about the run itself. */
  readonly err: (text: string) => void;
}

/** The process's own terminal. Colour: `FORCE_COLOR` and `NO_COLOR` decide, else whether findings go to a screen. */
export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    color: wantsColor(process.env, process.stderr.isTTY),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}

/** See https://no-color.org: any value that is not empty counts. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal === true && env['TERM'] !== 'dumb';
}
