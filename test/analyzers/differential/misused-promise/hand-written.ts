import type { CaseGroup } from '../corpus.ts';

/** What the cases of `misused-promise` talk about, beside what those of `floating-promise` do. */
export const prelude = `
interface Sink { write(): void; flush: () => void; readonly size: number; later(): Promise<void>; quoted(): void }
interface Options { onDone?: () => void; onEach: (one: number) => void; either?: (() => void) | (() => Promise<void>); load?: () => Promise<void>; name?: string; __odd?: () => void }
interface MyDispose { [Symbol.dispose](): void }
declare abstract class Base { abstract run(): void; stop(): void; static make(): void; protected guard(): void; field: () => void }
declare function takes(callback: () => void): void;
declare function takesMaybe(callback?: (() => void) | undefined): void;
declare function takesBoth(callback: (() => void) | (() => Promise<void>)): void;
declare function takesPromise(callback: () => Promise<void>): void;
declare function takesUnknown(callback: () => unknown): void;
declare function takesAny(callback: any): void;
declare function takesRest(first: number, ...callbacks: (() => void)[]): void;
declare function takesTuple(...callbacks: [number, () => void, () => Promise<void>]): void;
declare function takesOptions(options: Options): void;
declare function takesGeneric<T extends () => void>(callback: T): void;
declare function takesInferred<T>(callback: () => T): T;
declare function takesReadonly(...callbacks: readonly (() => void)[]): void;
declare function takesOverloaded(callback: () => void): void;
declare function takesOverloaded(callback: () => Promise<void>): void;
declare function takesOverloadedByCount(name: string, callback: () => void): void;
declare function takesOverloadedByCount(callback: () => Promise<void>): void;
declare const takesUnion: ((callback: () => void) => void) | ((callback: () => Promise<void>) => void);
declare class Takes { constructor(callback: () => void); on(name: string, callback: (value: number) => void): this }
declare const emitter: Takes;
declare const asyncVoid: () => Promise<void>;
declare const asyncMaybe: (() => Promise<void>) | undefined;
declare const asyncEither: (() => Promise<void>) | (() => void);
declare const holder: { readonly run: () => Promise<void>; readonly plain: () => void; sync: () => void };
declare const voidFunctions: Record<string, () => void>;
declare let voidFunction: () => void;
declare const items: number[];
declare const frozenItems: readonly string[];
declare const pairItem: [number, string];
declare const notArray: { filter(callback: () => Promise<boolean>): void };
declare const promiseOrText: Promise<number> | string;
declare const promiseOrNull: Promise<string> | string | null;
declare const promiseOfMaybe: Promise<number | undefined> | number | undefined;
declare const asyncDispose: { [Symbol.dispose](): Promise<void> };
declare const plainDispose: { [Symbol.dispose](): void };
`;

const conditionals = [
  'if (promise) work();',
  'if ((promise)) work();',
  'if (!promise) work();',
  'if (!!promise) work();',
  'if (make()) work(); else if (promise) work();',
  'while (promise) work();',
  'do work(); while (promise);',
  'for (; promise; ) work();',
  'for (;;) work();',
  'void (promise ? 1 : 2);',
  'void (promise && count);',
  'void (count && promise);',
  'void (promise || count);',
  'void (promise ?? count);',
  'if (promise ?? count) work();',
  'if (count ?? promise) work();',
  'if (optional ?? promise) work();',
  'if (count && promise) work();',
  'if ((count || promise) && (another || text)) work();',
  'void ((promise && another) ?? text);',
  'void ((promise && another) || (nothing && text));',
  'if (optional) work();',
  'if (either) work();',
  'if (promiseOrText) work();',
  'if (promiseOrNull) work();',
  'if (promiseOfMaybe) work();',
  'if (await promise) work();',
  'if (like) work();',
  'if (thenUnion) work();',
  'if (thenRest) work();',
  'if (firstOnly) work();',
  'if (noCallback) work();',
  'if (anything) work();',
  'if (condition === true) work();',
  'void !(count && promise);',
  'void (!promise && !another);',
  'function f<T extends Promise<number>>(value: T) { if (value) work(); }',
  'let a = promise; a ||= make();',
  'identity(promise && (count ? promise : another));',
  'items.filter(async (one) => one > 1);',
  'items.filter((async (one) => one > 1));',
  'items?.some(async () => true);',
  "items['every'](async () => true);",
  'items.find(async function () { return true; });',
  'items.findIndex(make);',
  'items.findLast(async () => true);',
  'items.findLastIndex(async () => true);',
  'items.map(async () => true);',
  'items.forEach((one) => one);',
  'frozenItems.filter(async () => true);',
  'pairItem.some(async () => true);',
  'notArray.filter(async () => true);',
  'items.filter(holder.run);',
  'function g<T extends number[]>(value: T) { value.filter(async () => true); }',
  'items.filter((one) => one > 1);',
];

