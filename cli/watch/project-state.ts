import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { ts } from '../../generator/scan/compiler-library.ts';
import type { Generation, ProjectChanges } from '../../generator/index.ts';
import { configNames } from '../config/locate.ts';
import { inputFiles } from '../freshness/record.ts';
import { stampFile, stampFolder } from '../freshness/stamp.ts';
import { readTsconfig, type TsconfigInputs } from '../freshness/tsconfig-inputs.ts';
import type { Configuration } from '../open-configuration.ts';

/** What has happened since the last look; `other-project`: options or packages, so that nothing can be taken over. */
export type Happened = ProjectChanges | 'nothing' | 'other-project';

/** What a project's files were when they were last read, against what they are now. Contents decide, not events. */
export class ProjectState {
  readonly #configuration: Configuration;
  readonly #tsconfig: TsconfigInputs;
  readonly #output: string;
  readonly #root: string;
  /** Of what must not change: by path. */
  readonly #fixed: Map<string, string>;
  readonly #folders = new Map<string, string>();
  #texts: ReadonlyMap<string, string> = new Map();
  /** Where imports were looked for and nothing was. */
  #absent: readonly string[] = [];
  /** Size and times of files when they were found to be as they were read. */
  readonly #seen = new Map<string, string>();

  /**
   * Before anything is read: what changes from here on is noticed.
   *
   * @param alsoFixed - Other files that must not change: absolute.
   */
  constructor(configuration: Configuration, alsoFixed: readonly string[] = []) {
    const { location, settings } = configuration;
    this.#configuration = configuration;
    this.#root = location.root;
    this.#output = join(location.root, settings.output);
    this.#tsconfig = readTsconfig(join(location.root, settings.tsconfig));
    this.#fixed = stamps([
      ...configNames.map((name) => join(location.root, name)),
      ...this.#tsconfig.files,
      ...alsoFixed,
    ]);
    if (location.configFile !== undefined) this.#fixed.set(location.configFile, stampFile(location.configFile));
    for (const folder of this.#tsconfig.folders) this.#folders.set(folder, stampFolder(folder, this.#output));
  }

  /** Folders to watch with all below them. */
  get trees(): readonly string[] {
    return this.#tsconfig.folders;
  }

  /** Folders to watch by themselves. */
  get folders(): readonly string[] {
    const files = [...this.#fixed.keys(), ...this.#texts.keys()];
    const found = new Set(files.map((file) => dirname(file)).filter((folder) => existsSync(folder)));
    for (const place of this.#absent) {
      const folder = firstThere(place);
      // Above the project a lot happens that has nothing to do with it.
      if (folder === this.#root || folder.startsWith(`${this.#root}${sep}`) || basename(folder) === 'node_modules') {
        found.add(folder);
      }
    }
    return [...found];
  }

  /** Whether a folder below those is none of the project's. */
  readonly skips = (folder: string): boolean =>
    folder === this.#output || /[\\/](?:node_modules|\.[^\\/]*)$/.test(folder);

  /** Takes note of what a run has read. */
  read({ texts, inputs, absent }: Pick<Generation, 'absent' | 'inputs' | 'texts'>): void {
    this.#absent = absent;
    const before = this.#texts;
    this.#texts = new Map([...texts].filter(([path]) => !path.includes('/node_modules/')));
    for (const path of this.#seen.keys()) if (this.#texts.get(path) !== before.get(path)) this.#seen.delete(path);
    for (const file of inputFiles({ ...this.#configuration, sources: inputs }, this.#tsconfig)) {
      if (!this.#texts.has(file) && !this.#fixed.has(file)) this.#fixed.set(file, stampFile(file));
    }
  }

  /** Compares; what it answers counts as seen, so run upon it. */
  look(): Happened {
    for (const [file, stamp] of this.#fixed) if (stampFile(file) !== stamp) return 'other-project';
    let hasOtherFiles = this.#absent.some((place) => existsSync(place));
    for (const [folder, before] of this.#folders) {
      const now = stampFolder(folder, this.#output);
      if (now !== before) hasOtherFiles = true;
      this.#folders.set(folder, now);
    }
    const changed = new Set([...this.#texts].flatMap(([file, text]) => (this.#isSame(file, text) ? [] : [file])));
    return hasOtherFiles || changed.size > 0 ? { changed, hasOtherFiles } : 'nothing';
  }

  #isSame(file: string, text: string): boolean {
    const found = statSync(file, { throwIfNoEntry: false });
    const seen = found && `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
    if (seen !== undefined && this.#seen.get(file) === seen) return true;
    if (ts.sys.readFile(file) !== text) return false;
    if (seen !== undefined) this.#seen.set(file, seen);
    return true;
  }
}

/** The nearest folder above that exists. */
function firstThere(place: string): string {
  const folder = dirname(place);
  return existsSync(folder) || dirname(folder) === folder ? folder : firstThere(folder);
}

function stamps(files: readonly string[]): Map<string, string> {
  return new Map(files.map((file) => [file, stampFile(file)]));
}
