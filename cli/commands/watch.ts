import type { Outcome } from '../generate/outcome.ts';
import { prettyDiagnostics } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { GenerateFlags } from '../program.ts';
import { followConfiguration } from '../watch/follow-configuration.ts';
import { watchProject } from '../watch/watch-project.ts';
import { outcomeText } from './generate.ts';

/** `catga generate --watch`. Ends by a signal only. */
export async function watchCommand(terminal: Terminal, flags: GenerateFlags): Promise<never> {
  return followConfiguration(terminal, {
    config: flags.config,
    say: flags.json === true ? terminal.err : terminal.out,
    work: (configuration) =>
      watchProject(configuration, (outcome) => show(terminal, flags, configuration.location.root, outcome)),
  });
}

function show(terminal: Terminal, flags: GenerateFlags, root: string, outcome: Outcome): void {
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(outcome)}\n`);
    return;
  }
  terminal.err(prettyDiagnostics(outcome.diagnostics, { root, color: terminal.color }));
  terminal.out(outcomeText(outcome));
}
