import type { Diagnostic } from '../generator/diagnostics/index.ts';

/** One finding of `catga analyze`: of a rule, or one that `catga generate` has too. Plain data. */
export interface Finding extends Diagnostic {
  /** The name of the rule; absent for what the generator finds. */
  readonly rule?: string;
  /** What the finding is about, without its place: it stays the same when lines move. */
  readonly subject?: string;
  /** Applied by `--fix`: the code does the same as before. */
  readonly fix?: readonly TextEdit[];
  /** Ways to mend it that change what the code does; people choose. */
  readonly suggestions?: readonly Suggestion[];
}

/** A way to mend a finding. */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly TextEdit[];
}

/** Replaces the text between two offsets (UTF-16 code units) of a file. */
export interface TextEdit {
  /** Relative to the project root. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
