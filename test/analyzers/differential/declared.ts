import type { CaseGroup } from './corpus.ts';

/** Declarations that say less, or more, about a value than the code around its use does. */
export const declaredPrelude = `
interface Named { readonly name: string; readonly inner: Named }
type Job = Named & (() => Promise<void>);
type Later = Named & Promise<number>;
declare const named: Named;
declare const names: Named[];
declare const job: () => Promise<void>;
declare const maybeJob: (() => Promise<void>) | undefined;
declare function isJob(value: unknown): value is Job;
declare function isLater(value: unknown): value is Later;
declare function assertJob(value: unknown): asserts value is Job;
declare function assertLater(value: unknown): asserts value is Later;
declare function identity<T>(value: T): T;
declare function boxed<T>(value: T): { readonly value: T; get(): T; maybe?: T };
declare function mapped<T extends object>(value: T): { readonly [K in keyof T]: T[K] };
declare function picked<T, K extends keyof T>(value: T, key: K): T[K];
declare function overloaded(by: string): string;
declare function overloaded(by: number): () => Promise<void>;
declare function overloadedLater(by: string): string;
declare function overloadedLater(by: number): Promise<number>;
declare function pickLater<T, S extends T>(from: readonly T[], by: (value: T) => value is S): Promise<S[]>;
declare function pickEither<T, S extends T>(from: readonly T[], by: (value: T) => value is S): Promise<S[]>;
declare function pickEither<T>(from: readonly T[], by: (value: T) => boolean): number;
declare class Chain<T> { constructor(value: T); readonly value: T; self(): this; map<U>(by: (value: T) => U): Chain<U>; isLater(): this is Chain<T> & Promise<T> }
declare class Plain { readonly name: string; readonly run: () => void; self(): void }
declare class JobClass extends Plain { override readonly run: () => Promise<void> }
declare class LaterClass extends Plain implements Promise<number> {
  override self(): Promise<number>; then: Promise<number>['then']; catch: Promise<number>['catch']; finally: Promise<number>['finally'];
  readonly [Symbol.toStringTag]: string;
}
declare const plain: Plain;
declare const plainLater: Plain | LaterClass;
declare function takesVoid(callback: () => void): void;
declare function takesObject(value: { run?: () => void }): void;
`;

