import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  defaultSettings,
  generate,
  GenerationSession,
  type Generation,
  type GeneratorSettings,
} from '../../generator/index.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { catgaTypes } from './catga-types.ts';

const orders = `import type { Command, RequestHandler, Result } from 'catga';
import type { Store } from './store.js';
export interface Line { readonly sku: string }
/** @idempotencyKey orderId */
export interface Place extends Command { readonly orderId: string; readonly lines: readonly Line[] }
export interface Cancel extends Command { readonly orderId: string }
export class PlaceHandler implements RequestHandler<Place> {
  constructor(store: Store, limit: number) {}
  readonly handle = async (message: Place): Promise<Result<void>> => { throw message; };
}
`;
const sources = {
  'src/store.ts':
    'export interface Store { save(): void }\n/** @service */\nexport class Memory implements Store { save(): void {} }\n',
  'src/orders.ts': orders,
  'src/billing.ts': `import type { DomainEvent } from 'catga';
import type { Line } from './orders.js';
export interface Page<T> { readonly items: readonly T[] }
export interface Billed extends DomainEvent { readonly page: Page<Line> }
`,
  'src/mail.ts':
    "import type { DomainEvent } from 'catga';\nexport interface Line { readonly text: string }\nexport interface Mailed extends DomainEvent { readonly line: Line }\n",
};

function setUp(): {
  readonly settings: GeneratorSettings;
  readonly session: GenerationSession;
  readonly first: Generation;
} {
  const projectRoot = temporaryFolder({
    'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "strict": true, "types": [] }, "include": ["src"] }',
    'node_modules/catga/package.json': '{ "name": "catga", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/catga/index.d.ts': catgaTypes,
    ...sources,
  });
  const settings: GeneratorSettings = { ...defaultSettings, projectRoot, namespace: 'shop', generatorVersion: '0.0.0' };
  const session = new GenerationSession(settings);
  const first = session.run({ changed: new Set(), hasOtherFiles: true });
  expect(first.diagnostics).toStrictEqual([]);
  return { settings, session, first };
}

/** A merge of all files makes this list anew; one in place leaves it as it is. */
const isInPlace = (before: Generation, now: Generation): boolean => before.model.upcasters === now.model.upcasters;

const textsOf = ({ files }: Generation): readonly string[] => files.map(({ path, text }) => `${path}\n${text}`);

const edits: readonly (readonly [what: string, inPlace: boolean, edit: (text: string) => string])[] = [
  ['a member more', true, (text) => text.replace('{ readonly sku', '{ readonly weight: number; readonly sku')],
  ['lines above all', true, (text) => text.replace('export interface Line', '\n\nexport interface Line')],
  [
    'another documentation',
    true,
    (text) => text.replace('/** @idem', '/** Places it. @idem').replace('it. @', 'it.\n * @'),
  ],
  ['another option', true, (text) => text.replace('@idempotencyKey orderId', '@timeout 5s')],
  [
    'another shape on the way to a key',
    true,
    (text) => text.replace('{ readonly orderId: string; readonly lines', '{ readonly orderId: number; readonly lines'),
  ],
  ['another external', false, (text) => text.replace('limit: number', 'most: number')],
  [
    'another reference',
    false,
    (text) => text.replace('readonly lines: readonly Line[]', 'readonly lines: { readonly only: Line }'),
  ],
  ['a type that nothing leads to any more', false, (text) => text.replace('; readonly lines: readonly Line[]', '')],
  [
    'another wire name',
    false,
    (text) => text.replace('export interface Cancel', '/** @message call-off */\nexport interface Cancel'),
  ],
  ['another message', false, (text) => `${text}export interface Ship extends Command { readonly orderId: string }\n`],
  ['a message less', false, (text) => text.replace(/export interface Cancel.*\n/, '')],
  ['another handler', false, (text) => text.replace('PlaceHandler', 'PlacingHandler')],
];

test.each(edits)('incremental: %s comes to the full output, merged in place: %s', (_what, inPlace, edit) => {
  const { settings, session, first } = setUp();
  const file = join(settings.projectRoot, 'src/orders.ts');
  let before = first;
  // Back again, and once more: what a merge in place leaves behind must serve the next one.
  for (const text of [edit(orders), orders, edit(orders)]) {
    writeFileSync(file, text);
    const now = session.run({ changed: new Set([file]), hasOtherFiles: false });
    const full = generate(settings);
    expect(now.diagnostics).toStrictEqual(full.diagnostics);
    expect(now.model).toStrictEqual(full.model);
    expect(textsOf(now)).toStrictEqual(textsOf(full));
    expect(now.files.map(({ fingerprint }) => fingerprint)).toStrictEqual(
      full.files.map(({ fingerprint }) => fingerprint),
    );
    expect(isInPlace(before, now)).toBe(inPlace);
    before = now;
  }
});