const spreads = [
  'void { ...promise };',
  'void { ...(promise) };',
  'void { ...(await promise) };',
  'void { ...optional };',
  'void { ...either, a: 1 };',
  'void { ...(condition ? promise : {}) };',
  'void { ...(condition && promise) };',
  'void { ...fields };',
  'void [...promises];',
  'identity(...promises);',
  'void { ...anything };',
  'const { ...rest } = promise;',
  'let one, others; [one, ...others] = promises;',
  'let all; ({ ...all } = promise);',
];

const voidArguments = [
  'takes(async () => {});',
  'takes((async () => {}));',
  'takes(() => make());',
  'takes(() => work());',
  'takes(asyncVoid);',
  'takes(asyncEither);',
  'takes(holder.run);',
  'takesMaybe(async () => {});',
  'takesMaybe(asyncMaybe);',
  'takesMaybe();',
  'takesBoth(async () => {});',
  'takesPromise(async () => {});',
  'takesUnknown(async () => {});',
  'takesAny(async () => {});',
  'takesRest(1, async () => {}, () => {}, asyncVoid);',
  'takesRest(1);',
  'takesTuple(1, async () => {}, async () => {});',
  'takesReadonly(async () => {});',
  'takesGeneric(async () => {});',
  'takesInferred(async () => {});',
  'takesInferred<void>(async () => {});',
  'takesOverloaded(async () => {});',
  "takesOverloadedByCount('a', async () => {});",
  'takesOverloadedByCount(async () => {});',
  'new Takes(async () => {});',
  "emitter.on('a', async () => {}).on('b', () => {});",
  "emitter?.on('a', async () => {});",
  'items.forEach(async () => {});',
  'new Promise(async (resolve) => { resolve(1); });',
  'promise.finally(async () => {});',
  'promise.finally(() => make());',
  "promise['finally'](async () => {});",
  'promise.then(async () => {});',
  'setTimeout(async () => {}, 1);',
  'setTimeout(() => void make(), 1);',
  "await import('known-package');",
  'class More extends Takes { constructor() { super(async () => {}); } }',
  'new Map([[1, 2]]).forEach(async () => {});',
  'new Set(items).forEach(make);',
  'const bound = [async () => {}] as const; takes(...bound);',
  'takes(async function* () {});',
];

const variables = [
  'const a: () => void = async () => {};',
  'const a: () => void = (async () => {});',
  'const a = async () => {};',
  'const a: (() => void) = make;',
  'const a: { (): void } = make;',
  'const a: { b: number } = { b: 1 };',
  'const a: Record<string, () => void> = { one: async () => {} };',
  'const a: (() => void)[] = [async () => {}];',
  'const a: () => unknown = async () => {};',
  'const a: (() => void) | undefined = make;',
  'const a: () => Promise<number> = make;',
  'voidFunction = async () => {};',
  'voidFunction = (make);',
  'voidFunction ??= make;',
  'voidFunctions.a = async () => {};',
  "voidFunctions['a'] = () => {};",
  'holder.sync = asyncVoid;',
  'let b: () => void; ({ b = make } = { b: work });',
  'let b: () => void; [b = make] = [work];',
  'let b: () => void; [b] = [make];',
  'let b: () => void; ({ c: b = make } = { c: work });',
  'const { b = make }: { b?: () => void } = {};',
  'using a = asyncDispose;',
  'using a = plainDispose;',
  'using a = plainDispose, b = (asyncDispose);',
  'const a: Disposable = asyncDispose;',
  'const a: MyDispose = asyncDispose;',
  'const a: Disposable = plainDispose;',
  'await using a = asyncDispose;',
  'for (const a of [make]) a();',
];

const properties = [
  'takesOptions({ onEach: async () => {} });',
  'takesOptions({ onEach: async (one) => {} });',
  'takesOptions({ onEach: async one => {} });',
  'takesOptions({ onEach: (one => make()) });',
  'takesOptions({ onEach: (async (one) => {}) });',
  'takesOptions({ onEach: async (one): Promise<void> => {} });',
  'takesOptions({ onEach: async (one): (Promise<void>) => {} });',
  'takesOptions({ onEach: async function () {} });',
  'takesOptions({ onEach: async function named(one) {} });',
  'takesOptions({ async onEach() {} });',
  'takesOptions({ async onEach(one): Promise<void> {} });',
  "takesOptions({ async 'onEach'() {} });",
  "takesOptions({ async ['onEach']() {} });",
  "takesOptions({ ['onEach']: async () => {} });",
  'takesOptions({ onEach: make });',
  'takesOptions({ onEach: (make) });',
  'const onEach = make; takesOptions({ onEach });',
  'takesOptions({ onEach() {} });',
  'takesOptions({ onEach() { return make(); } });',
  'takesOptions({ onEach: work, either: async () => {}, load: async () => {} });',
  'takesOptions({ onEach: work, onDone: async () => {} });',
  'takesOptions({ onEach: work, async onDone() {} });',
  'takesOptions({ onEach: work, async load() {} });',
  'takesOptions({ onEach: work, __odd: async () => {} });',
  'takesOptions({ onEach: work, async __odd() {} });',
  'takesOptions({ get onEach() { return make; } });',
  'const o: Options | undefined = { onEach: async () => {} };',
  'const o: Options = { onEach: condition ? make : work };',
  'const o: Options = { onEach: async <T>(one: T) => {} };',
  'const o = { onEach: async () => {} } satisfies Options;',
  'const o: { a: { b: () => void } } = { a: { b: async () => {} } };',
];