/** For `misused-promise`. */
export const declaredFunctions: CaseGroup = {
  name: 'declared',
  options: {},
  mayNotCompile: true,
  cases: [
    'if (isJob(named)) takesVoid(named);',
    'if (isJob(named.inner)) takesVoid(named.inner);',
    'if (isJob(named.inner)) takesVoid(named);',
    "if (isJob(named['inner'])) takesVoid(named.inner);",
    'if (named && isJob(named)) takesVoid(named);',
    'if (!isJob(named)) throw 1; takesVoid(named);',
    'if (isJob(named) === true) takesVoid(named);',
    'assertJob(named); takesVoid(named);',
    'const yes = isJob(named); if (yes) takesVoid(named);',
    'void (isJob(named) && takesVoid(named));',
    'void (isJob(named) ? takesVoid(named) : 0);',
    'switch (true) { case isJob(named): takesVoid(named); }',
    'while (isJob(named)) takesVoid(named);',
    'function use(one: Named) { if (isJob(one)) { const run = one; takesObject({ run }); } }',
    'function use(one: Named) { if (isJob(one)) return () => takesVoid(one); return undefined; }',
    'takesVoid(names.filter(isJob)[0]!);',
    'takesVoid(names.filter((one) => isJob(one)).at(0)!);',
    'takesVoid(names.filter((one) => one.name.length > 1 && isJob(one)).at(0)!);',
    'const found = names.find((one) => isJob(one)); if (found) takesVoid(found);',
    'const found = names.find((one) => isJob(one.inner)); if (found) takesVoid(found);',
    'const found = names.find((one): one is Job => true); if (found) takesVoid(found);',
    'const found = names.find((one) => one.name === "a"); if (found) takesVoid(found);',
    'takesVoid(identity(job));',
    'const same = identity(job); takesVoid(same);',
    'const same = identity(1); takesVoid(same);',
    'const run = identity(job); takesObject({ run });',
    'takesVoid(boxed(job).value);',
    'takesVoid(boxed(job).get());',
    'takesVoid(boxed(job).maybe!);',
    'takesVoid(boxed(1).value);',
    'const box = boxed(job); takesVoid(box.value);',
    'takesVoid(mapped({ job }).job);',
    "takesVoid(picked({ job }, 'job'));",
    'takesVoid(overloaded(1));',
    "takesVoid(overloaded('a'));",
    'takesVoid(new Chain(job).value);',
    'takesVoid(new Chain(job).self().value);',
    'takesVoid(new Chain(1).map(() => job).value);',
    '[job].forEach((each) => takesVoid(each));',
    '[job].map((each) => each).forEach((each) => takesVoid(each));',
    '[1].map(() => job).forEach((each) => takesVoid(each));',
    '[1].forEach((each) => takesVoid(each));',
    'takesVoid([1].reduce((found) => found, job));',
    'const run = [1].reduce((found) => found, job); takesObject({ run });',
    'const run = [1].reduce((sum, one) => sum + one, 0); takesObject({ run });',
    'const run = maybeJob ?? (() => {}); takesObject({ run });',
    'let run = null; run = job; takesObject({ run });',
    'let run; run = job; takesVoid(run);',
    'const { value } = boxed(job); takesVoid(value);',
    'const [first] = [job]; takesVoid(first!);',
    'for (const each of [job]) takesVoid(each);',
    'class A { #run = job; go() { takesVoid(this.#run); } }',
    'class A { run = job; go() { const later = () => takesVoid(this.run); later(); } }',
    'class A { static run = job; run = 1; static go() { takesVoid(this.run); } }',
    'class A { run = 1; static run = job; go() { takesVoid(this.run); } }',
    'class A { run = 1; go(this: { run: typeof job }) { takesVoid(this.run); } }',
    'const owner = { run: job, go() { takesVoid(this.run); } };',
    'class A<T extends () => Promise<void>> { constructor(readonly run: T) {} go() { takesVoid(this.run); } }',
    'function use<T extends () => Promise<void>>(run: T) { takesVoid(run); }',
    'function use<T extends { run: () => Promise<void> }>(one: T) { takesVoid(one.run); }',
    'const one: object = job; if (isJob(one)) takesVoid(one);',
    'const one: {} = job; if (isJob(one)) takesVoid(one);',
    'const one: Partial<{ run: () => Promise<void> }> = {}; takesVoid(one.run!);',
    'const one: any = job; takesVoid(one);',
    'const a = b.run, b = { run: a }; takesVoid(a);',
    'void { ...identity(job()) };',
    'void [...boxed([1]).value];',
    'if (identity(job())) takesVoid(() => {});',
    'if (boxed(job()).value) takesVoid(() => {});',
    'const p = identity(job()); if (p) takesVoid(() => {});',
    'if (isLater(named) && named) takesVoid(() => {});',
    'if (isLater(named)) void { ...named };',
    'if (named instanceof JobClass) takesVoid(named);',
    'if (plain instanceof JobClass) takesVoid(plain.run);',
    'if (plain.constructor === JobClass) takesVoid(plain.run);',
    'if (plain instanceof LaterClass && plain) takesVoid(() => {});',
    'if (plain instanceof LaterClass) { if (plain) takesVoid(() => {}); }',
    'if (plain.constructor === LaterClass) { if (plain) takesVoid(() => {}); }',
    'if (plain instanceof LaterClass) void { ...plain };',
    'class A extends Chain<number> { override self = async () => this; }',
    'interface Runs { run(): void; stop: () => void } class A implements Runs { async run() {} stop = async () => {}; }',
  ],
};

