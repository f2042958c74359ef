import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../generator/diagnostics/index.ts';
import { generate, type Generation } from '../../generator/index.ts';
import { project } from '../cli/command-line.ts';
import { settingsFor } from '../support/settings.ts';

function find(files: Readonly<Record<string, string>>): Generation['diagnostics'] {
  return generate(settingsFor(project({ 'src/messages.ts': '', 'src/on-ping.ts': 'export {};\n', ...files })))
    .diagnostics;
}

const mistakes = {
  'src/parts.ts': `export interface Money { readonly cents: number; readonly format: () => string }
export interface Line { readonly sku: string; readonly price: Money; readonly done: Promise<void> }
export class Sealed { readonly #secret: string = ''; readonly shown: string = this.#secret }
export type Either = { readonly a: string } | { readonly a: string; readonly b?: number };
`,
  'src/messages.ts': `import type { Command, DomainEvent, Query, ReliableEvent, Upcaster } from 'catga';
import type { Either, Line, Sealed } from './parts.js';

export interface Placed extends ReliableEvent { readonly lines: readonly Line[] }
export interface Moved extends ReliableEvent { readonly line: Line; readonly either: Either }
export interface Priced extends Query<Line | undefined> { readonly key: symbol }
export interface Kept extends Command { readonly sealed: Sealed; readonly cache: WeakMap<object, string> }
export interface Loose extends DomainEvent { readonly any: any; readonly big: BigInt }
export interface Lost extends DomainEvent { readonly of: Missing; readonly list: readonly Missing[] }
/** @qoss 1 */
export interface Misspelt extends DomainEvent { readonly a: string }
/** @qos sometimes */
export interface Doubtful extends DomainEvent { readonly a: string }
/** @message Not A Name */
export interface Unnamed extends DomainEvent { readonly a: string }
/** @message orders.twice */
export interface Once extends DomainEvent { readonly a: string }
/** @message orders.twice */
export interface Again extends DomainEvent { readonly a: string }
/** @partitionKey customer */
export interface Keyed extends Command { readonly customerId: string }
interface Hidden extends DomainEvent { readonly a: string }
export type Used = Hidden;
/** @version 3 */
export interface Gap extends ReliableEvent { readonly now: string }
export interface GapV2 { readonly then: string }
export const gapToV3: Upcaster<GapV2, Gap> = { upcast: ({ then }) => ({ now: then }) };
`,
  'src/handlers.ts': `import type { Behavior, EventHandler, RequestHandler, Validator } from 'catga';
import type { Doubtful, Keyed, Kept, Placed, Priced } from './messages.js';

export interface Store { readonly save: () => void }
/** @service */
export class OneStore implements Store { readonly save = (): void => undefined }
/** @service */
export class OtherStore implements Store { readonly save = (): void => undefined }
export class KeepOnce implements RequestHandler<Kept> { constructor(store: Store) { void store } handle(): Promise<never> { return null as never } }
export class KeepTwice implements RequestHandler<Kept> { handle(): Promise<never> { return null as never } }
class KeyedHandler implements RequestHandler<Keyed> { handle(): Promise<never> { return null as never } }
export const used: unknown = KeyedHandler;
export class OnPriced implements EventHandler<Priced> { handle(): Promise<never> { return null as never } }
export class OnNothing implements EventHandler<Store> { handle(): Promise<never> { return null as never } }
export abstract class OnPlaced implements EventHandler<Placed> { handle(): Promise<never> { return null as never } }
export class First { constructor(readonly second: Second) {} }
/** @service */
export class Second { constructor(third: Third) { void third } }
/** @service */
export class Third { constructor(second: Second) { void second } }
export class Both implements Behavior<Doubtful>, Validator<Doubtful> { before(): void {} validate(): [] { return [] } }
`,
};

