import { dirname } from 'node:path';
import { locateProject } from '../config/locate.ts';
import { openConfiguration, type Configuration } from '../open-configuration.ts';
import type { Terminal } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { Wake } from './wake.ts';

/** How a command that stays follows a project. */
export interface ProjectFollower {
  /** `--config`. */
  readonly config: string | undefined;
  /** What a person is told about the run itself. */
  readonly say: (text: string) => void;
  /** Works on the project until its configuration changes. */
  readonly work: (configuration: Configuration) => Promise<void>;
}

/** Works on one project after the other, as its configuration changes. Ends by a signal only. */
export async function followConfiguration(terminal: Terminal, { config, say, work }: ProjectFollower): Promise<never> {
  process.once('SIGTERM', () => process.exit(143));
  say('watching; Ctrl-C ends it\n');
  let told = '';
  for (;;) {
    try {
      const location = locateProject(terminal.cwd, config);
      const configuration = await openConfiguration(location, { evaluate: true });
      await work(configuration);
      told = '';
      say('the configuration or a package has changed: starting anew\n');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const text = `error: ${error.message}\n${error.help}\n`;
      if (text !== told) terminal.err(text);
      told = text;
      await anyChange(config === undefined ? terminal.cwd : dirname(config));
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
