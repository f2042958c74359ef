import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ExitCode } from './exit-code.ts';
import type { LastRun } from './freshness/check.ts';
import { processTerminal, type Terminal } from './output/terminal.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

/**
 * Carries out one command line. `last` is how the project differs from its last run, where that has been found out already.
 *
 * Never rejects: what goes wrong is printed and becomes the exit code.
 */
export async function run(
  argv: readonly string[],
  last?: LastRun,
  terminal: Terminal = processTerminal(),
): Promise<ExitCode> {
  const interrupt = (): never => {
    terminal.err('interrupted\n');
    process.exit(ExitCode.interrupted);
  };
  process.once('SIGINT', interrupt);
  try {
    let code: ExitCode = ExitCode.ok;
    const program = commands(terminal, last, (result) => {
      code = result;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, terminal, argv.includes('--debug'));
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

function commands(terminal: Terminal, last: LastRun | undefined, done: (code: ExitCode) => void): Command {
  const program = new Command('catga')
    .description('Generates and checks the code that Catga runs: registry, codecs, routes, composition root.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('Run `catga --help` to see what there is.');

  program
    .command('init')
    .description('set up the project: configuration, scripts, a sample message and its handler; overwrites nothing')
    .addOption(debugOption())
    .action(async () => {
      const { init } = await import('./commands/init.ts');
      done(init(terminal));
    });

  program
    .command('generate')
    .description('write the generated code')
    .option('--check', 'write nothing; exit 1 and list the files that are stale, missing or orphaned')
    .option('--diff', 'write nothing; exit 1 and print what would change as a unified diff')
    .option('--json', 'print the outcome as JSON; with --watch one line for each run')
    .addOption(
      new Option('--bench', 'also write a benchmark of the messages and handlers; changes none of yours').conflicts([
        'check',
        'diff',
        'watch',
      ]),
    )
    .addOption(
      new Option('--watch', 'stay and write the generated code whenever a source has changed').conflicts([
        'check',
        'diff',
      ]),
    )
    .addOption(
      new Option('--analyze', 'run the rules of `catga analyze` too, on the same program').conflicts([
        'bench',
        'watch',
      ]),
    )
    .option('--force', 'run in full even if nothing has changed, and evaluate the configuration anew')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: GenerateFlags) => {
      if (options.watch === true) {
        const { watchCommand } = await import('./commands/watch.ts');
        await watchCommand(terminal, options);
        return;
      }
      const { generateCommand } = await import('./commands/generate.ts');
      done(await generateCommand(terminal, options, last));
    });

  program
    .command('describe')
    .description('list messages, handlers, pipelines, routes and external services')
    .option('--json', 'print the model as JSON')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: DescribeFlags) => {
      const { describe } = await import('./commands/describe.ts');
      done(await describe(terminal, options));
    });

  program
    .command('analyze')
    .description('find what would be lost in production: unhandled messages, promises that nobody awaits')
    .addOption(
      new Option('--format <format>', 'how findings are printed (default: pretty; on GitHub with annotations)').choices(
        ['pretty', 'json', 'sarif', 'github', 'junit'],
      ),
    )
    .option('--fix', 'apply fixes that do not change what the code does')
    .addOption(
      new Option('--fix-dry-run', 'write nothing; print what --fix would change as a unified diff').conflicts(['fix']),
    )
    .addOption(
      new Option('--max-warnings <count>', 'how many warnings are let pass (default: 0)').argParser((value) =>
        wholeNumber(value),
      ),
    )
    .option('--rule <name...>', 'run these rules alone, by name or id')
    .addOption(new Option('--preset <preset>', 'the rules that are on').choices(['recommended', 'strict']))
    .addOption(
      new Option('--scope <scope>', 'what rules about handlers look at (default: handlers)').choices([
        'handlers',
        'everywhere',
      ]),
    )
    .option('--changed [ref]', 'show findings in files that differ from a git reference only (default: HEAD)')
    .option('--baseline <file>', 'the file of known findings (default: catga.baseline.json, where it exists)')
    .option('--update-baseline', 'record all findings as known, and forget those that are gone')
    .addOption(
      new Option('--watch', 'stay and look again whenever a source has changed').conflicts([
        'fix',
        'fixDryRun',
        'updateBaseline',
      ]),
    )
    .option('--no-cache', 'look at everything again, and keep nothing for the next run')
    .option('--stats', 'print how long each rule took')
    .option('--list-rules', 'list the rules and what they are set to; --format json for programs')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: AnalyzeFlags) => {
      const { analyzeCommand } = await import('./commands/analyze.ts');
      done(await analyzeCommand(terminal, options));
    });

  program
    .command('doctor')
    .description('check versions, configuration, installation and output; say what to do about each finding')
    .option('--json', 'print what was found as JSON')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: DoctorFlags) => {
      const { doctor } = await import('./commands/doctor.ts');
      done(await doctor(terminal, options));
    });

  program
    .command('explain')
    .description('say what a finding means, with an example of what is reported and of what is not')
    .argument('[id]', 'the id of a finding, for example CATGA1001 (default: list them all)')
    .addOption(debugOption())
    .action(async (id: string | undefined) => {
      const { explain } = await import('./commands/explain.ts');
      done(explain(terminal, id));
    });

  const schema = program
    .command('schema')
    .description('record the wire shapes of all messages in catga.schema.json, and check changes against it');

  schema
    .command('check')
    .description('find changes that older or newer versions of a service cannot read; exit 1 where there are any')
    .option('--against <ref or file>', 'compare with the schema of a git reference or of a file, not with the one here')
    .option('--json', 'print the outcome as JSON')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: SchemaCheckFlags) => {
      const { schemaCheck } = await import('./commands/schema.ts');
      done(await schemaCheck(terminal, options));
    });

  schema
    .command('update')
    .description('write catga.schema.json; refuses to record what breaks')
    .option('--check', 'write nothing; exit 1 if the file is not what would be written')
    .option('--accept-breaking', 'record breaking changes and removed messages, on purpose')
    .addOption(configOption())
    .addOption(debugOption())
    .action(async (options: SchemaUpdateFlags) => {
      const { schemaUpdate } = await import('./commands/schema.ts');
      done(await schemaUpdate(terminal, options));
    });

  return program;
}

