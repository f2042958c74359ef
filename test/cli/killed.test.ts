import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { command, project, repository } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';
import { Watching } from './watching.ts';

// Each kill is a process of its own.
vi.setConfig({ testTimeout: 240_000 });

const before = `import type { DomainEvent } from 'catga';

export interface OrderPlaced extends DomainEvent {
  readonly orderId: string;
}

export interface OrderDropped extends DomainEvent {
  readonly orderId: string;
}
`;
const after = before
  .replace('orderId: string;', 'orderId: string;\n  readonly added: number;')
  .replace('OrderDropped', 'OrderAdded');

// Dies in the middle of the write with the number KILL_AT, counted once `armed` is there; with IN_PLACE as if nothing were
// written beside its place.
const preload = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { writeFileSync } = fs;
const { KILL_AT, IN_PLACE } = process.env;
let written = 0;
fs.writeFileSync = (path, text, options) => {
  const isOurs = path.includes('/src/catga/') || path.includes('/.cache/catga/');
  if (!isOurs || !fs.existsSync('armed') || written++ < Number(KILL_AT)) return writeFileSync(path, text, options);
  const target = IN_PLACE === '1' ? path.replace(/\\.\\d+\\.tmp$/, '') : path;
  writeFileSync(target, text.slice(0, text.length / 2), options);
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
`;

type Output = ReadonlyMap<string, string>;

const written = ['src/catga', 'node_modules/.cache'];

/** A generated project and both of its outputs: as it is, and once its sources have changed. */
class Changing {
  readonly root: string = project({ 'src/orders.ts': before, 'kill.mjs': preload });
  readonly #kept: string = temporaryFolder();
  outputs: readonly [before: Output, after: Output] = [new Map(), new Map()];

  async prepare(): Promise<void> {
    writeFiles(this.root, { 'src/orders.ts': after });
    await command(this.root, ['generate']);
    const changed = this.output();
    writeFiles(this.root, { 'src/orders.ts': before });
    await command(this.root, ['generate']);
    this.outputs = [this.output(), changed];
    for (const folder of written) {
      cpSync(path.join(this.root, folder), path.join(this.#kept, folder), {
        recursive: true,
        preserveTimestamps: true,
      });
    }
  }

  /** Everything as before the change, which no run has seen. */
  restore(): void {
    for (const folder of written) {
      rmSync(path.join(this.root, folder), { recursive: true });
      cpSync(path.join(this.#kept, folder), path.join(this.root, folder), {
        recursive: true,
        preserveTimestamps: true,
      });
    }
    rmSync(path.join(this.root, 'armed'), { force: true });
    writeFiles(this.root, { 'src/orders.ts': before });
  }

  output(): Output {
    const folder = path.join(this.root, 'src/catga');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
    return new Map(paths.map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]));
  }

  /** Files that are neither what they were nor what they become; those beside their place left out. */
  halves(): readonly string[] {
    return [...this.output()]
      .filter(([file, text]) => !file.endsWith('.tmp') && !this.outputs.some((output) => output.get(file) === text))
      .map(([file]) => file);
  }

  environment(killAt: number, inPlace = false): Readonly<Record<string, string>> {
    const loader = `--import=${path.join(this.root, 'kill.mjs')}`;
    return { NODE_OPTIONS: loader, KILL_AT: String(killAt), IN_PLACE: inPlace ? '1' : '0' };
  }
}

/** Runs and dies; `false` where it has nothing more to write. */
function dies({ root }: Changing, environment: Readonly<Record<string, string>>): boolean {
  const { signal, stderr } = spawnSync(process.execPath, [path.join(repository, 'cli/bin/catga.js'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  expect(stderr).toBe('');
  return signal === 'SIGKILL';
}

/** The next run makes all of it good, and nothing is left of the one that died. */
async function expectGood(changing: Changing): Promise<void> {
  const { root } = changing;
  expect(await command(root, ['generate'])).toMatchObject({ code: 0, err: '' });
  expect(changing.output()).toEqual(changing.outputs[1]);
  expect(await command(root, ['generate', '--check'])).toMatchObject({ code: 0 });
  const cache = readdirSync(path.join(root, 'node_modules/.cache'), { recursive: true, encoding: 'utf8' });
  expect(cache.filter((file) => file.endsWith('.tmp'))).toEqual([]);
}

test('generate: killed in the middle of a write, no file is a half, and the next run makes it good', async () => {
  const changing = new Changing();
  await changing.prepare();
  let kills = 0;
  // Every other write: of what was changed, what was added, what names them all, and what is remembered.
  for (;;) {
    changing.restore();
    writeFiles(changing.root, { armed: '', 'src/orders.ts': after });
    if (!dies(changing, changing.environment(2 * kills))) break;
    kills += 1;
    expect(changing.halves()).toEqual([]);
    await expectGood(changing);
  }
  expect(kills).toBeGreaterThan(3);
  expect(changing.output()).toEqual(changing.outputs[1]);
});

test('generate: killed while it wrote in place, a file would be a half', async () => {
  const changing = new Changing();
  await changing.prepare();
  writeFiles(changing.root, { armed: '', 'src/orders.ts': after });
  expect(dies(changing, changing.environment(0, true))).toBe(true);
  expect(changing.halves()).toHaveLength(1);
});

test('watch: killed in the middle of a write, no file is a half, and the next watch makes it good', async () => {
  const changing = new Changing();
  await changing.prepare();
  for (const killAt of [0, 2, 4]) {
    changing.restore();
    const watching = new Watching(changing.root, changing.environment(killAt));
    await watching.next(0);
    writeFiles(changing.root, { armed: '' });
    writeFiles(changing.root, { 'src/orders.ts': after });
    expect(await watching.exit).toBeNull();
    expect(changing.halves()).toEqual([]);
    rmSync(path.join(changing.root, 'armed'));
    const again = new Watching(changing.root);
    await again.next(0);
    again.kill('SIGINT');
    await again.exit;
    await expectGood(changing);
  }
});
