import { dirname } from 'node:path';
import { locateProject } from '../config/locate.ts';
import type { Outcome } from '../generate/outcome.ts';
import { openConfiguration } from '../open-configuration.ts';
import { prettyDiagnostics } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { GenerateFlags } from '../program.ts';
import { UsageError } from '../usage-error.ts';
import { FolderWatcher } from '../watch/folder-watcher.ts';
import { Wake } from '../watch/wake.ts';
import { watchProject } from '../watch/watch-project.ts';
import { outcomeText } from './generate.ts';

/** `catga generate --watch`: one project after the other, as its configuration changes. Ends by a signal only. */
export async function watchCommand(terminal: Terminal, flags: GenerateFlags): Promise<never> {
  process.once('SIGTERM', () => process.exit(143));
  const say = flags.json === true ? terminal.err : terminal.out;
  say('watching; Ctrl-C ends it\n');
  let told = '';
  for (;;) {
    try {
      const location = locateProject(terminal.cwd, flags.config);
      const configuration = await openConfiguration(location, { evaluate: true });
      told = '';
      await watchProject(configuration, (outcome) => show(terminal, flags, location.root, outcome));
      say('the configuration or a package has changed: starting anew\n');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const text = `error: ${error.message}\n${error.help}\n`;
      if (text !== told) terminal.err(text);
      told = text;
      await anyChange(flags.config === undefined ? terminal.cwd : dirname(flags.config));
    }
  }
}

// There is no project to watch, so whatever changes beside its configuration is worth another try.
async function anyChange(folder: string): Promise<void> {
  const wake = new Wake();
  const watcher = new FolderWatcher(wake.notify);
  try {
    watcher.update([], [folder], () => true);
    await wake.wait(10, 1000);
  } finally {
    watcher.close();
  }
}

function show(terminal: Terminal, flags: GenerateFlags, root: string, outcome: Outcome): void {
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(outcome)}\n`);
    return;
  }
  terminal.err(prettyDiagnostics(outcome.diagnostics, { root, color: terminal.color }));
  terminal.out(outcomeText(outcome));
}
