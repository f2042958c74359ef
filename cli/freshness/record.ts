import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ts } from '../../generator/scan/compiler-library.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { EmittedFile } from '../../generator/emit/emitted-file.ts';
import type { ProjectMemory } from '../../generator/index.ts';
import type { GeneratorSettings } from '../../generator/settings.ts';
import type { EvaluatedConfig } from '../config/load.ts';
import type { ProjectLocation } from '../config/locate.ts';
import { contentHash } from './content-hash.ts';
import type { RecordedInputs, Stamp } from './inputs.ts';
import { generatorStamp, writeManifest, type OutputStamp } from './manifest.ts';
import { writeMemory } from './memory.ts';
import { readTsconfig, type TsconfigInputs } from './tsconfig-inputs.ts';
import { stampFile, stampFolder } from './stamp.ts';

/** What a run has read. */
export interface ReadInputs {
  readonly location: ProjectLocation;
  readonly settings: GeneratorSettings;
  readonly config: EvaluatedConfig;
  /** Absolute paths of the files that the program consists of, or that had a say in the result. */
  readonly sources: readonly string[];
  /** What was read of them, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly memory: ProjectMemory;
}

/** A complete run, as far as it matters for whether the next one has anything to do. */
export interface CompletedRun extends ReadInputs {
  readonly files: readonly EmittedFile[];
  /** How the run before left the files that it generated. */
  readonly before?: readonly OutputStamp[];
  readonly warnings: readonly Diagnostic[];
  readonly summary: string;
}

/** Remembers a run for {@link freshManifest}. */
export function recordRun(run: CompletedRun): void {
  const { root } = run.location;
  writeManifest(root, {
    generator: generatorStamp,
    ...recordInputs(run),
    outputs: outputStamps(run),
    warnings: run.warnings,
    summary: run.summary,
    memory: writeMemory(root, run.memory),
  });
}

/** What a run has read, for the next one to compare with. */
export function recordInputs(run: ReadInputs): RecordedInputs {
  const { location, settings } = run;
  const { root } = location;
  const tsconfig = readTsconfig(join(root, settings.tsconfig));
  const output = join(root, settings.output);
  const inputs = inputFiles(run, tsconfig);
  const path = (file: string): string => relative(root, file);
  const known = new Set(run.memory.rootFiles);
  const isComplete = tsconfig.sources.every(
    (file) => known.has(file) || file.startsWith(`${output}/`) || file.includes('/node_modules/'),
  );
  return {
    ...(location.configFile === undefined ? {} : { configFile: path(location.configFile) }),
    config: run.config,
    inputs: inputs.map((file): Stamp => [path(file), stampRead(file, run.texts.get(file))]),
    // A source that came while the run was at work has not been read: the next run has to.
    folders: tsconfig.folders.map((folder): Stamp => [path(folder), isComplete ? stampFolder(folder, output) : '']),
    absent: run.memory.absent.map(path),
    output: settings.output,
  };
}

/** The same fingerprint is the same text, so that nothing has to be printed for its hash. */
function outputStamps({ settings, location, files, before = [] }: CompletedRun): readonly OutputStamp[] {
  const known = new Map(before.map((stamp) => [stamp[0], stamp]));
  return files.map((file): OutputStamp => {
    const path = join(settings.output, file.path);
    const { size, mtimeMs } = statSync(join(location.root, path));
    const { fingerprint } = file;
    const [, hash, , , printedFrom] = known.get(path) ?? [path, ''];
    if (fingerprint === undefined) return [path, contentHash(file.text), size, mtimeMs];
    const isKnown = hash !== '' && printedFrom === fingerprint;
    return [path, isKnown ? hash : contentHash(file.text), size, mtimeMs, fingerprint];
  });
}

// A file that has been edited since the run read it counts as changed, so that the edit is not lost.
function stampRead(file: string, text: string | undefined): string {
  return text === undefined || ts.sys.readFile(file) === text ? stampFile(file) : '';
}

/** Everything that a run has read, packages by their `package.json`: absolute, sorted. */
export function inputFiles(
  { location, settings, sources }: Pick<ReadInputs, 'location' | 'settings' | 'sources'>,
  tsconfig: TsconfigInputs,
): readonly string[] {
  const output = join(location.root, settings.output);
  const inputs = new Set<string>([...tsconfig.files, ...enginePackages()]);
  if (location.configFile !== undefined) inputs.add(location.configFile);
  for (const source of sources) {
    // Of a package its package.json stands for all: installing another version changes it.
    const file = source.includes('/node_modules/') ? packageManifest(source) : source;
    if (file !== undefined && !file.startsWith(`${output}/`)) inputs.add(file);
  }
  return [...inputs].toSorted();
}

/** The `package.json` of what the generator itself runs on. */
function enginePackages(): readonly string[] {
  const require = createRequire(import.meta.url);
  return ['ts-morph', 'handlebars']
    .map((name) => packageManifest(require.resolve(name)))
    .filter((file) => file !== undefined);
}

const manifests = new Map<string, string | undefined>();

/** The nearest `package.json` that names a package; those that only say "type" are part of a bigger one. */
function packageManifest(file: string): string | undefined {
  const folder = dirname(file);
  if (manifests.has(folder)) return manifests.get(folder);
  const candidate = join(folder, 'package.json');
  const own = existsSync(candidate) && /"name"\s*:/.test(readFileSync(candidate, 'utf8'));
  const found = own ? realpathSync(candidate) : dirname(folder) === folder ? undefined : packageManifest(folder);
  manifests.set(folder, found);
  return found;
}
