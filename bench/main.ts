import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArguments, usage, UsageError, type BenchArguments } from './arguments.ts';
import type { Bench } from './bench.ts';
import { benches } from './benches.ts';
import { ensureBuilt } from './built-packages.ts';
import type { BenchLine } from './line.ts';
import { writeProject } from './project/index.ts';
import { inRepository } from './repository.ts';
import { linesTable, verdictsTable } from './table.ts';
import { verdicts } from './verdict.ts';

const report = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function main(words: readonly string[]): Promise<number> {
  const parameters = parseArguments(words);
  if (parameters.command === 'project') return await project(parameters);
  const bench = benches.find((each) => each.name === parameters.command);
  if (bench === undefined) {
    throw new UsageError(
      `no benchmark ${parameters.command}; there are ${benches.map((each) => each.name).join(', ')}`,
    );
  }
  const lines = await run(bench, parameters);
  if (!parameters.json) process.stdout.write(`${linesTable(lines)}\n`);
  if (!parameters.check) return 0;
  const outcome = verdicts(bench.name, lines);
  report(`\nfloors\n${verdictsTable(outcome)}`);
  return parameters.strict && outcome.some((verdict) => verdict.outcome === 'missed') ? 1 : 0;
}

async function run(bench: Bench, parameters: BenchArguments): Promise<readonly BenchLine[]> {
  const wants = (benchCase: string): boolean => benchCase.includes(parameters.caseFilter);
  const cases = Object.keys(bench.cases);
  if (!cases.some(wants)) {
    throw new UsageError(`no case of ${bench.name} contains ${parameters.caseFilter}: ${cases.join(', ')}`);
  }
  await ensureBuilt(report);
  const folder = await mkdtemp(join(tmpdir(), `catga-bench-${bench.name}-`));
  const lines: BenchLine[] = [];
  try {
    await symlink(inRepository('node_modules'), join(folder, 'node_modules'), 'dir');
    for await (const line of bench.run({ wants, rounds: parameters.rounds, folder, report })) {
      lines.push(line);
      if (parameters.json) process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return lines;
}

async function project(parameters: BenchArguments): Promise<number> {
  const [folder] = parameters.rest;
  if (folder === undefined) throw new UsageError('project: which folder?');
  const written = await writeProject({ folder: resolve(folder), messages: parameters.messages });
  process.stdout.write(`${written.messages} messages in ${written.files.length} files: ${written.folder}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}\n`);
  process.exitCode = 2;
}
