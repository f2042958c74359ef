import type { Finding, TextEdit } from '../finding.ts';

/** What fixes come to: new texts of the files concerned, and what has been mended. */
export interface AppliedFixes {
  /** By path relative to the project root. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Finding[];
}

/**
 * Applies the fixes of findings, each as a whole or not at all: of two that overlap the first wins, and the other is for
 * the next run.
 *
 * @param read - The text of a file; `undefined` where it is gone, and its fixes with it.
 */
export function applyFixes(findings: readonly Finding[], read: (file: string) => string | undefined): AppliedFixes {
  const taken = new Map<string, TextEdit[]>();
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const edits = finding.fix ?? [];
    if (edits.length === 0 || edits.some((edit) => overlapsAny(taken.get(edit.file) ?? [], edit))) continue;
    for (const edit of edits) {
      const list = taken.get(edit.file);
      // The same insertion may come from two findings: an import that both need.
      if (list === undefined) taken.set(edit.file, [edit]);
      else if (!list.some((other) => isSame(other, edit))) list.push(edit);
    }
    fixed.push(finding);
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of taken) {
    const text = read(file);
    if (text !== undefined) texts.set(file, applyEdits(text, edits));
  }
  return { texts, fixed: fixed.filter(({ fix }) => fix?.every(({ file }) => texts.has(file)) ?? false) };
}

/** Replaces stretches of a text that do not overlap. */
export function applyEdits(text: string, edits: readonly Omit<TextEdit, 'file'>[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Insertions at one place overlap unless they are the same: which of them comes first cannot be told. */
function overlapsAny(edits: readonly TextEdit[], edit: TextEdit): boolean {
  return edits.some(
    (other) =>
      !isSame(other, edit) &&
      ((edit.start < other.end && other.start < edit.end) || (edit.start === other.start && edit.end === other.end)),
  );
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}
