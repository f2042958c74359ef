import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { analyze, defaultSettings, rules, type Finding } from '../../analyzers/index.ts';
import { outputDifference, type OutputDifference } from '../../analyzers/domain/output-difference.ts';
import { applyEdits, applyFixes } from '../../analyzers/fix/apply-edits.ts';
import { sortDiagnostics } from '../../generator/diagnostics/index.ts';
import { generate, generateFrom, pinpoint, sourceTexts } from '../../generator/index.ts';
import { openProject, scan } from '../../generator/scan/index.ts';
import { checkSchema, parseSchema } from '../../generator/schema/index.ts';
import type { GeneratorSettings } from '../../generator/settings.ts';
import { settingsFor } from '../support/settings.ts';

/** What a fixture shows: code that is reported, and the same code as it should be. */
export type FixtureSide = 'reported' | 'accepted';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = join(repository, 'fixtures/diagnostics');

/** The ids that have a fixture, sorted. */
export const fixtureIds: readonly string[] = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'ESNext.Disposable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A source file of a fixture, as pages show it. */
export interface FixtureFile {
  /** Relative to the fixture's project, for example `src/messages.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The files of one side, sorted by path. */
export function filesOf(id: string, side: FixtureSide): readonly FixtureFile[] {
  const folder = join(fixtures, id, side);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * Runs the generator over one side of a fixture; for the analyzers' own findings the analyzers too, and where a schema is
 * recorded, its check.
 *
 * @param root - A temporary folder; the project gets a folder of its own in it, as a user's has one.
 */
export function findingsOf(id: string, side: FixtureSide, root: string): readonly Finding[] {
  const folder = join(root, `${id}-${side}`);
  cpSync(join(fixtures, id, side), folder, { recursive: true });
  return findingsIn(id, folder);
}

/** As {@link findingsOf}, over files of any text. */
export function findingsWith(id: string, files: readonly FixtureFile[], root: string): readonly Finding[] {
  const folder = mkdtempSync(join(root, `${id}-`));
  for (const { path, text } of files) writeFile(join(folder, path), text);
  return findingsIn(id, folder);
}

function findingsIn(id: string, folder: string): readonly Finding[] {
  configure(folder);
  linkPackages(folder, id);
  const settings = settingsOf(folder);
  const record = join(folder, 'catga.schema.json');
  if (existsSync(record)) {
    const parsed = parseSchema(readFileSync(record, 'utf8'));
    if ('problem' in parsed) throw new TypeError(`${id}: ${parsed.problem}`);
    const { diagnostics, model } = generate(settings);
    const changes = pinpoint(checkSchema(parsed.schema, model).diagnostics, sourceTexts(folder));
    return sortDiagnostics([...diagnostics, ...changes]);
  }
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return generate(settings).diagnostics;
  const project = openProject(settings, { ambientTypes: true });
  const { diagnostics, files, model } = generateFrom(scan(project), settings);
  const output = join(folder, settings.output);
  // Generated, as a project is that somebody has run; what the fixture brings itself is older.
  for (const { path, text } of files) if (!existsSync(join(output, path))) writeFile(join(output, path), text);
  const staleOutput = (): OutputDifference => outputDifference(() => files, output);
  // A rule that is off by default is on in its own fixture; the others are as they are for everybody.
  const analysis = { ...defaultSettings, ...(rule.preset !== 'recommended' && { rules: { [id]: rule.severity } }) };
  return analyze(project, model, { rules, settings: analysis, diagnostics, staleOutput }).findings;
}

/** What `--fix` and each suggestion make of a fixture's reported side, as unified diffs. Empty where there are none. */
export function repairsOf(id: string, findings: readonly Finding[]): string {
  const read = (file: string): string => readFileSync(join(fixtures, id, 'reported', file), 'utf8');
  const { texts } = applyFixes(findings, read);
  const fixed = [...texts].map(([file, text]) => diffOf(file, read(file), text));
  const suggested = findings.flatMap(({ position: { file, line }, suggestions = [] }) =>
    suggestions.map(
      ({ message, edits }) =>
        `${file}:${line} suggestion: ${message}\n${diffOf(file, read(file), applyEdits(read(file), edits))}`,
    ),
  );
  return [...fixed, ...suggested].join('\n');
}

function diffOf(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, '', '', { context: 1 }).split('\n').slice(3).join('\n');
}

/** The findings as a fixture's `expected.txt` has them: exact positions, exact text. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map(({ id, severity, message, position, end, path, neededBy, related = [] }) => {
      const { file, line, column } = position;
      const range = end === undefined ? '' : `-${end.line}:${end.column}`;
      const more = [
        ...(path === undefined || message.includes(path) ? [] : [`  at ${path}`]),
        ...(neededBy === undefined ? [] : [`  needed by ${neededBy.join(', ')}`]),
        ...related.map((one) => `  ${one.position.file}:${one.position.line}:${one.position.column} ${one.message}`),
      ];
      return [`${file}:${line}:${column}${range} ${severity} ${id} ${message}`, ...more, ''].join('\n');
    })
    .join('');
}

/** The file that says what the reported side must be found to have. */
export function expectedFile(id: string): string {
  return join(fixtures, id, 'expected.txt');
}

/** The file that says what fixes and suggestions make of the reported side; absent where there are none. */
export function repairsFile(id: string): string {
  return join(fixtures, id, 'repairs.diff');
}

/** A fixture says of its compiler options only what is particular to it. */
function configure(folder: string): void {
  const path = join(folder, 'tsconfig.json');
  const own = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { readonly compilerOptions?: object })
    : { compilerOptions: {} };
  const merged = { compilerOptions: { ...compilerOptions, ...own.compilerOptions }, include: ['src'] };
  writeFileSync(path, JSON.stringify(merged));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'fixture', private: true, type: 'module' }));
}

/** The folder `packages` of a fixture is a workspace: each package generates its own code first. */
function linkPackages(folder: string, id: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(repository, 'runtime'), join(folder, 'node_modules/catga'));
  const packages = join(folder, 'packages');
  if (!existsSync(packages)) return;
  mkdirSync(join(folder, 'node_modules/@acme'));
  for (const name of readdirSync(packages)) {
    const installed = join(packages, name);
    symlinkSync(installed, join(folder, 'node_modules/@acme', name));
    mkdirSync(join(installed, 'node_modules'));
    symlinkSync(join(repository, 'runtime'), join(installed, 'node_modules/catga'));
    configure(installed);
    const exported = { './catga/*': './src/catga/*', './*': './src/*' };
    writeFileSync(
      join(installed, 'package.json'),
      JSON.stringify({ name: `@acme/${name}`, version: '1.0.0', type: 'module', exports: exported }),
    );
    if (existsSync(join(installed, 'src/catga'))) continue;
    const { files, diagnostics } = generate(settingsOf(installed));
    if (files.length === 0) throw new TypeError(`${id}: ${findingLines(diagnostics)}`);
    for (const { path, text } of files) {
      writeFile(join(installed, 'src/catga', path), text);
    }
  }
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function settingsOf(projectRoot: string): GeneratorSettings {
  const file = join(projectRoot, 'settings.json');
  const own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<GeneratorSettings>) : {};
  return settingsFor(projectRoot, own);
}
