import { parseArgs } from 'node:util';

/** What `npm run bench -- …` was asked for. */
export interface BenchArguments {
  /** The benchmark, or `project`. */
  readonly command: string;
  /** What follows the command. */
  readonly rest: readonly string[];
  readonly json: boolean;
  /** Part of the case ids wanted; empty for all. */
  readonly caseFilter: string;
  readonly rounds: number | undefined;
  readonly check: boolean;
  readonly strict: boolean;
  readonly messages: number;
}

/** A command line that cannot be read; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** How the command line is used. */
export const usage = `npm run bench -- <bench> [--json] [--case <text>] [--rounds <n>] [--check] [--strict]
npm run bench -- project <folder> [--messages <n>]

  --json           one JSON object a line on stdout, nothing else
  --case <text>    only cases whose id contains the text
  --rounds <n>     interleaved rounds; the default depends on the benchmark
  --check          say afterwards which floors of bench/floors.ts are met
  --strict         the same, and exit with 1 where a measured floor is missed
  project          write the synthetic project of the generator and start-up benchmarks`;

/**
 * Reads the command line.
 *
 * @throws UsageError when it cannot be read.
 */
export function parseArguments(words: readonly string[]): BenchArguments {
  const { values, positionals } = parse(words);
  const [command, ...rest] = positionals;
  if (command === undefined) throw new UsageError('which benchmark?');
  return {
    command,
    rest,
    json: values.json,
    caseFilter: values.case,
    rounds: values.rounds === undefined ? undefined : positiveInteger('--rounds', values.rounds),
    check: values.check || values.strict,
    strict: values.strict,
    messages: positiveInteger('--messages', values.messages),
  };
}

function parse(words: readonly string[]): {
  readonly values: {
    readonly json: boolean;
    readonly case: string;
    readonly rounds?: string;
    readonly check: boolean;
    readonly strict: boolean;
    readonly messages: string;
  };
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        case: { type: 'string', default: '' },
        rounds: { type: 'string' },
        check: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        messages: { type: 'string', default: '1000' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function positiveInteger(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`${option} ${text}: must be a whole number above 0`);
  return value;
}
