/** What the cases of `floating-promise` talk about. */
export const prelude = `
declare const promise: Promise<number>;
declare const another: Promise<string>;
declare const nothing: Promise<void>;
declare const optional: Promise<number> | undefined;
declare const nullable: Promise<number> | null;
declare const either: Promise<number> | number;
declare const both: Promise<number> & { readonly extra: string };
declare const branded: number & { readonly brand: 'number' };
declare const promises: Promise<number>[];
declare const frozen: readonly Promise<number>[];
declare const pair: [Promise<number>, number];
declare const frozenPair: readonly [number, Promise<number>];
declare const restTuple: [number, ...Promise<number>[]];
declare const optionalTuple: [number, Promise<number>?];
declare const emptyTuple: [];
declare const nested: Promise<number>[][];
declare const eitherArray: Promise<number>[] | undefined;
declare const mixedArray: (Promise<number> | number)[];
declare const promiseOfArray: Promise<Promise<number>[]>;
declare const promiseSet: Set<Promise<number>>;
declare const promiseMap: Map<string, Promise<number>>;
declare const promiseRecord: Record<string, Promise<number>>;
declare const like: PromiseLike<number>;
declare const anything: any;
declare const unknownValue: unknown;
declare const impossible: never;
declare const condition: boolean;
declare const count: number;
declare const text: string;
declare const handlers: [() => void, () => void];
declare const spread: (() => void)[];
declare const key: 'catch';
declare const method: string;
declare const handlerOrNothing: (() => void) | undefined;
declare const anyHandler: any;

declare function make(): Promise<number>;
declare function makeMaybe(): Promise<number> | undefined;
declare function makeArray(): Promise<number>[];
declare function makeGeneric<T>(value: T): Promise<T>;
declare function identity<T>(value: T): T;
declare function overloaded(callback: () => void): void;
declare function overloaded(): Promise<void>;
declare function report(error: unknown): void;
declare function work(): void;
declare function compute(): number;
declare function tag(strings: TemplateStringsArray, ...values: unknown[]): Promise<string>;
declare function plainTag(strings: TemplateStringsArray): string;
declare function fail(): never;
declare function makeAny(): any;
declare function decorateAsync(target: unknown, context: unknown): void;
declare function stream(): AsyncGenerator<number>;
declare function iterate(): Generator<Promise<number>>;

declare class Extended<T> extends Promise<T> { readonly more: string }
declare class FurtherExtended extends Extended<string> {}
declare class Renamed implements PromiseLike<number> {
  then<A = number, B = never>(
    onfulfilled?: ((value: number) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B>;
}
interface InterfacePromise extends Promise<number> {}
interface FirstCallbackOnly { then(callback: (value: number) => void): void }
interface NoCallback { then(value: string): void }
interface ThenMember { then: number }
interface ThenUnion { then: ((a: () => void, b: () => void) => void) | undefined }
interface ThenRest { then(...callbacks: (() => void)[]): void }
interface ThenAny { then(a: any, b: any): void }
interface ThenGeneric { then<F extends () => void>(a: F, b: F): void }
declare const extended: Extended<number>;
declare const further: FurtherExtended;
declare const renamed: Renamed;
declare const interfaced: InterfacePromise;
declare const firstOnly: FirstCallbackOnly;
declare const noCallback: NoCallback;
declare const thenMember: ThenMember;
declare const thenUnion: ThenUnion;
declare const thenRest: ThenRest;
declare const thenAny: ThenAny;
declare const thenGeneric: ThenGeneric;
declare const maybeThenable: Renamed | undefined;
declare const thenables: Renamed[];
declare const safe: SafePromise;
interface SafePromise extends Promise<number> { readonly safe: true }
type SafeAlias = Promise<number> & { readonly tag?: 'safe' };
declare const safeAlias: SafeAlias;
declare const safeOrNot: SafePromise | Promise<string>;
declare const safeOrNothing: SafePromise | undefined;
declare const safes: SafePromise[];
declare const safeAndNot: [SafePromise, Promise<string>];

declare const service: {
  readonly name: string;
  save(): Promise<void>;
  find(id: string): Promise<string | undefined>;
  readonly pending: Promise<void>;
  readonly all: Promise<void>[];
  readonly inner?: { save(): Promise<void>; readonly pending: Promise<void>; count(): number };
  maybe?: () => Promise<void>;
  maybeNumber?: () => number;
  [key: string]: unknown;
};
declare const table: Record<string, () => Promise<void>>;
declare const constructors: { readonly Deferred: new () => Promise<number>; readonly Plain: new () => object };

declare module 'known-package' {
  export function knownCall(): Promise<number>;
  export function otherCall(): Promise<number>;
  export interface KnownPromise<T> extends Promise<T> { readonly known: true }
  export function makeKnown(): KnownPromise<number>;
  const instance: { run(): Promise<void> };
  export default instance;
}
`;
