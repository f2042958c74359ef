import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/program.ts';
import { catga, command, project } from '../cli/command-line.ts';

const messages = (body: string): Readonly<Record<string, string>> => ({
  'src/messages.ts': `import type { Command, DomainEvent, Upcaster } from 'catga';\n${body}\n`,
  'src/on-ping.ts': 'export {};\n',
});

const first = 'export interface Pinged extends DomainEvent { readonly text: string }';

function edit(root: string, body: string): void {
  writeFileSync(join(root, 'src/messages.ts'), messages(body)['src/messages.ts'] ?? '');
}

function recorded(root: string): string {
  return readFileSync(join(root, 'catga.schema.json'), 'utf8');
}

function git(root: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
}

describe('catga schema', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('schema: a project without a record is told how to make one', async () => {
    const root = project(messages(first));
    const { code, err } = catga(root, ['schema', 'check']);
    expect(code).toBe(2);
    expect(err).toBe(
      `error: catga.schema.json does not exist in ${root}.\n` +
        'Run `catga schema update` and commit the file: it records what others can read.\n',
    );
    expect(existsSync(join(root, 'catga.schema.json'))).toBe(false);
  });

  it('schema: update writes a canonical file, and the next one nothing', async () => {
    const root = project(messages(`${first}\nexport interface A extends Command<number> { b: 'x' | 'y'; a?: A[] }`));
    expect((await command(root, ['schema', 'update', '--check'])).code).toBe(1);
    expect(await command(root, ['schema', 'update'])).toMatchObject({
      code: 0,
      out: 'catga.schema.json: 2 messages recorded\n',
    });
    expect(recorded(root)).toBe(`{
  "catga": "schema",
  "format": 1,
  "messages": {
    "a": {
      "kind": "command",
      "qos": 1,
      "version": 1,
      "body": "#A",
      "response": "number"
    },
    "pinged": {
      "kind": "event",
      "qos": 0,
      "version": 1,
      "body": "#Pinged"
    }
  },
  "types": {
    "A": {
      "members": {
        "a": { "optional": true, "type": { "array": "#A" } },
        "b": { "union": [{ "literal": "x" }, { "literal": "y" }] }
      }
    },
    "Pinged": {
      "members": {
        "text": "string"
      }
    }
  }
}
`);
    const before = recorded(root);
    expect(await command(root, ['schema', 'update'])).toMatchObject({
      code: 0,
      out: 'catga.schema.json is up to date\n',
    });
    expect((await command(root, ['schema', 'update', '--check'])).code).toBe(0);
    expect(recorded(root)).toBe(before);
    // Generating neither needs the record nor touches it.
    expect(catga(root, ['generate']).code).toBe(0);
    expect(recorded(root)).toBe(before);
  });

  it('schema: a compatible change passes, and is recorded on request only', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    edit(root, 'export interface Pinged extends DomainEvent { readonly text: string; readonly note?: string }');
    const { code, out } = await command(root, ['schema', 'check']);
    expect(code).toBe(0);
    expect(out).toBe(
      'compatible: the optional member `Pinged.note` was added\n' +
        '1 change against catga.schema.json, none of them breaking\n' +
        'catga.schema.json does not record this yet: run `catga schema update`\n',
    );
    const json = JSON.parse((await command(root, ['schema', 'check', '--json'])).out) as unknown;
    expect(json).toEqual({
      outcome: 'compatible',
      against: 'catga.schema.json',
      compatible: ['the optional member `Pinged.note` was added'],
      breaking: [],
      recorded: false,
    });
    expect((await command(root, ['schema', 'update'])).code).toBe(0);
    expect(await command(root, ['schema', 'check'])).toMatchObject({
      code: 0,
      out: 'no changes against catga.schema.json\n',
    });
  });

  it('schema: a breaking change fails the check and is not recorded, unless on purpose', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    const before = recorded(root);
    edit(root, 'export interface Pinged extends DomainEvent { readonly text: number }');
    const { code, err, out } = await command(root, ['schema', 'check']);
    expect(code).toBe(1);
    expect(out).toBe('1 breaking change against catga.schema.json\n');
    expect(err).toContain(
      'src/messages.ts:2:56 error CATGA8102: `pinged`: `Pinged.text` was `string` and is `number`; ' +
        'what was stored or sent before cannot be read, and services that were not updated cannot read what is sent now.\n',
    );
    expect((await command(root, ['schema', 'update'])).code).toBe(1);
    expect(recorded(root)).toBe(before);
    expect((await command(root, ['schema', 'update', '--accept-breaking'])).code).toBe(0);
    expect((await command(root, ['schema', 'check'])).code).toBe(0);
  });

  it('schema: a version and an upcaster make a breaking change pass; the former shape is kept', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    const raised = `/** @version 2 */\nexport interface Pinged extends DomainEvent { readonly text: number }`;
    edit(root, raised);
    const { code, err, out } = await command(root, ['schema', 'check']);
    expect([code, out]).toEqual([1, 'nothing was compared: mend the errors above first\n']);
    expect(err).toContain(
      'src/messages.ts:3:18 error CATGA8005: `pinged` is version 2, but nothing brings version 1 up to version 2.',
    );
    const former = (members: string): string =>
      `${raised}\nexport interface PingedV1 { ${members} }\n` +
      'export const pingedToV2: Upcaster<PingedV1, Pinged> = { upcast: (old) => ({ text: Number(Object.values(old)[0]) }) };';
    edit(root, former('readonly text: boolean'));
    expect(await command(root, ['schema', 'check'])).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        'src/messages.ts:4:38 error CATGA8117: `PingedV1` stands for version 1 of `pinged`, but cannot read what was recorded ' +
          'of it: `PingedV1.text` was `string`, here it is `boolean`.',
      ) as string,
    });
    edit(root, former('readonly text: string'));
    expect(await command(root, ['schema', 'check'])).toMatchObject({
      code: 0,
      out:
        'compatible: `pinged` was raised from version 1 to version 2\n' +
        '1 change against catga.schema.json, none of them breaking\n' +
        'catga.schema.json does not record this yet: run `catga schema update`\n',
    });
    expect((await command(root, ['schema', 'update'])).code).toBe(0);
    expect(recorded(root)).toContain(`      "former": {
        "1": {
          "body": "#Pinged",
          "types": {
            "Pinged": {
              "members": {
                "text": "string"
              }
            }
          }
        }
      }`);
    // What was recorded stays readable: taking the upcaster away is found too.
    edit(root, raised);
    expect((await command(root, ['schema', 'check'])).code).toBe(1);
    edit(root, raised.replace('@version 2', '@version 2 from 2'));
    expect(await command(root, ['schema', 'check'])).toMatchObject({
      code: 0,
      out:
        'compatible: `pinged` no longer reads version 1, as its `@version` says\n' +
        '1 change against catga.schema.json, none of them breaking\n' +
        'catga.schema.json does not record this yet: run `catga schema update`\n',
    });
  });

  it('schema: compares with a file or a commit, and says when that is neither', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    git(root, 'init', '-b', 'main');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'first');
    edit(root, 'export interface Pinged extends DomainEvent { readonly text: number }');
    await command(root, ['schema', 'update', '--accept-breaking']);
    writeFileSync(join(root, 'released.json'), recorded(root));
    expect((await command(root, ['schema', 'check'])).code).toBe(0);
    expect((await command(root, ['schema', 'check', '--against', 'released.json'])).code).toBe(0);
    const { code, out } = await command(root, ['schema', 'check', '--against', 'main']);
    expect([code, out]).toEqual([1, '1 breaking change against main:catga.schema.json\n']);
    const wrong = await command(root, ['schema', 'check', '--against', 'mian']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('error: mian is neither a file nor a commit of this repository.\n');
  });

  it('schema: a removed message is reported until its removal is recorded', async () => {
    const root = project(messages(`${first}\nexport interface Gone extends DomainEvent { readonly a: 1 }`));
    await command(root, ['schema', 'update']);
    git(root, 'init', '-b', 'main');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'first');
    edit(root, first);
    expect((await command(root, ['schema', 'check'])).err).toContain(
      'catga.schema.json:5:5 error CATGA8110: The event `gone` is no longer declared;',
    );
    expect((await command(root, ['schema', 'update', '--accept-breaking'])).code).toBe(0);
    expect((await command(root, ['schema', 'check'])).code).toBe(0);
    expect((await command(root, ['schema', 'check', '--against', 'main'])).code).toBe(0);
    // The name is remembered.
    edit(root, `${first}\nexport interface Gone extends DomainEvent { readonly a: 2 }`);
    expect((await command(root, ['schema', 'check'])).code).toBe(1);
    edit(root, `${first}\nexport interface Gone extends DomainEvent { readonly a: 1 }`);
    expect((await command(root, ['schema', 'check'])).code).toBe(0);
  });

  it('schema: --json says what breaks and where, for programs; the error is in the exit code', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    edit(root, 'export interface Pinged extends DomainEvent { readonly text: number; readonly note?: string }');
    const { code, out, err } = await command(root, ['schema', 'check', '--json']);
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      outcome: 'breaking',
      against: 'catga.schema.json',
      compatible: ['the optional member `Pinged.note` was added'],
      breaking: [
        {
          id: 'CATGA8102',
          severity: 'error',
          message:
            '`pinged`: `Pinged.text` was `string` and is `number`; what was stored or sent before cannot be read, ' +
            'and services that were not updated cannot read what is sent now.',
          help: 'Take the change back, or raise `@version` and write an `Upcaster` from the former shape (see docs/evolution.md).',
          path: 'Pinged.text',
          position: { file: 'src/messages.ts', line: 2, column: 56 },
          end: { line: 2, column: 60 },
        },
      ],
      recorded: false,
    });
    edit(root, 'export interface Pinged extends DomainEvent { readonly text: () => void }');
    const failed = await command(root, ['schema', 'check', '--json']);
    expect([failed.code, failed.err]).toEqual([1, '']);
    expect(JSON.parse(failed.out)).toMatchObject({
      outcome: 'failed',
      compatible: [],
      breaking: [{ id: 'CATGA1101', position: { file: 'src/messages.ts', line: 2, column: 56 } }],
      recorded: false,
    });
    edit(root, first);
    expect(JSON.parse((await command(root, ['schema', 'check', '--json'])).out)).toEqual({
      outcome: 'unchanged',
      against: 'catga.schema.json',
      compatible: [],
      breaking: [],
      recorded: true,
    });
    // What cannot be compared at all is no outcome.
    writeFileSync(join(root, 'catga.schema.json'), '{');
    expect(await command(root, ['schema', 'check', '--json'])).toMatchObject({ code: 2, out: '' });
  });

  it('schema: a defect of Catga ends with 3, and is not taken for a breaking change', async () => {
    const root = project(messages(first));
    await command(root, ['schema', 'update']);
    vi.spyOn(process, 'cwd').mockReturnValue(root);
    vi.spyOn(process.stdout, 'write').mockImplementation(() => {
      throw new TypeError('no such thing');
    });
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await run(['schema', 'check', '--json'])).toBe(3);
    expect(err.mock.calls).toEqual([
      [
        'internal error: no such thing\n' +
          'This is a defect of Catga. Run again with --debug for the stack trace and report it.\n',
      ],
    ]);
  });

  it('schema: a damaged record is refused by check and by update, and left alone', async () => {
    const root = project(messages(first));
    const text = '{\n<<<<<<< ours\n}';
    writeFileSync(join(root, 'catga.schema.json'), text);
    for (const verb of ['check', 'update']) {
      const { code, err } = await command(root, ['schema', verb]);
      expect(code).toBe(2);
      expect(err).toContain('error: catga.schema.json cannot be used: it has the conflict markers of a merge.\n');
    }
    expect(recorded(root)).toBe(text);
  });
});
