import { deepStrictEqual } from 'node:assert/strict';
import { array, assert, nat, property, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { generate, GenerationSession, type Generation, type GeneratorSettings } from '../../generator/index.ts';
import { planRescan, rescanProject, type FindAffected } from '../../generator/scan/index.ts';
import { generateFrom } from '../../generator/generate.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { catgaTypes } from './catga-types.ts';
import { EditedProject, type Edit } from './edited-project.ts';

// A soak sets it to hours of edits; in the suite it is seconds.
const sequences = Number(process.env['CATGA_EDIT_SEQUENCES'] ?? 5);

const edit: Arbitrary<Edit> = record({
  what: nat(99),
  where: nat(99),
  how: nat(99),
});

function setUp(): { readonly project: EditedProject; readonly settings: GeneratorSettings } {
  const folder = temporaryFolder({
    'tsconfig.json': JSON.stringify({
      compilerOptions: { target: 'ES2022', lib: ['ES2015'], module: 'NodeNext', strict: true, types: [] },
      include: ['src'],
    }),
    'node_modules/catga/package.json': '{ "name": "catga", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/catga/index.d.ts': catgaTypes,
  });
  const settings: GeneratorSettings = {
    projectRoot: folder,
    tsconfig: 'tsconfig.json',
    include: [],
    output: 'src/catga',
    namespace: 'shop',
    importExtension: 'auto',
    unknown: [],
    messages: {},
    modules: [],
    generatorVersion: '0.0.0',
  };
  return { project: new EditedProject(folder), settings };
}

/** All that users can tell one run from another by. */
function shown({ files, diagnostics, model }: Generation): unknown {
  return { diagnostics, model, files: files.map(({ path: file, text }) => `${file}\n${text}`) };
}

const counts = { steps: 0, rescanned: 0, failed: 0 };

function check(edits: readonly Edit[], findAffected?: FindAffected): void {
  const { project, settings } = setUp();
  const session = new GenerationSession(settings, findAffected);
  let full = generate(settings);
  deepStrictEqual(full.diagnostics, []);
  deepStrictEqual(shown(session.run({ changed: new Set(), hasOtherFiles: true })), shown(full));
  let before = full;
  const step = (change: ReturnType<EditedProject['edit']>): void => {
    full = generate(settings);
    const failed = full.diagnostics.some(({ severity }) => severity === 'error');
    counts.steps++;
    if (failed) counts.failed++;
    deepStrictEqual(shown(session.run(change)), shown(full));
    // As the cache hands it to a process of its own.
    const memory = before.memory && (JSON.parse(JSON.stringify(before.memory)) as typeof before.memory);
    const plan = memory && !change.hasOtherFiles ? planRescan(memory, change.changed, findAffected) : undefined;
    const rescanned = plan && rescanProject(settings, plan);
    if (rescanned) {
      counts.rescanned++;
      deepStrictEqual(shown(generateFrom(rescanned, settings)), shown(full));
    }
    before = full;
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
  },
);

test('incremental: the property notices files that should have been looked at again and were not', () => {
  // A shared type gets a member more; the second run has to look at the messages that use it.
  const edits: Edit[] = [{ what: 6, where: 0, how: 1 }];
  check(edits);
  expect(() => check(edits, (_files, changed) => new Set(changed))).toThrow(/deep-equal/);
});
