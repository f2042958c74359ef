import { blockingCall } from '../../../analyzers/rules/reliability/blocking-call.ts';
import type { InvalidCase } from '../../../analyzers/testing/index.ts';
import { marked } from '../marked-case.ts';
import { testRule } from '../rule-cases.ts';

const messages = `import type { Command, EventHandler, MessageContext, ReliableEvent, RequestHandler, Result } from 'catga';
import { ok } from 'catga';
export interface PlaceOrder extends Command { readonly path: string }
export interface OrderPlaced extends ReliableEvent { readonly path: string }
`;

const handlerOf = (imports: string, body: string, members = ''): string => `${imports}${messages}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  ${members}
  async handle(command: PlaceOrder): Promise<Result> {
    ${body}
    return ok();
  }
}
`;

const suggested = (imports: string, body: string, mendedImports: string, mended: string): InvalidCase =>
  marked(body.replaceAll(/[«»]/g, ''), handlerOf(imports, body), {
    also: [{ suggestions: [handlerOf(mendedImports, mended)] }],
  });

const said = (call: string, reason: string): string =>
  `\`${call}(…)\` blocks the process: until ${reason}, no other message is handled, no timer runs and no broker is answered.`;

const helpers = `declare const ready: boolean, end: number, queue: (() => void)[], parent: { next?: object };
declare class Disk { readFileSync(path: string): string; static existsSync(): boolean }
`;

const passedOn = marked(
  'what a module of the project passes on, told by types',
  `${messages}import { readFileSync } from './disk.js';
import fs from 'node:fs';
const { statSync } = fs;
export class OnOrderPlaced implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> { this.#look(event.path); }
  #look(path: string): void { «readFileSync(path)»; «statSync(path)»; }
}
`,
);

