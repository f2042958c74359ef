/** Types of members. */
export const types: readonly string[] = [
  'string',
  'number',
  'Line',
  'readonly Line[]',
  'Page<Line>',
  "'b' | 'a'",
  'Side',
  'Date',
  'Map<string, Line>',
  'Side | null',
  'Page<Side>',
  '{ readonly deep: Line; readonly n: number }',
  'Line | undefined',
  'Money',
  'Limits',
  'Everywhere',
  'Clock',
  'Ambient',
  'Late | undefined',
  'Level',
];
/** Types that many members are of: their names, and what each may be. */
export const shared: readonly (readonly [string, readonly string[]])[] = [
  [
    'Line',
    [
      'export interface Line { readonly sku: string }',
      'export interface Line { readonly sku: string; readonly price: number }',
      'export interface Line { readonly sku: number; readonly parts?: readonly Line[] }',
      'export interface Line { readonly sku: string; readonly page: Page<string> }',
      'export type Line = { readonly a: 1; readonly x: string } | { readonly a: 2; readonly y: Money }',
    ],
  ],
  [
    'Page',
    [
      'export interface Page<T> { readonly items: readonly T[] }',
      'export interface Page<T> { readonly items: readonly T[]; readonly next?: string }',
      'export interface Page<T> { readonly first: T; readonly rest: Page<T> | null }',
    ],
  ],
  [
    'Side',
    [
      "export type Side = { readonly k: 'l'; readonly l: string } | { readonly k: 'r'; readonly r: number }",
      "export type Side = 'right' | 'left'",
      'export type Side = Line',
    ],
  ],
  [
    'Money',
    [
      'export type Money = string',
      "export type Money = string & { readonly __brand: 'money' }",
      'export type Money = bigint',
    ],
  ],
  [
    'Store',
    [
      'export interface Store { save(line: Line): void }',
      'export interface Store { save(line: Line): Promise<void>; [Symbol.iterator](): Iterator<string> }',
    ],
  ],
];
/** A message that had other shapes before: itself, its former types, and what brings those up. */
export const history: readonly (readonly [string, readonly string[]])[] = [
  [
    'Aged',
    [
      '/** @version 3 */\nexport interface Aged extends ReliableEvent { readonly is: Line }',
      '/** @version 3 */\nexport interface Aged extends ReliableEvent { readonly is: Line; readonly side: Side }',
      '/** @version 3 from 2 */\nexport interface Aged extends ReliableEvent { readonly is: Line }',
      '/** @version 3 from 3 */\nexport interface Aged extends ReliableEvent { readonly is: Line }',
      '/** @version 2 */\nexport interface Aged extends ReliableEvent { readonly is: Line }',
      'export interface Aged extends ReliableEvent { readonly is: Line }',
    ],
  ],
  [
    'AgedV1',
    [
      'export interface AgedV1 { readonly was: string }',
      '/** @version 1 */\nexport interface AgedV1 { readonly was: readonly Line[] }',
      '/** @wire positional */\nexport interface AgedV1 { readonly was: string; readonly page?: Page<Side> }',
      'export type AgedV1 = { readonly was: Money }',
    ],
  ],
  [
    'AgedV2',
    [
      'export interface AgedV2 { readonly part: AgedPart; readonly of: Side }',
      '/** @version 2 */\nexport interface AgedV2 { readonly part: AgedPart; readonly of: Side }',
      'export interface AgedV2 { readonly parts: readonly AgedPart[] }',
    ],
  ],
  [
    'AgedPart',
    [
      'export interface AgedPart { readonly money: Money }',
      '/** @wire positional */\nexport interface AgedPart { readonly money: Money; readonly line?: Line }',
      'export interface AgedPart { readonly at: Date; readonly parts?: readonly AgedPart[] }',
    ],
  ],
  [
    'AgedToV2',
    [
      'export class AgedToV2 implements Upcaster<AgedV1, AgedV2> { upcast(_old: AgedV1): AgedV2 { return null as never } }',
      'export const AgedToV2: Upcaster<AgedV1, AgedV2> = { upcast: () => null as never };',
      '/** @ignore */\nexport class AgedToV2 implements Upcaster<AgedV1, AgedV2> { upcast(): AgedV2 { return null as never } }',
      'export class AgedToV2 implements Upcaster<AgedV1, Aged> { upcast(): Aged { return null as never } }',
    ],
  ],
  [
    'agedToV3',
    [
      'export const agedToV3: Upcaster<AgedV2, Aged> = { upcast: () => null as never };',
      'export class agedToV3 implements Upcaster<AgedV2, Aged> { upcast(): Aged { return null as never } }',
      'const agedToV3: Upcaster<AgedV2, Aged> = { upcast: () => null as never };\nexport { agedToV3 as renamedToV3 };',
    ],
  ],
];
/** What changes a type from elsewhere, and what does not matter. */
export const additions: readonly string[] = [
  'declare global { interface Everywhere { readonly x: Side } }',
  'export const loose: unknown = 1',
  "declare module './shared.js' { interface Line { readonly extra?: Money } }",
  "declare module './shared.js' { interface Page<T> { readonly last?: T; readonly limits?: Limits } }",
  "declare module './orders.js' { interface Message1 { readonly added: Line } }",
  "declare module '@app/shared.js' { interface Line { readonly aliased?: Side } }",
];
/** What messages extend. */
export const bases: readonly string[] = [
  'Command',
  'Query<Line>',
  'DomainEvent',
  'ReliableEvent',
  'Command<Page<Line>>',
  'Base<string>',
];
/** Tags of messages. */
export const tags: readonly string[] = [
  '',
  '@qos exactlyOnce',
  '@qoss 1',
  '@timeout 5s',
  '@message orders.renamed',
  '@ignore',
  '@priority high',
  '@order 3',
];
/** Names of members. */
export const names: readonly string[] = ['id', 'amount', 'note', 'lines', 'of', 'side'];
