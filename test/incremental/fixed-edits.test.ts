import { deepStrictEqual } from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate, GenerationSession, type Generation, type GeneratorSettings } from '../../generator/index.ts';
import { generateFrom } from '../../generator/generate.ts';
import { planRescan, rescanProject, type FindAffected } from '../../generator/scan/index.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { catgaTypes } from './catga-types.ts';
import { shown, told, type Touched } from './runs.ts';
import { settingsFor } from '../support/settings.ts';

type Files = Readonly<Record<string, string | undefined>>;

const surroundings = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { target: 'ES2022', lib: ['ES2015'], module: 'NodeNext', strict: true, types: [] },
    include: ['src'],
  }),
  'node_modules/catga/package.json': '{ "name": "catga", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/catga/index.d.ts': catgaTypes,
};

/** A project whose edits are written out: each run in a session, and each from what the run before remembers, against a full one. */
class FixedProject {
  readonly #settings: GeneratorSettings;
  readonly #findAffected: FindAffected | undefined;
  readonly #session: GenerationSession;
  #texts: Map<string, string>;
  #last: Generation;
  /** Whether the last edit was also run from what the run before remembers. */
  wasPartial = false;

  constructor(files: Readonly<Record<string, string>>, findAffected?: FindAffected) {
    const root = temporaryFolder({ ...surroundings, ...files });
    this.#settings = settingsFor(root);
    this.#texts = new Map(Object.entries(files));
    this.#findAffected = findAffected;
    this.#session = new GenerationSession(this.#settings, findAffected);
    this.#last = generate(this.#settings);
    deepStrictEqual(shown(this.#session.run({ changed: new Set(), hasOtherFiles: true })), shown(this.#last));
  }

  /** The ids of what was found, and everything that was generated. */
  edit(files: Files): { readonly ids: readonly string[]; readonly text: string } {
    const touched = this.#write(files);
    const before = this.#last;
    const full = generate(this.#settings);
    const change = told(touched, before, this.#settings.projectRoot);
    if (change === undefined) throw new TypeError('packages are not edited here');
    deepStrictEqual(shown(this.#session.run(change)), shown(full));
    const memory = before.memory && (JSON.parse(JSON.stringify(before.memory)) as typeof before.memory);
    const plan = memory && !change.hasOtherFiles ? planRescan(memory, change.changed, this.#findAffected) : undefined;
    const rescanned = plan && rescanProject(this.#settings, plan);
    if (rescanned) deepStrictEqual(shown(generateFrom(rescanned, this.#settings)), shown(full));
    this.wasPartial = rescanned !== undefined;
    this.#last = full;
    return { ids: full.diagnostics.map(({ id }) => id), text: this.text };
  }

  /** Everything that is generated now. */
  get text(): string {
    return this.#last.files.map(({ path, text }) => `// ${path}\n${text}`).join('\n');
  }

  #write(files: Files): Touched {
    const all = Object.entries(files).map(
      ([path, text]) => [path, join(this.#settings.projectRoot, path), text] as const,
    );
    const came = all.filter(([path, , text]) => text !== undefined && !this.#texts.has(path));
    const went = all.filter(([, , text]) => text === undefined);
    for (const [path, file, text] of all) {
      if (text === undefined) {
        rmSync(file);
        this.#texts.delete(path);
        continue;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      this.#texts.set(path, text);
    }
    const paths = (list: typeof all): ReadonlySet<string> => new Set(list.map(([, file]) => file));
    return { changed: paths(all), came: paths(came), went: paths(went) };
  }
}

const codecs = "import type { DomainEvent, ReliableEvent, Upcaster } from 'catga';\n";
const aged = {
  'src/messages.ts': `${codecs}/** @version 2 */\nexport interface Aged extends ReliableEvent { readonly is: number }\n`,
  'src/former.ts':
    `${codecs}import type { Aged } from './messages.js';\nimport type { Part } from './part.js';\n` +
    'export interface AgedV1 { readonly was: Part }\n' +
    'export class AgedToV2 implements Upcaster<AgedV1, Aged> { upcast(): Aged { return null as never } }\n',
  'src/part.ts': 'export interface Part { readonly text: string }\n',
  'src/other.ts': `${codecs}export interface Other extends DomainEvent { readonly a: string }\n`,
};

const edited = (file: keyof typeof aged, from: string, to: string): Files => {
  if (!aged[file].includes(from)) throw new TypeError(`${file} has no ${from}`);
  return { [file]: aged[file].replace(from, to) };
};

describe('incremental: messages with former versions', () => {
  test.each<[string, Files, readonly string[], RegExp]>([
    [
      'its class becomes a constant',
      edited(
        'src/former.ts',
        'class AgedToV2 implements Upcaster<AgedV1, Aged> { upcast(): Aged { return null as never } }',
        'const agedToV2: Upcaster<AgedV1, Aged> = { upcast: () => null as never };',
      ),
      [],
      /agedToV2\.upcast\(old\)/,
    ],
    [
      'it is renamed',
      edited('src/former.ts', 'class AgedToV2', 'class FromTheFirst'),
      [],
      /new FromTheFirst\(\)\.upcast\(old\)/,
    ],
    ['it is ignored', edited('src/former.ts', 'export class', '/** @ignore */\nexport class'), ['CATGA8005'], /^$/],
    [
      'it makes another type',
      edited('src/former.ts', 'Upcaster<AgedV1, Aged>', 'Upcaster<AgedV1, AgedV1>'),
      ['CATGA8003'],
      /^$/,
    ],
    [
      'a former version gets a member',
      edited('src/former.ts', 'readonly was: Part', 'readonly was: Part; readonly since: Date'),
      [],
      /\$since/,
    ],
    [
      'a former version becomes positional',
      edited('src/former.ts', 'export interface AgedV1', '/** @wire positional */\nexport interface AgedV1'),
      [],
      /positional: true/,
    ],
    [
      'a former version keeps unknown members',
      edited('src/former.ts', 'export interface AgedV1', '/** @wire keepUnknown */\nexport interface AgedV1'),
      [],
      /keepUnknown: true/,
    ],
    [
      'a part of a former version, in another file, keeps unknown members',
      edited('src/part.ts', 'export interface Part', '/** @wire keepUnknown */\nexport interface Part'),
      [],
      /keepUnknown: true/,
    ],
    [
      'a former version says its version, wrongly',
      edited('src/former.ts', 'export interface AgedV1', '/** @version 3 */\nexport interface AgedV1'),
      ['CATGA8004'],
      /^$/,
    ],
    [
      'a part of a former version, in another file, gets a member',
      edited('src/part.ts', 'readonly text: string', 'readonly text: string; readonly extra: bigint'),
      [],
      /extra/,
    ],
    [
      'a part of a former version is refused',
      edited('src/part.ts', 'readonly text: string', 'readonly text: () => void'),
      ['CATGA1101'],
      /^$/,
    ],
    [
      'a part of a former version becomes one of a message',
      {
        'src/other.ts': `${codecs}import type { Part } from './part.js';\nexport interface Other extends DomainEvent { readonly a: Part }\n`,
      },
      [],
      /function writePart\(/,
    ],
    ['the version is raised', edited('src/messages.ts', '@version 2', '@version 3'), ['CATGA8005'], /^$/],
    [
      'the version is raised, and what is older is not read',
      edited('src/messages.ts', '@version 2', '@version 3 from 2'),
      [],
      /version 3/,
    ],
    ['the version is lowered', edited('src/messages.ts', '@version 2', '@version 1'), ['CATGA8006'], /^$/],
    [
      'the message changes',
      edited('src/messages.ts', 'readonly is: number', 'readonly is: number; readonly so: boolean'),
      [],
      /so/,
    ],
    ['the message is gone', edited('src/messages.ts', 'Aged extends ReliableEvent', 'Aged'), ['CATGA8001'], /^$/],
  ])('incremental: %s', (_, edit, ids, text) => {
    const project = new FixedProject(aged);
    expect(project.text).not.toContain('writePart');
    const made = project.edit(edit);
    expect(made.ids).toEqual(ids);
    expect(made.text).toMatch(text);
    // What finds errors is run in full.
    expect(project.wasPartial).toBe(ids.length === 0);
    expect(project.edit(aged).ids).toEqual([]);
  });

  test('incremental: a former version whose part is not looked at again would be stale', () => {
    const stale = new FixedProject(aged, (_files, changed) => new Set(changed));
    expect(() => stale.edit({ 'src/part.ts': 'export interface Part { readonly text: number }\n' })).toThrow(
      /deep-equal/,
    );
  });
});

const augmented = {
  'src/shared.ts': 'export interface Line { readonly sku: string }\n',
  'src/messages.ts': `${codecs}import type { Line } from './shared.js';\nexport interface Ordered extends ReliableEvent { readonly line: Line; readonly when: Clock }\n`,
  'src/other.ts': `${codecs}export interface Other extends DomainEvent { readonly a: string }\n`,
  'src/augments.ts': "export {};\ndeclare module './shared.js' { interface Line { readonly extra: number } }\n",
  'src/globals.ts': 'export {};\ndeclare global { interface Clock { readonly at: Date } }\n',
};

describe('incremental: augmentations', () => {
  test.each<[string, Files, RegExp]>([
    [
      'a member that another file adds to a module',
      { 'src/augments.ts': augmented['src/augments.ts'].replace('extra: number', 'further: bigint') },
      /further/,
    ],
    [
      'a member that another file adds to the global scope',
      { 'src/globals.ts': augmented['src/globals.ts'].replace('at: Date', 'at: Date; readonly zone: string') },
      /zone/,
    ],
    [
      'an augmentation that comes into a file that had none',
      {
        'src/other.ts': `${augmented['src/other.ts']}declare module './shared.js' { interface Line { readonly late: bigint } }\n`,
      },
      /late/,
    ],
    ['an augmentation that is emptied', { 'src/augments.ts': 'export {};\n' }, /^(?![^]*\bextra\b)/],
    [
      'what an augmentation is made of',
      {
        'src/globals.ts':
          "import type { Line } from './shared.js';\ndeclare global { interface Clock { readonly at: Line } }\n",
        'src/shared.ts': 'export interface Line { readonly code: string }\n',
      },
      /code/,
    ],
  ])('incremental: %s', (_, edit, text) => {
    const project = new FixedProject(augmented);
    const made = project.edit(edit);
    expect(made.ids).toEqual([]);
    expect(made.text).toMatch(text);
    expect(project.edit(augmented).text).toMatch(/extra/);
  });
});
