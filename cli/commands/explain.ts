import { diagnostics } from '../../generator/diagnostics/index.ts';
import { ExitCode } from '../exit-code.ts';
import { diagnosticId, ids, pageOf } from '../explain/page.ts';
import type { Terminal } from '../output/terminal.ts';
import { suggest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';

/** `catga explain [id]`: the page of one diagnostic, or the list of all. Needs no project. */
export function explain(terminal: Terminal, word: string | undefined): ExitCode {
  if (word === undefined) {
    for (const id of ids()) terminal.out(`${id}  ${diagnostics[id].severity.padEnd(7)}  ${diagnostics[id].title}\n`);
    return ExitCode.ok;
  }
  const id = diagnosticId(word);
  if (id === undefined) {
    const near = suggest(/^\d+$/.test(word) ? `CATGA${word}` : word, ids());
    throw new UsageError(
      `${word} is not the id of a diagnostic.`,
      `${near === undefined ? '' : `Did you mean ${near}? `}Run \`catga explain\` to see them all.`,
    );
  }
  terminal.out(pageOf(id));
  return ExitCode.ok;
}