/** For `await-thenable`. */
export const declaredThenables: CaseGroup = {
  name: 'declared',
  options: {},
  mayNotCompile: true,
  cases: [
    'await identity(job());',
    'await identity(1);',
    'await boxed(job()).get();',
    'await boxed(1).get();',
    'await overloadedLater(1);',
    "await overloadedLater('a');",
    'await [1].reduce((found) => found, job());',
    'await [1].reduce((sum) => sum, 0);',
    'await pickLater([1, undefined], (one) => one !== undefined);',
    'await pickEither([1, undefined], (one) => one !== undefined);',
    'await pickEither([1], (one) => one > 0);',
    'if (isLater(named)) await named;',
    'if (named instanceof Promise) await named;',
    'if (named instanceof LaterClass) await named;',
    'if (plain instanceof LaterClass) await plain;',
    'if (plain instanceof LaterClass) { const same = plain; await same; }',
    'if (!(plain instanceof LaterClass)) throw 1; await plain;',
    'if (plain.constructor === LaterClass) await plain;',
    'switch (true) { case plain instanceof LaterClass: await plain; }',
    "if ('then' in named) await named;",
    "if ('then' in plainLater) await plainLater;",
    'if (plain === new LaterClass()) await plain;',
    'let base: Plain = new LaterClass(); await base;',
    'let base: Plain | number = new LaterClass(); await base;',

    'await named;',
    'assertLater(named); await named;',
    'const same = identity(job()); await same;',
    'await new Chain(job()).value;',
    'await new Chain(1).self();',
    'await maybeJob?.();',
    'await names.filter(isLater).at(0);',
    'async function use<T extends () => Promise<void>>(run: T) { await run(); }',
    'async function use<T>(run: () => T) { await run(); }',
    'const chain = new Chain(1); if (chain.isLater()) await chain.self();',
  ],
};

/** For `floating-promise`. */
export const declaredPromises: CaseGroup = {
  name: 'declared',
  options: {},
  mayNotCompile: true,
  cases: [
    'identity(job());',
    'identity([job()]);',
    'identity(1);',
    'boxed(job()).get();',
    'boxed([job()]).get();',
    'overloadedLater(1);',
    "overloadedLater('a');",
    '[job()].reverse();',
    '[1].reverse();',
    '[1].map(() => job()).reverse();',
    '[1].filter((one) => one > 0).reverse();',
    '[job()].filter((one) => one !== undefined).reverse();',
    'names.filter(isLater).reverse();',
    'names.filter((one) => isLater(one)).reverse();',
    'names.filter((one) => isLater(one.inner)).reverse();',
    '(await identity([job()]));',
    'await identity(job());',
    'new Chain(job()).value;',
    'new Chain(1).map(() => job()).value;',
    'mapped([job()]);',
    'pickLater([1, undefined], (one) => one !== undefined);',
    'pickEither([1, undefined], (one) => one !== undefined);',
    'pickEither([1], (one) => one > 0);',
    'if (isLater(named)) named;',
    'if (named instanceof Promise) named;',
    'if (plain instanceof LaterClass) plain;',
    'if (plain instanceof LaterClass) plain.self();',
    'if (!(plain instanceof LaterClass)) throw 1; plain;',
    '[plain].filter((one) => one instanceof LaterClass).reverse();',
    '[plain].filter((one) => one.constructor === LaterClass).reverse();',
    'const isOurs = (one: Plain) => one instanceof LaterClass; if (isOurs(plain)) plain;',
    "if (plain['constructor'] === LaterClass) plain;",
    'if (LaterClass === plain.constructor) plain;',
    'const ours = plain instanceof LaterClass; if (ours) plain;',
    'function use(one: Plain | string) { if (typeof one !== "string" && one instanceof LaterClass) one; }',
    'if (plain.constructor === LaterClass) plain;',
    'if (plain.constructor === LaterClass) plain.self();',
    "if ('then' in named) named;",
    "if ('then' in plainLater) plainLater;",
    "if ('self' in named && typeof named.self === 'function') named.self();",
    'let base: Plain = new LaterClass(); base;',
    'let base: Plain | number = new LaterClass(); base;',

    'named;',
    'assertLater(named); named;',
    '[1].reduce(() => job(), job());',
    'maybeJob?.();',
  ],
};