testRule(blockingCall, {
  valid: [
    {
      title: 'what does not block, or not for long',
      code: `import { readFile } from 'node:fs/promises';
import * as fs from 'node:fs';
import { randomFillSync, hkdfSync, createHash, scrypt } from 'node:crypto';
import { readFileSync } from './disk.js';
${messages}${helpers}
function statSync(path: string): string { return path; }
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(command: PlaceOrder): Promise<Result> {
    await readFile(command.path);
    await fs.promises.readFile(command.path);
    randomFillSync(new Uint8Array(8));
    hkdfSync('sha256', 'key', 'salt', '', 64);
    createHash('sha256').update(command.path).digest('hex');
    scrypt('password', 'salt', 64, () => undefined);
    new Disk().readFileSync(command.path);
    Disk.existsSync();
    statSync(command.path);
    readFileSync(command.path);
    return ok();
  }
}
`,
    },
    {
      title: 'loops that work, wait or end',
      code: `${messages}${helpers}
export class OnOrderPlaced implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    const deadline = Date.now() + 50;
    while (Date.now() < deadline && queue.length > 0) queue.shift()?.();
    while (Date.now() < deadline) await Promise.resolve();
    while (Date.now() < deadline) { if (ready) break; }
    while (Date.now() < deadline) { if (ready) return; }
    for (let i = 0; i < 3; i++);
    let at = 0;
    while (at < event.path.length) at++;
    while (/a/g.exec(event.path));
    const stamps: number[] = [];
    let i = 0;
    while (i < 3) { stamps[i] = Date.now(); i++; }
  }
}
`,
    },
    {
      title: 'where the program starts, and where it ends',
      scope: 'handlers',
      code: `import { readFileSync, writeFileSync } from 'node:fs';
${messages}
const template = readFileSync('template.html', 'utf8');
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  readonly #terms = readFileSync('terms.txt', 'utf8');
  static readonly limits = readFileSync('limits.json', 'utf8');
  readonly #key: Buffer;
  constructor(path: string) { this.#key = readFileSync(path); }
  async handle(): Promise<Result> { return ok(); }
  [Symbol.dispose](): void { writeFileSync('key', this.#key); }
}
/** @service */
export class Keys { readonly #key: Buffer; constructor() { this.#key = readFileSync('key'); } get key(): Buffer { return this.#key; } }
export function serve(): string { return template + readFileSync('footer.html', 'utf8'); }
`,
    },
    {
      title: 'calls that are allowed',
      options: { allow: ['node:fs.existsSync', 'zlib.*'] },
      code: handlerOf(
        "import { existsSync } from 'node:fs';\nimport { gzipSync } from 'node:zlib';\n",
        "existsSync(command.path); gzipSync('text');",
      ),
    },
  ],
  invalid: [
    marked(
      'every way to import, without types of Node',
      handlerOf(
        `import { readFileSync, existsSync as isThere } from 'node:fs';
import fs from 'fs';
import * as files from 'node:fs';
import { default as disk } from 'node:fs';
import zlib, { gzipSync } from 'node:zlib';
import { execSync } from 'child_process';
import crypto, { pbkdf2Sync, scryptSync, generateKeyPairSync } from 'node:crypto';
import { hashSync } from 'bcrypt';
`,
        'this.#work(command);',
        `#work(command: PlaceOrder): void {
    «readFileSync(command.path)»;
    «isThere(command.path)»;
    «fs.writeFileSync(command.path, '')»;
    «files.statSync(command.path)»;
    «disk.rmSync(command.path)»;
    «zlib.inflateSync('')»;
    «gzipSync('text')»;
    «execSync('git status')»;
    «crypto.scryptSync('password', 'salt', 64)»;
    «pbkdf2Sync('password', 'salt', 1, 64, 'sha512')»;
    «scryptSync('password', 'salt', 64)»;
    «generateKeyPairSync('rsa', { modulusLength: 4096 })»;
    «hashSync('password', 12)»;
    «Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)»;
  }`,
      ),
      {
        compilerOptions: { types: [] },
        scope: 'handlers',
        also: [
          { message: said('readFileSync', 'the disk answers') },
          { message: said('isThere', 'the disk answers') },
          {},
          {},
          {},
          { message: said('zlib.inflateSync', 'it is done') },
          {},
          { message: said('execSync', 'the other process ends') },
          {},
          {},
          {},
          {},
          {},
          { message: said('Atomics.wait', 'it wakes up') },
        ],
      },
    ),
    {
      ...passedOn,
      compilerOptions: { types: ['node'] },
      code: { 'src/case.ts': passedOn.code, 'src/disk.ts': "export { readFileSync } from 'node:fs';\n" },
    },
    marked(
      'loops that only wait',
      `${messages}${helpers}
export class OnOrderPlaced implements EventHandler<OrderPlaced> {
  async handle(event: OrderPlaced): Promise<void> {
    const start = Date.now();
    «while (Date.now() - start < event.path.length)» {}
    «while (Date.now() < end)»;
    «while (performance.now() < end)» { ; }
    «while (new Date().getTime() < end)» {}
    «while (+new Date() < end)» {}
    «while (process.hrtime.bigint() < 5n)» {}
    «for (const from = Date.now(); Date.now() - from < 100; )» {}
    «do {} while (Date.now() < end);»
    let now = Date.now();
    «while (now < end)» now = Date.now();
    let rounds = 0;
    «while (Date.now() < end)» { rounds++; }
    «while (!ready)» {}
    «while (parent.next === undefined)»;
  }
}
`,
      {
        compilerOptions: { types: ['node'] },
        also: [
          {
            message:
              'This loop waits without giving way: until it ends, no other message is handled, no timer runs and no broker is answered.',
          },
        ],
      },
    ),
    marked(
      'behaviors, validators, services, functions, and what is made for each message',
      `import { readFileSync } from 'node:fs';
import { handler, type Behavior, type FunctionHandler, type ValidationIssue, type Validator } from 'catga';
${messages}
export class Audit implements Behavior<PlaceOrder> { before(command: PlaceOrder): void { «readFileSync(command.path)»; } }
export class Check implements Validator<PlaceOrder> { validate(command: PlaceOrder): readonly ValidationIssue[] { «readFileSync(command.path)»; return []; } }
/** @service */
export class Templates { get footer(): string { return «readFileSync('footer', 'utf8')»; } }
/** @lifetime transient */
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  readonly #terms = «readFileSync('terms.txt', 'utf8')»;
  static readonly limits = readFileSync('limits.json', 'utf8');
  constructor() { «readFileSync('key')»; }
  async handle(): Promise<Result> { void this.#terms; return ok(); }
}
export const onOrderPlaced: FunctionHandler<OrderPlaced> = handler(async (event) => { [event].forEach(({ path }) => «readFileSync(path)»); });
`,
      { scope: 'handlers' },
    ),
    marked(
      'any function of the program with the scope everywhere',
      "import { readFileSync } from 'node:fs';\nconst template = readFileSync('a');\nexport function serve(): unknown { return [template, «readFileSync('b')»]; }\n",
    ),
    marked(
      'calls that are named by the option `also`',
      handlerOf(
        "import { DatabaseSync } from './database.js';\nimport { sleep } from 'naps';\ndeclare function legacySleep(ms: number): void;\n",
        "«legacySleep(5)»; «sleep(5)»; new DatabaseSync('orders');",
      ),
      { options: { also: ['legacySleep', 'naps.*'] } },
    ),
    suggested(
      "import { readFileSync } from 'node:fs';\n",
      "const text = «readFileSync(command.path, 'utf8')»; void text;",
      "import { readFile } from 'node:fs/promises';\n",
      "const text = await readFile(command.path, 'utf8'); void text;",
    ),
    suggested(
      'import { existsSync, readFileSync } from "fs";\n',
      "if («readFileSync(command.path, 'utf8')».length === 0) return ok();",
      'import { existsSync } from "fs";\nimport { readFile } from "fs/promises";\n',
      "if ((await readFile(command.path, 'utf8')).length === 0) return ok();",
    ),
    suggested(
      "import { readFile as read } from 'node:fs/promises';\nimport { readFileSync, watch } from 'node:fs';\nconst first = readFileSync('a'), second = watch;\n",
      '«readFileSync(command.path)»;',
      "import { readFile as read } from 'node:fs/promises';\nimport { readFileSync, watch } from 'node:fs';\nconst first = readFileSync('a'), second = watch;\n",
      'await read(command.path);',
    ),
    suggested(
      "import fs from 'node:fs';\n",
      '«fs.mkdirSync(command.path, { recursive: true })»;',
      "import fs from 'node:fs';\n",
      'await fs.promises.mkdir(command.path, { recursive: true });',
    ),
    marked(
      'what has no promise form, or one that would mean something else',
      handlerOf(
        "import { existsSync, readFile, readFileSync, statSync } from 'node:fs';\nvoid readFile;\n",
        "«existsSync(command.path)»; «readFileSync(command.path)»; «statSync(command.path, { throwIfNoEntry: false })»; (() => «readFileSync('a')»)();",
      ),
    ),
  ],
});
