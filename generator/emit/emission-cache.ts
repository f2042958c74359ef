import type { CodecState } from '../codecs/codec-state.ts';
import type { ProjectModel } from '../model/project.ts';
import { ConstructorTexts } from './constructor-texts.ts';
import type { EmittedFile } from './emitted-file.ts';
import { changesBetween, type ModelChanges } from './model-changes.ts';
import type { ModuleSpecifiers } from './module-specifier.ts';
import { Pieces } from './pieces.ts';
import type { EmitOptions } from './plan.ts';
import { SchemaHash } from './schema-hash.ts';
import { SurfaceFingerprints } from './surface.ts';

interface Printed {
  readonly fingerprint: string;
  readonly text: string;
}

/** What a run of a process keeps for the next one: texts of generated files, by their fingerprints, and what led to them. */
export class EmissionCache {
  readonly schemaHash: SchemaHash = new SchemaHash();
  readonly fingerprints: SurfaceFingerprints = new SurfaceFingerprints();
  readonly constructors: ConstructorTexts = new ConstructorTexts();
  /** Of the run before. */
  specifiers: ModuleSpecifiers | undefined;
  codecs: CodecState | undefined;
  #emitted: { readonly model: ProjectModel; readonly options: EmitOptions } | undefined;
  #changes: ModelChanges | undefined;
  readonly #printed = new Map<string, Printed>();
  readonly #pieces = new Map<string, Pieces>();

  /** How the model of this run differs from that of the run before, where it differs little. */
  get changes(): ModelChanges | undefined {
    return this.#changes;
  }

  /** Before a run. */
  turnTo(model: ProjectModel, options: EmitOptions): void {
    const before = this.#emitted;
    const isComparable =
      before?.options.output === options.output &&
      before.options.importExtension === options.importExtension &&
      before.options.generatorVersion === options.generatorVersion;
    this.#changes = isComparable ? changesBetween(before.model, model) : undefined;
  }

  /** The text of that path and fingerprint, where it has been printed before. */
  textOf(path: string, fingerprint: string): string | undefined {
    const printed = this.#printed.get(path);
    return printed?.fingerprint === fingerprint ? printed.text : undefined;
  }

  /** Takes note of what has been printed. */
  keep(path: string, printed: Printed): void {
    this.#printed.set(path, printed);
  }

  /** The pieces of a file that is printed in pieces. */
  piecesOf(path: string): Pieces {
    const pieces = this.#pieces.get(path) ?? new Pieces();
    this.#pieces.set(path, pieces);
    return pieces;
  }

  /** After a run. */
  finish(model: ProjectModel, options: EmitOptions, files: readonly EmittedFile[]): void {
    this.#emitted = { model, options };
    this.retain(files);
  }

  /** Forgets files that are no longer generated. */
  retain(files: readonly EmittedFile[]): void {
    const paths = new Set(files.map(({ path }) => path));
    for (const path of this.#printed.keys()) if (!paths.has(path)) this.#printed.delete(path);
  }
}

/** A file whose text is printed when it is first asked for, unless an earlier run has printed it. */
export function emittedFile(
  path: string,
  fingerprint: string,
  print: () => string,
  cache?: EmissionCache,
): EmittedFile {
  let text = cache?.textOf(path, fingerprint);
  // Let go of when it has been called: what it prints from is the whole model of its run.
  let make: (() => string) | undefined = text === undefined ? print : undefined;
  return {
    path,
    fingerprint,
    get text() {
      if (make) {
        text = make();
        make = undefined;
        cache?.keep(path, { fingerprint, text });
      }
      return text ?? '';
    },
  };
}
