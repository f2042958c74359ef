import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../cli/program.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const repository: string = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** What a process came to. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line, or another installation of it, as a process of its own. */
export function catga(
  cwd: string,
  args: readonly string[],
  {
    bin = path.join(repository, 'cli/bin/catga.js'),
    env = {},
  }: { readonly bin?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** As {@link catga}, from the sources and in this process: the same in all but the time that a process takes. */
export async function command(cwd: string, args: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const terminal = { cwd, color: false, out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await run(args, undefined, terminal);
  return { code, out, err };
}

/** A small project that the built packages are linked into. */
export function project(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder({ ...sources, ...files });
  mkdirSync(path.join(root, 'node_modules/@catga'), { recursive: true });
  symlinkSync(path.join(repository, 'runtime'), path.join(root, 'node_modules/catga'));
  symlinkSync(path.join(repository, 'cli'), path.join(root, 'node_modules/@catga/cli'));
  return root;
}

const sources: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json':
    '{ "compilerOptions": { "target": "ES2022", "module": "NodeNext", "types": [], "strict": true, "skipLibCheck": true }, "include": ["src"] }',
  'src/messages.ts': `import type { Command, DomainEvent } from 'catga';

export interface Ping extends Command<string> {
  readonly text: string;
}

export interface Pinged extends DomainEvent {
  readonly text: string;
}
`,
  'src/on-ping.ts': `import { ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { pinged } from './catga/index.js';
import type { Ping } from './messages.js';

export class OnPing implements RequestHandler<Ping> {
  async handle(command: Ping, context: MessageContext): Promise<Result<string>> {
    await context.publish(pinged({ text: command.text }));
    return ok(command.text);
  }
}
`,
};
