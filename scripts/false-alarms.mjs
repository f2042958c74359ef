// Runs `catga analyze` over our own examples and runtime and over the sources that packages of the lock file ship, with
// both scopes, and compares each finding with fixtures/false-alarms.json, where somebody has classed it after a look at
// the code. Fails when a finding is new or gone. `npm run build` comes first.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { own, packages } = JSON.parse(readFileSync(join(root, 'fixtures/false-alarms.json'), 'utf8'));

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  esModuleInterop: true,
  resolveJsonModule: true,
};

/** `<file>:<line>:<column> <id>` of each finding, sorted. */
function analyze(folder, scope) {
  const options = ['--scope', scope, '--preset', 'recommended', '--format', 'json', '--no-cache'];
  const run = spawnSync(process.execPath, [join(root, 'cli/bin/catga.js'), 'analyze', ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`catga analyze ended with ${run.status} in ${folder}:\n${run.stderr}`);
  }
  return JSON.parse(run.stdout)
    .map(({ id, position: { file, line, column } }) => `${file}:${line}:${column} ${id}`)
    .toSorted();
}

/** A project of its own for the sources of a package; tests that it ships are left out. */
function copyOf({ name, sources }, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'node_modules', name, sources), join(folder, 'src'), {
    recursive: true,
    filter: (path) => !/[\\/]tests$/.test(path),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src/**/*.ts'] }));
  writeFileSync(join(folder, 'catga.config.json'), JSON.stringify({ include: ['no-messages/**'] }));
  return readdirSync(join(folder, 'src'), { recursive: true }).filter((path) => path.endsWith('.ts')).length;
}

let failures = 0;
function compare(title, actual, expected) {
  const differences = [
    ...actual.filter((finding) => !expected.includes(finding)).map((finding) => `  new:  ${finding}`),
    ...expected.filter((finding) => !actual.includes(finding)).map((finding) => `  gone: ${finding}`),
  ];
  // Two findings of one rule at one place would pass the comparison of texts.
  if (differences.length === 0 && actual.length !== expected.length) differences.push('  a finding is there twice');
  failures += differences.length;
  console.log([`${title}: ${actual.length} findings`, ...differences].join('\n'));
}

const scopes = ['handlers', 'everywhere'];
for (const folder of own) {
  for (const scope of scopes) compare(`${folder}, ${scope}`, analyze(join(root, folder), scope), []);
}

const temporary = mkdtempSync(join(tmpdir(), 'catga-false-alarms-'));
try {
  for (const entry of packages) {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', entry.name, 'package.json'), 'utf8'));
    const folder = join(temporary, entry.name);
    const files = copyOf(entry, folder);
    if (version !== entry.version || files !== entry.files) {
      failures += 1;
      console.log(
        `${entry.name}: ${version} with ${files} files is here, ${entry.version} with ${entry.files} was classed`,
      );
    }
    for (const scope of scopes) {
      const expected = entry.findings
        .filter(({ scopes: where }) => where.includes(scope))
        .flatMap(({ id, at }) => at.map((place) => `${place} ${id}`));
      compare(`${entry.name} ${version}, ${scope}`, analyze(folder, scope), expected);
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

console.log(
  failures === 0 ? 'every finding is a known one' : `${failures} differences from fixtures/false-alarms.json`,
);
process.exitCode = failures === 0 ? 0 : 1;
