import type { TypeDefinition } from '../../model/types.ts';
import type { FileFragment } from '../fragments/index.ts';

/** What a later run needs in order to look at changed files only. Plain data; made by runs without errors. */
export interface ProjectMemory {
  /** Files with names that resolve only with the ambient packages of the project's `types`; empty: it did without. */
  readonly ambientBecause: readonly string[];
  /** Files named by the tsconfig, absolute, sorted. */
  readonly rootFiles: readonly string[];
  /** The project's files, by absolute path; those that are only imported too. */
  readonly files: Readonly<Record<string, FileMemory>>;
  /** Files of packages that declare something global: absolute. */
  readonly globalFiles: readonly string[];
  /** Whether the name of a type depended on which packages the project imports. */
  readonly usesPackages: boolean;
  readonly definitions: readonly TypeDefinition[];
  /** Everything that was read: absolute. */
  readonly inputs: readonly string[];
  /** Where nothing was when imports were looked for; a file there may be what they mean: absolute. */
  readonly absent: readonly string[];
}

/** What is known of one file. */
export interface FileMemory {
  /** The project's files that it imports, directly: absolute. */
  readonly imports: readonly string[];
  /** The packages that it names in its import declarations, and the file that each resolves to. */
  readonly packages: readonly PackageImport[];
  /** Declares something for files that do not import it. */
  readonly isGlobal: boolean;
  readonly fragment?: FileFragment;
}

export type PackageImport = readonly [specifier: string, file: string];
