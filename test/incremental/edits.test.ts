import { deepStrictEqual } from 'node:assert/strict';
import { array, assert, nat, property, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { generate, GenerationSession, type EmittedFile, type GeneratorSettings } from '../../generator/index.ts';
import { planRescan, rescanProject, type FindAffected } from '../../generator/scan/index.ts';
import { generateFrom } from '../../generator/generate.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { catgaTypes } from './catga-types.ts';
import { EditedProject, type Edit } from './edited-project.ts';
import { shown, told, type Touched } from './runs.ts';
import { installed, inventory } from './surroundings.ts';
import { settingsFor } from '../support/settings.ts';

// A soak sets it to hours of edits; in the suite it is seconds.
const sequences = Number(process.env['CATGA_EDIT_SEQUENCES'] ?? 5);

const edit: Arbitrary<Edit> = record({
  what: nat(99),
  where: nat(99),
  how: nat(99),
});

const catga = {
  'node_modules/catga/package.json': '{ "name": "catga", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/catga/index.d.ts': catgaTypes,
};
let composed: Readonly<Record<string, string>> | undefined;

/** The composed package as it is installed: with what it has generated. */
function composedPackage(): Readonly<Record<string, string>> {
  const { files } = generate(settingsFor(temporaryFolder({ ...catga, ...inventory }), { namespace: 'inventory' }));
  const generated = files.map(({ path, text }): [string, string] => [`src/catga/${path}`, text]);
  const all = [...Object.entries(inventory), ...generated];
  return Object.fromEntries(all.map(([path, text]) => [`node_modules/@shop/inventory/${path}`, text]));
}

function setUp(): { readonly project: EditedProject; readonly settings: GeneratorSettings } {
  composed ??= composedPackage();
  const folder = temporaryFolder({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2015'],
        module: 'NodeNext',
        strict: true,
        resolveJsonModule: true,
        types: ['ambient'],
        paths: { '@app/*': ['./over/*', './src/*'] },
      },
      include: ['src'],
    }),
    ...catga,
    ...installed,
    ...composed,
  });
  const settings = settingsFor(folder, { namespace: 'shop', modules: ['@shop/inventory/catga'] });
  return { project: new EditedProject(folder), settings };
}

/** What each fingerprint has stood for; the same one for another text would leave a stale file where it is. */
class Fingerprints {
  readonly #texts = new Map<string, string>();

  check(files: readonly EmittedFile[]): void {
    for (const { path, fingerprint, text } of files) {
      const key = `${path} ${fingerprint}`;
      const before = this.#texts.get(key);
      deepStrictEqual(before ?? text, text, `${key} stands for two texts`);
      if (before !== undefined) counts.kept++;
      this.#texts.set(key, text);
    }
  }
}

const printedFrom = ({ path, fingerprint }: EmittedFile): string => `${path} ${fingerprint}`;

const counts = { steps: 0, kept: 0, rescanned: 0, failed: 0 };

function check(edits: readonly Edit[], findAffected?: FindAffected): void {
  const { project, settings } = setUp();
  let session = new GenerationSession(settings, findAffected);
  let full = generate(settings);
  deepStrictEqual(full.diagnostics, []);
  let last = session.run({ changed: new Set(), hasOtherFiles: true });
  deepStrictEqual(shown(last), shown(full));
  const fingerprints = new Fingerprints();
  fingerprints.check(full.files);
  const step = (touched: Touched): void => {
    const before = full;
    full = generate(settings);
    fingerprints.check(full.files);
    const failed = full.diagnostics.some(({ severity }) => severity === 'error');
    counts.steps++;
    if (failed) counts.failed++;
    const change = told(touched, last, settings.projectRoot);
    if (change === undefined) session = new GenerationSession(settings, findAffected);
    last = session.run(change ?? { changed: new Set(), hasOtherFiles: true });
    deepStrictEqual(shown(last), shown(full));
    // As the cache hands it to a process of its own.
    const memory = before.memory && (JSON.parse(JSON.stringify(before.memory)) as typeof before.memory);
    const known = told(touched, before, settings.projectRoot);
    const plan = memory && known?.hasOtherFiles === false ? planRescan(memory, known.changed, findAffected) : undefined;
    const rescanned = plan && rescanProject(settings, plan);
    if (!rescanned) return;
    counts.rescanned++;
    const partial = generateFrom(rescanned, settings);
    deepStrictEqual(shown(partial), shown(full));
    deepStrictEqual(partial.files.map(printedFrom), full.files.map(printedFrom));
    // What it leaves behind must serve the next run as well.
    if (!failed) full = { ...full, ...(rescanned.memory && { memory: rescanned.memory }) };
  };
  for (const one of edits) {
    step(project.edit(one));
    // Most errors are mended at once; with some the edits go on.
    if (full.memory === undefined && one.how % 4 !== 0) step(project.undo());
  }
}

test(
  'incremental: any sequence of edits comes to the output and the findings of a full run',
  { timeout: 3_600_000 },
  () => {
    assert(
      property(array(edit, { minLength: 6, maxLength: 12 }), (edits) => check(edits)),
      { numRuns: sequences, endOnFailure: false },
    );
    console.log(`edits: ${counts.steps} steps, ${counts.rescanned} by a partial scan, ${counts.failed} with errors`);
    expect(counts.rescanned).toBeGreaterThan(counts.steps / 8);
    expect(counts.kept).toBeGreaterThan(counts.steps);
  },
);

test('incremental: the property notices files that should have been looked at again and were not', () => {
  // A shared type gets a member more; the second run has to look at the messages that use it.
  const edits: Edit[] = [{ what: 6, where: 0, how: 1 }];
  check(edits);
  expect(() => check(edits, (_files, changed) => new Set(changed))).toThrow(/deep-equal/);
});
