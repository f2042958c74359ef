import { EmissionCache } from './emit/index.ts';
import { generateFrom, type Generation } from './generate.ts';
import { openProject, planRescan, rescanProgram, scanProgram, type FindAffected } from './scan/index.ts';
import type { OpenProject, ProjectMemory, ScanResult } from './scan/index.ts';
import type { GeneratorSettings } from './settings.ts';

/** What has happened to a project's files since the run before. */
export interface ProjectChanges {
  /** Absolute, posix: files with another content, new files, files that are gone. */
  readonly changed: ReadonlySet<string>;
  /** Whether files have come or gone. */
  readonly hasOtherFiles: boolean;
}

/** A program, and what has changed since it was opened. */
interface Kept {
  readonly project: OpenProject;
  readonly changed: Set<string>;
  hasOtherFiles: boolean;
}

/**
 * The generator in a process that stays: each run takes over what has not changed since the one before, and comes to what
 * a process of its own would have come to. Options and installed packages must stay the same; when they change, start
 * another session.
 */
export class GenerationSession {
  readonly #settings: GeneratorSettings;
  readonly #findAffected: FindAffected | undefined;
  /** By whether they hold the ambient packages. */
  readonly #kept = new Map<boolean, Kept>();
  readonly #emitted: EmissionCache = new EmissionCache();
  /** Of the last run without errors, with what has changed since. */
  #known: { readonly memory: ProjectMemory; readonly changed: Set<string> } | undefined;

  constructor(settings: GeneratorSettings, findAffected?: FindAffected) {
    this.#settings = settings;
    this.#findAffected = findAffected;
  }

  /** Runs once; `changes` is what has happened since the run before. */
  run({ changed, hasOtherFiles }: ProjectChanges): Generation {
    for (const kept of this.#kept.values()) {
      for (const path of changed) kept.changed.add(path);
      kept.hasOtherFiles ||= hasOtherFiles;
    }
    for (const path of changed) this.#known?.changed.add(path);
    // What names lead to may be another file now, for files that have not changed themselves.
    if (hasOtherFiles) this.#known = undefined;
    const result = this.#rescan() ?? this.#scan();
    if (result.memory) this.#known = { memory: result.memory, changed: new Set() };
    return generateFrom(result, this.#settings, this.#emitted);
  }

  #rescan(): ScanResult | undefined {
    if (!this.#known) return undefined;
    const { memory, changed } = this.#known;
    const plan = planRescan(memory, changed, this.#findAffected);
    return plan && rescanProgram(this.#open(memory.ambientBecause.length > 0), plan)?.result;
  }

  #scan(): ScanResult {
    const { context, result } = scanProgram(this.#open(false));
    if (context.unresolvedIn.size === 0) return result;
    const ambientBecause = [...context.unresolvedIn].toSorted();
    return scanProgram(this.#open(true), { ambientBecause }).result;
  }

  #open(ambientTypes: boolean): OpenProject {
    const before = this.#kept.get(ambientTypes);
    if (before && before.changed.size === 0 && !before.hasOtherFiles) return before.project;
    const project = openProject(this.#settings, { ambientTypes, declarationsOnly: true, ...(before && { before }) });
    this.#kept.set(ambientTypes, { project, changed: new Set(), hasOtherFiles: false });
    return project;
  }
}
