import type { Diagnostic } from '../../diagnostics/index.ts';
import type {
  ConditionalFinding,
  ConstructedDraft,
  FileFragment,
  MessageDraft,
  UpcasterDraft,
} from './file-fragment.ts';

/** A fragment while its file is being scanned. */
export interface OpenFragment {
  readonly messages: MessageDraft[];
  readonly candidates: Set<string>;
  readonly bases: Set<string>;
  readonly constructed: ConstructedDraft[];
  readonly upcasters: UpcasterDraft[];
  readonly refusedSteps: string[];
  readonly conditional: ConditionalFinding[];
  readonly diagnostics: Diagnostic[];
}

/** Collects what a scan finds, by the file whose declarations it is looking at. */
export class FragmentCollector {
  readonly #byFile = new Map<string, OpenFragment>();
  #current: OpenFragment | undefined;
  #currentFile: string | undefined;

  /** Of the file that is being looked at. */
  get current(): OpenFragment | undefined {
    return this.#current;
  }

  /** The absolute path of that file. */
  get currentFile(): string | undefined {
    return this.#currentFile;
  }

  /** Does something on behalf of a file. */
  within<T>(file: string, act: () => T): T {
    const fragment = this.#byFile.get(file) ?? emptyFragment();
    this.#byFile.set(file, fragment);
    return this.#enter(file, fragment, act);
  }

  /** Does something whose findings are of no interest: another run has them. */
  apart<T>(act: () => T): T {
    return this.#enter(undefined, emptyFragment(), act);
  }

  /** Everything found, by absolute path of the file. */
  finish(): ReadonlyMap<string, FileFragment> {
    return new Map(
      [...this.#byFile].map(([file, fragment]) => [
        file,
        { ...fragment, candidates: [...fragment.candidates], bases: [...fragment.bases] },
      ]),
    );
  }

  #enter<T>(file: string | undefined, fragment: OpenFragment, act: () => T): T {
    const before = { fragment: this.#current, file: this.#currentFile };
    this.#current = fragment;
    this.#currentFile = file;
    try {
      return act();
    } finally {
      this.#current = before.fragment;
      this.#currentFile = before.file;
    }
  }
}

function emptyFragment(): OpenFragment {
  return {
    messages: [],
    candidates: new Set(),
    bases: new Set(),
    constructed: [],
    upcasters: [],
    refusedSteps: [],
    conditional: [],
    diagnostics: [],
  };
}