const returns = [
  'function f(): () => void { return async () => {}; }',
  'function f(): () => void { return (make); }',
  'function f(): () => unknown { return make; }',
  'function f(): number { return 1; }',
  'function f() { return make; }',
  'function f(): void { return; }',
  'const f = (): (() => void) => { return make; };',
  'const f: () => () => void = () => { return make; };',
  'const f: () => () => void = () => make;',
  'async function f(): Promise<() => void> { return make; }',
  'class A { a(): () => void { return make; } get b(): () => void { return make; } }',
  'const o = { a(): () => void { if (condition) { return make; } return work; } };',
  'function f(): Options { return { onEach: make }; }',
  'function f(): (() => void) | undefined { return make; }',
  'function f(): (() => void)[] { return [make]; }',
  'takesInferred<() => void>(() => { return make; });',
];

const inherited = [
  'class A extends Base { async run() {} }',
  'class A extends Base { async run() {}; async stop(): Promise<void> { work(); } field = async () => {}; }',
  'class A extends Base { run() {} static async make() {} }',
  'class A extends Base { run() {} protected override async guard() {} }',
  'class A implements Sink { async write() {} flush = make; size = 1; later() { return Promise.resolve(); } quoted() {} }',
  "class A implements Sink { write() {} flush = () => {}; size = 1; async later() {} async 'quoted'() {} }",
  'abstract class A implements Sink { abstract write(): Promise<void>; flush = work; size = 1; async later() {} quoted() {} }',
  'const B = class extends Base { async run() {} };',
  'interface More extends Sink { write(): Promise<void>; flush: () => Promise<void>; }',
  'interface More extends Sink { (): void; new (): object; [key: string]: unknown }',
  'class A { async run() {} }',
  'class A extends Base implements Sink { async run() {} async write() {} flush = work; size = 1; async later() {} quoted() {} }',
  'class A implements MyDispose { async [Symbol.dispose]() {} }',
  'class A extends Takes { constructor() { super(work); } override on(name: string, callback: () => void): this { return this; } }',
  'class A extends Base { accessor field = make; run() {} }',
  'class A extends Base { get other() { return make; } run() {} }',
];

const everything = [
  ...conditionals,
  ...spreads,
  ...voidArguments,
  ...variables,
  ...properties,
  ...returns,
  ...inherited,
].filter((code) => code !== 'items.filter(holder.run);');

const withOptions = (name: string, options: Readonly<Record<string, unknown>>): CaseGroup => ({
  name,
  options,
  cases: everything,
  mayNotCompile: true,
});

export const handWritten: readonly CaseGroup[] = [
  { name: 'conditionals', options: {}, cases: conditionals, mayNotCompile: true },
  { name: 'spreads', options: {}, cases: spreads, mayNotCompile: true },
  { name: 'arguments', options: {}, cases: voidArguments, mayNotCompile: true },
  { name: 'variables', options: {}, cases: variables, mayNotCompile: true },
  { name: 'properties', options: {}, cases: properties, mayNotCompile: true },
  { name: 'returns', options: {}, cases: returns, mayNotCompile: true },
  { name: 'inherited', options: {}, cases: inherited, mayNotCompile: true },
  withOptions('no-conditionals', { checksConditionals: false }),
  { ...withOptions('unions-strict', { flagUnions: 'strict' }), cases: conditionals.slice(0, 39) },
  { ...withOptions('unions-all', { flagUnions: 'all' }), cases: conditionals.slice(0, 39) },
  withOptions('no-spreads', { checksSpreads: false }),
  withOptions('no-void', { checksVoidReturn: false }),
  withOptions('no-arguments', { checksVoidReturnArguments: false }),
  withOptions('no-inherited', { checksVoidReturnInheritedMethods: false }),
  withOptions('no-properties', { checksVoidReturnProperties: false }),
  withOptions('no-returns', { checksVoidReturnReturns: false }),
  withOptions('no-variables', { checksVoidReturnVariables: false }),
];