/** Options of `catga generate`. */
export interface GenerateFlags {
  readonly check?: true;
  readonly diff?: true;
  readonly json?: true;
  readonly force?: true;
  readonly watch?: true;
  readonly bench?: true;
  readonly analyze?: true;
  readonly config?: string;
}

/** Options of `catga doctor`. */
export interface DoctorFlags {
  readonly json?: true;
  readonly config?: string;
}

/** Options of `catga describe`. */
export interface DescribeFlags {
  readonly json?: true;
  readonly config?: string;
}

/** Options of `catga analyze`. */
export interface AnalyzeFlags {
  readonly format?: 'pretty' | 'json' | 'sarif' | 'github' | 'junit';
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly preset?: 'recommended' | 'strict';
  readonly scope?: 'handlers' | 'everywhere';
  /** `true`: without a reference. */
  readonly changed?: true | string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly watch?: true;
  /** `false`: `--no-cache`. */
  readonly cache?: boolean;
  readonly stats?: true;
  readonly listRules?: true;
  readonly config?: string;
}

/** Options of `catga schema check`. */
export interface SchemaCheckFlags {
  readonly against?: string;
  readonly json?: true;
  readonly config?: string;
}

/** Options of `catga schema update`. */
export interface SchemaUpdateFlags {
  readonly check?: true;
  readonly acceptBreaking?: true;
  readonly config?: string;
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It takes a whole number of at least 0.');
}

function configOption(): Option {
  return new Option('--config <file>', 'the configuration to use (default: the nearest catga.config.*)');
}

function debugOption(): Option {
  return new Option('--debug', 'print stack traces of internal errors');
}

function report(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed its text; help and version that were asked for are no errors.
    return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  }
  if (error instanceof UsageError) {
    terminal.err(`error: ${error.message}\n${error.help}\n`);
    if (debug) terminal.err(`${trace(error)}\n`);
    return ExitCode.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(
    debug
      ? `internal error: ${trace(error)}\n`
      : `internal error: ${message}\nThis is a defect of Catga. Run again with --debug for the stack trace and report it.\n`,
  );
  return ExitCode.internal;
}

function trace(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${trace(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
