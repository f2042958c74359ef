import { structures, type Loaded, type Structure } from './structure.ts';

const type = structures('classes');

function make(loaded: Loaded, name: string, ...parameters: readonly unknown[]): object {
  const made = loaded[name] as unknown as new (...values: readonly unknown[]) => object;
  return new made(...parameters);
}

export const classes: readonly Structure[] = [
  type.carried(
    'fields only',
    'C',
    (m) => [make(m, 'C'), Object.assign(make(m, 'C'), { a: 5 })],
    [{ a: 'x' }],
    'export class C { a = 1; b?: string; }',
  ),
  type.carried(
    'constructor with the members',
    'C',
    (m) => [make(m, 'C', 1, 'x')],
    [{ a: 'x', b: 'x' }],
    'export class C { readonly a: number; readonly b: string; constructor(a: number, b: string) { this.a = a; this.b = b; } }',
  ),
  type.carried(
    'parameter properties',
    'C',
    (m) => [make(m, 'C', 1, 'x')],
    [{ a: 1 }],
    'export class C { constructor(readonly a: number, public b: string) {} }',
  ),
  type.carried(
    'one object',
    'C',
    (m) => [make(m, 'C', { a: 1 })],
    [{ a: 'x' }],
    'export class C { readonly a: number; constructor(init: { a: number }) { this.a = init.a; } }',
  ),
  type.carried(
    'methods and getters',
    'C',
    (m) => [make(m, 'C', 1)],
    [{ a: 'x' }],
    'export class C { constructor(readonly a: number) {} get double() { return this.a * 2; } plus(n: number) { return this.a + n; } static zero = 0; }',
  ),
  type.carried(
    'inherited',
    'D',
    (m) => [make(m, 'D', 1, 2)],
    [{ a: 1 }],
    'export class B { constructor(readonly a: number) {} } export class D extends B { constructor(a: number, readonly b: number) { super(a); } }',
  ),
  type.carried(
    'generic',
    'Box<number>',
    (m) => [make(m, 'Box', 1)],
    [{ v: 'x' }],
    'export class Box<T> { constructor(readonly v: T) {} }',
  ),
  type.carried(
    'array of',
    'C[]',
    (m) => [[make(m, 'C', 1)], []],
    [[{ a: 'x' }]],
    'export class C { constructor(readonly a: number) {} }',
  ),
  type.carried(
    'optional parameters',
    'C',
    (m) => [make(m, 'C', 1), make(m, 'C', 1, 2)],
    [{ a: 'x' }],
    'export class C { readonly a: number; readonly b: number; constructor(a: number, b = 0) { this.a = a; this.b = b; } }',
  ),
  type.carried(
    'nested',
    'Order',
    (m) => [make(m, 'Order', make(m, 'Money', 5))],
    [{ total: 5 }],
    'export class Money { constructor(readonly cents: number) {} } export class Order { constructor(readonly total: Money) {} }',
  ),
  type.carried(
    'tagged union of',
    'A | B',
    (m) => [make(m, 'A'), make(m, 'B')],
    [{ k: 'c' }],
    "export class A { readonly k = 'a'; x = 1; } export class B { readonly k = 'b'; y = 's'; }",
  ),
  type.carried(
    'or null',
    'C | null',
    (m) => [make(m, 'C', 1), null],
    [1],
    'export class C { constructor(readonly a: number) {} }',
  ),
  type.carried(
    'static from',
    'C',
    (m) => [(m['C'] as unknown as { from(v: unknown): unknown }).from({ a: 1 })],
    [{ a: 'x' }],
    'export class C { readonly a: number; private constructor(a: number) { this.a = a; } static from(members: { readonly a: number }): C { return new C(members.a); } }',
  ),
  type.carried(
    'static fromWire',
    'C',
    (m) => [make(m, 'C', '1')],
    [{ a: 'x' }],
    'export class C { readonly a: number; constructor(text: string) { this.a = Number(text); } static fromWire(members: { readonly a: number }): C { return new C(String(members.a)); } }',
  ),
  type.carried(
    'generic static from',
    'Box<number>',
    (m) => [(m['Box'] as unknown as { from(v: unknown): unknown }).from({ v: 1 })],
    [{ v: 'x' }],
    'export class Box<T> { readonly v: T; private constructor(v: T) { this.v = v; } static from<T>(members: { readonly v: T }): Box<T> { return new Box(members.v); } }',
  ),
  type.refused('private member', 'C', 'CATGA1109', '.v', 'export class C { private a = 1; b = 2; }'),
  type.refused('hash member', 'C', 'CATGA1109', '.v', 'export class C { #a = 1; b = this.#a; }'),
  type.refused('protected member', 'C', 'CATGA1109', '.v', 'export class C { protected a = 1; b = 2; }'),
  type.refused(
    'private parameter property',
    'C',
    'CATGA1109',
    '.v',
    'export class C { constructor(private readonly a: number) {} b() { return this.a; } }',
  ),
  type.refused(
    'inherited private member',
    'D',
    'CATGA1109',
    '.v',
    'class B { private a = 1; } export class D extends B { b = 2; }',
  ),
  type.refused(
    'private constructor',
    'C',
    'CATGA1110',
    '.v',
    'export class C { private constructor(readonly a: number) {} static make() { return new C(1); } }',
  ),
  type.refused('abstract', 'C', 'CATGA1110', '.v', 'export abstract class C { a = 1; }'),
  type.refused(
    'other parameters',
    'C',
    'CATGA1110',
    '.v',
    'export class C { a: number; constructor(text: string) { this.a = Number(text); } }',
  ),
  type.refused('not exported', 'C', 'CATGA1110', '.v', 'class C { constructor(readonly a: number) {} }'),
  type.refused('function field', 'C', 'CATGA1101', '.v.f', 'export class C { a = 1; f = () => 1; }'),
  type.refused(
    'from of something else',
    'C',
    'CATGA1110',
    '.v',
    'export class C { readonly a: number; private constructor(a: number) { this.a = a; } static from(text: string): C { return new C(Number(text)); } }',
  ),
];
