import { catalogue } from '../../analyzers/catalogue.ts';
import { ExitCode } from '../exit-code.ts';
import { findEntry, pageOf } from '../explain/page.ts';
import type { Terminal } from '../output/terminal.ts';
import { suggest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';

/** `catga explain [id]`: the page of one diagnostic or rule, or the list of all. Needs no project. */
export function explain(terminal: Terminal, word: string | undefined): ExitCode {
  if (word === undefined) {
    for (const { id, severity, title } of catalogue) terminal.out(`${id}  ${severity.padEnd(7)}  ${title}\n`);
    return ExitCode.ok;
  }
  const entry = findEntry(word);
  if (entry === undefined) {
    const words = catalogue.flatMap(({ id, rule }) => (rule === undefined ? [id] : [id, rule.name]));
    const near = suggest(/^\d+$/.test(word) ? `CATGA${word}` : word, words);
    throw new UsageError(
      `${word} is not the id of a diagnostic, nor the name of a rule.`,
      `${near === undefined ? '' : `Did you mean ${near}? `}Run \`catga explain\` to see them all.`,
    );
  }
  terminal.out(pageOf(entry));
  return ExitCode.ok;
}
