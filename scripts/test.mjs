// Builds, runs every test with coverage, and ends with one line that says how many passed and failed. A test that was
// skipped counts as a failure: what is not run is not shown to work.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const report = join(root, 'coverage/tests.json');

function node(script, ...args) {
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

const built = node('scripts/build.mjs');
if (built !== 0) process.exit(built);

mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const status = node(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--coverage',
  '--coverage.clean=false',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);

const results = JSON.parse(readFileSync(report, 'utf8'));
const { numPassedTests: passed, numFailedTests: failed, numTotalTests: total } = results;
// A file that fails to load has no tests of its own to fail.
const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const skipped = total - passed - failed;
if (skipped > 0) {
  const names = results.testResults.flatMap((file) => file.assertionResults);
  for (const { status: outcome, fullName } of names) {
    if (outcome !== 'passed' && outcome !== 'failed') console.error(`not run: ${fullName}`);
  }
}
console.log(`${passed} passed, ${failed + broken.length + skipped} failed`);
process.exit(status !== 0 || skipped > 0 || passed === 0 ? 1 : 0);
