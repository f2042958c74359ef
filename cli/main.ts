import { locateProject } from './config/locate.ts';
import { ExitCode } from './exit-code.ts';
import { freshManifest } from './freshness/check.ts';
import type { FreshnessManifest } from './freshness/manifest.ts';

// `catga generate` with nothing to do is what runs most often, before every build. Nothing but this module and what it
// imports is loaded for it: no compiler, no templates, no argument parser.
const argv = process.argv.slice(2);
const fresh = argv.length === 1 && argv[0] === 'generate' ? lastRun() : undefined;
if (fresh !== undefined && fresh.warnings.length === 0) {
  process.stdout.write(`up to date: ${fresh.summary}\n`);
  process.exitCode = ExitCode.ok;
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(argv, fresh);
}

function lastRun(): FreshnessManifest | undefined {
  try {
    return freshManifest(locateProject(process.cwd()));
  } catch {
    // The full run meets the same trouble and reports it.
    return undefined;
  }
}
