import type { FileView } from '../rule.ts';

/** What it takes to ask about types. */
export type TypeView = Pick<FileView, 'checker' | 'program' | 'root' | 'ts'>;
