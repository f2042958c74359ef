import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import { sortDiagnostics } from '../../generator/diagnostics/index.ts';
import { generate, pinpoint, sourceTexts } from '../../generator/index.ts';
import { checkSchema, printSchema, updateSchema, type Schema, type SchemaCheck } from '../../generator/schema/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';
import { locateProject } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { openConfiguration } from '../open-configuration.ts';
import { plural, prettyDiagnostics } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { SchemaCheckFlags, SchemaUpdateFlags } from '../program.ts';
import { readBaseline } from '../schema/baseline.ts';
import { readSchemaText, schemaFileName, schemaOf, writeSchemaText } from '../schema/schema-file.ts';
import { UsageError } from '../usage-error.ts';

/** What `catga schema check --json` prints. */
export interface SchemaOutcome {
  /** `failed`: the declarations themselves have errors; nothing was compared. */
  readonly outcome: 'breaking' | 'compatible' | 'failed' | 'unchanged';
  /** What the declarations were compared with. */
  readonly against: string;
  readonly compatible: readonly string[];
  readonly breaking: readonly Diagnostic[];
  /** Whether `catga schema update` would change the file. */
  readonly recorded: boolean;
}

interface Declared {
  readonly root: string;
  readonly model: ProjectModel;
  readonly errors: readonly Diagnostic[];
}

/** `catga schema check`: whether what is declared can be read by, and can read, what was recorded. */
export async function schemaCheck(terminal: Terminal, flags: SchemaCheckFlags): Promise<ExitCode> {
  const declared = await readDeclarations(terminal, flags.config);
  const text = readSchemaText(declared.root);
  const committed = text === undefined ? undefined : schemaOf(text, schemaFileName);
  if (committed === undefined && flags.against === undefined) {
    throw new UsageError(
      `${schemaFileName} does not exist in ${declared.root}.`,
      'Run `catga schema update` and commit the file: it records what others can read.',
    );
  }
  const baseline =
    flags.against === undefined
      ? { name: schemaFileName, schema: committed }
      : readBaseline(flags.against, terminal.cwd, declared.root);
  const { model, errors } = declared;
  const found: SchemaCheck =
    errors.length > 0 || baseline.schema === undefined
      ? { diagnostics: errors, compatible: [] }
      : placed(checkSchema(baseline.schema, model, committed), declared.root);
  const isBroken = found.diagnostics.length > 0;
  const recorded = errors.length === 0 && text === printSchema(updateSchema(committed, model));
  const outcome: SchemaOutcome = {
    outcome:
      errors.length > 0 ? 'failed' : isBroken ? 'breaking' : found.compatible.length > 0 ? 'compatible' : 'unchanged',
    against: baseline.name,
    compatible: found.compatible,
    breaking: found.diagnostics,
    recorded,
  };
  if (flags.json === true) terminal.out(`${JSON.stringify(outcome, undefined, 2)}\n`);
  else {
    terminal.err(prettyDiagnostics(found.diagnostics, { root: declared.root, color: terminal.color }));
    terminal.out(checkText(outcome, baseline.schema));
  }
  return isBroken ? ExitCode.findings : ExitCode.ok;
}

function checkText(
  { outcome, against, compatible, breaking, recorded }: SchemaOutcome,
  schema: Schema | undefined,
): string {
  if (outcome === 'failed') return 'nothing was compared: mend the errors above first\n';
  if (schema === undefined) return `${against} does not exist yet: there is nothing to compare with\n`;
  const lines = compatible.map((text) => `compatible: ${text}\n`);
  const end =
    outcome === 'breaking'
      ? `${plural(breaking.length, 'breaking change')} against ${against}\n`
      : outcome === 'unchanged'
        ? `no changes against ${against}\n`
        : `${plural(compatible.length, 'change')} against ${against}, none of them breaking\n`;
  const hint =
    recorded || outcome === 'breaking'
      ? ''
      : `${schemaFileName} does not record this yet: run \`catga schema update\`\n`;
  return [...lines, end, hint].join('');
}

/** `catga schema update`: records what is declared. */
export async function schemaUpdate(terminal: Terminal, flags: SchemaUpdateFlags): Promise<ExitCode> {
  const { root, model, errors } = await readDeclarations(terminal, flags.config);
  const view = { root, color: terminal.color };
  if (errors.length > 0) {
    terminal.err(prettyDiagnostics(errors, view));
    terminal.out('nothing was recorded: mend the errors above first\n');
    return ExitCode.findings;
  }
  const text = readSchemaText(root);
  const recorded = text === undefined ? undefined : schemaOf(text, schemaFileName);
  const next = printSchema(updateSchema(recorded, model));
  if (flags.check === true) {
    const isCurrent = next === text;
    terminal.out(
      isCurrent ? `${schemaFileName} is up to date\n` : `${schemaFileName} is stale: run \`catga schema update\`\n`,
    );
    return isCurrent ? ExitCode.ok : ExitCode.findings;
  }
  const breaking = recorded === undefined ? [] : placed(checkSchema(recorded, model), root).diagnostics;
  if (breaking.length > 0 && flags.acceptBreaking !== true) {
    terminal.err(prettyDiagnostics(breaking, view));
    terminal.out('nothing was recorded: mend the changes above, or record them with --accept-breaking\n');
    return ExitCode.findings;
  }
  if (next === text) terminal.out(`${schemaFileName} is up to date\n`);
  else {
    writeSchemaText(root, next);
    terminal.out(`${schemaFileName}: ${plural(model.messages.length, 'message')} recorded\n`);
  }
  return ExitCode.ok;
}

async function readDeclarations(terminal: Terminal, config: string | undefined): Promise<Declared> {
  const location = locateProject(terminal.cwd, config);
  const { settings } = await openConfiguration(location);
  const { model, diagnostics } = generate(settings);
  return { root: location.root, model, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

/** With each finding at the member that it is about. */
function placed({ diagnostics, compatible }: SchemaCheck, root: string): SchemaCheck {
  return { diagnostics: sortDiagnostics(pinpoint(diagnostics, sourceTexts(root))), compatible };
}
