import { locateProject, type ProjectLocation } from './config/locate.ts';
import { enableCompileCache } from './compile-cache.ts';
import { ExitCode } from './exit-code.ts';
import { isFresh, lastRun, type LastRun } from './freshness/check.ts';

// `catga generate` with nothing to do is what runs most often, before every build. Nothing but this module and what it
// imports is loaded for it: no compiler, no templates, no argument parser.
const argv = process.argv.slice(2);
const location = argv.length === 1 && argv[0] === 'generate' ? locate() : undefined;
const last = location && look(location);
if (location && last && last.manifest.warnings.length === 0 && isFresh(location, last)) {
  process.stdout.write(`up to date: ${last.manifest.summary}\n`);
  process.exitCode = ExitCode.ok;
} else {
  enableCompileCache();
  const { run } = await import('./program.ts');
  process.exitCode = await run(argv, last);
}

function locate(): ProjectLocation | undefined {
  try {
    return locateProject(process.cwd());
  } catch {
    // The command meets the same trouble and reports it.
    return undefined;
  }
}

function look(project: ProjectLocation): LastRun | undefined {
  try {
    return lastRun(project);
  } catch {
    // As above.
    return undefined;
  }
}