describe('diagnostics: many mistakes in one run', () => {
  test('diagnostics: each cause is reported once, all of them at once', () => {
    const found = find(mistakes).map(
      ({ id, position: { file, line, column }, neededBy, related }) =>
        `${file.slice(4)}:${line}:${column} ${id}` +
        (neededBy === undefined ? '' : `, needed by ${neededBy.join(', ')}`) +
        (related === undefined ? '' : `, with ${related.length} more`),
    );
    expect(found).toEqual([
      'handlers.ts:9:69 CATGA2004, needed by KeepOnce, with 2 more',
      'handlers.ts:10:14 CATGA2002, with 1 more',
      'handlers.ts:11:7 CATGA2001',
      'handlers.ts:13:47 CATGA2010',
      'handlers.ts:14:48 CATGA2003',
      'handlers.ts:18:14 CATGA2006, needed by Second, Third, Second',
      'handlers.ts:21:14 CATGA2015',
      'messages.ts:6:68 CATGA1102',
      'messages.ts:7:50 CATGA1109, needed by Kept, Kept.sealed: Sealed',
      'messages.ts:7:75 CATGA1104',
      'messages.ts:8:55 CATGA1106',
      'messages.ts:8:74 CATGA1105',
      'messages.ts:9:91 CATGA1108, with 1 more',
      'messages.ts:10:6 CATGA1005',
      'messages.ts:12:6 CATGA1006',
      'messages.ts:14:6 CATGA1006',
      'messages.ts:17:18 CATGA1003, with 1 more',
      'messages.ts:20:6 CATGA1008',
      'messages.ts:27:14 CATGA8005',
      'parts.ts:1:59 CATGA1101, needed by Moved and 2 more messages, Moved.line: Line, Line.price: Money',
      'parts.ts:2:79 CATGA1103, needed by Moved and 2 more messages, Moved.line: Line',
      'parts.ts:4:13 CATGA1121, needed by Moved, Moved.either: Either',
    ]);
  });
});

const event = (name: string, members: string): string =>
  `export interface ${name} extends DomainEvent { ${members} }\n`;

describe('diagnostics: why a type is reached', () => {
  const head = "import type { Command, DomainEvent } from 'catga';\n";

  test('diagnostics: the chain goes from the message by its members to the type, as a person reads it', () => {
    const [first, ...more] = find({
      'src/messages.ts':
        head +
        'export interface Money { readonly format: () => string }\n' +
        'export interface Page<T> { readonly items: Map<string, readonly T[]> }\n' +
        'export interface Line { readonly inner: { readonly price?: Money } }\n' +
        event('Placed', 'readonly page: Page<Line>'),
    });
    expect(more).toEqual([]);
    expect(first && formatDiagnostic(first)).toBe(
      [
        'src/messages.ts:2:35 error CATGA1101: Placed.page.items{}[].inner.price.format is a function, which cannot be sent.',
        '  path: Placed.page.items{}[].inner.price.format',
        '  needed by: Placed',
        '       then: Placed.page: Page',
        '       then: Page.items{}[]: Line',
        '       then: Line.inner.price: Money',
        '  help: Remove it from the message; behavior belongs to handlers and services.',
      ].join('\n'),
    );
  });

  test.each([
    [1, undefined],
    [2, 'M0 and 1 more message'],
    [13, 'M0 and 12 more messages'],
  ])('diagnostics: what %i messages share is reported once, with their number', (count, start) => {
    const found = find({
      'src/a.ts': Array.from({ length: count }, (_, at) => event(`M${at}`, 'readonly b: Shared'))
        .join('')
        .replace(/^/, `${head}import type { Shared } from './b.js';\n`),
      'src/b.ts': 'export interface Shared { readonly bad: symbol; readonly again?: Shared }\n',
    });
    expect(found.map(({ id, neededBy }) => [id, neededBy])).toEqual([['CATGA1102', [start ?? 'M0', 'M0.b: Shared']]]);
  });

  test('diagnostics: a response and a message that is part of another count as messages', () => {
    const found = find({
      'src/a.ts':
        head +
        event('Inner', 'readonly bad: symbol') +
        event('Outer', 'readonly inner: Inner') +
        'export interface Ask extends Command<readonly Inner[]> { readonly q: string }\n',
    });
    expect(found.map(({ neededBy }) => neededBy)).toEqual([['Ask and 2 more messages', 'Ask response[]: Inner']]);
  });

  test('diagnostics: a finding in the message itself says no more than its path', () => {
    expect(find({ 'src/a.ts': head + event('Alone', 'readonly x: { readonly bad: symbol }') })[0]).not.toHaveProperty(
      'neededBy',
    );
  });
});
