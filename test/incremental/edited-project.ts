import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { batchHandler, behavior, firstOf, handler, service, textOf, type Declaration } from './declaration.ts';
import type { Touched } from './runs.ts';
import { others, packageOf } from './surroundings.ts';
import { additions, bases, history, names, shared, tags, types } from './variants.ts';

interface SourceFile {
  readonly declarations: Declaration[];
  newline: string;
  padding: number;
  broken: boolean;
  /** Imports the project's files by the path alias. */
  aliased: boolean;
}

/** Everything that edits change. */
interface Content {
  readonly files: Map<string, SourceFile>;
  /** Which variant there is of what is no source that the tsconfig names; none: it is not there. */
  readonly others: Map<string, string>;
}

/** One random edit: what it does and to what follows from the numbers. */
export interface Edit {
  readonly what: number;
  readonly where: number;
  readonly how: number;
}

/** A project in memory, written to disk file by file as it is edited. */
export class EditedProject {
  readonly folder: string;
  #content: Content = { files: new Map(), others: new Map() };
  #before: Content = this.#content;
  #count = 0;

  constructor(folder: string) {
    this.folder = folder;
    this.#add('shared', [firstOf(shared, 'Line'), firstOf(shared, 'Page'), firstOf(shared, 'Side')]);
    this.#add('money', [firstOf(shared, 'Money')]);
    this.#add('stores', [
      firstOf(shared, 'Store'),
      { kind: 'type', name: 'Base', text: 'export interface Base<T> extends DomainEvent { readonly of: T }' },
    ]);
    this.#add('orders', [
      this.#message('Command', [0, 2, 3]),
      this.#message('Query<Line>', [0]),
      this.#message('Base<string>', [4, 6]),
    ]);
    this.#add('billing', [this.#message('ReliableEvent', [13, 5]), this.#message('Command', [10])]);
    this.#add('handlers', [handler('OnFirst', 'Message1', 'store: Store'), service('MemoryStore', 'Store')]);
    this.#add('more', [
      handler('OnThird', 'Message3', 'readonly clock: () => number', true),
      behavior('Everything', 'Message'),
      behavior('Some', 'Message1'),
    ]);
    this.#add('limits', [
      {
        kind: 'type',
        name: 'Limits',
        text: "import limits from './limits.json' with { type: 'json' };\nexport type Limits = typeof limits",
      },
      handler('OnStock', 'StockLow', 'store: Store', true),
    ]);
    this.#add('around', [
      this.#message('DomainEvent', [14, 15, 16, 17, 18, 19]),
      ...[0, 2].map((index): Declaration => ({ kind: 'type', name: '', text: additions[index] ?? '' })),
    ]);
    this.#add('aged', [firstOf(history, 'Aged'), firstOf(history, 'AgedV2')]);
    this.#add(
      'former',
      ['AgedV1', 'AgedPart', 'AgedToV2', 'agedToV3'].map((name) => firstOf(history, name)),
    );
    for (const [path, [first]] of Object.entries(others))
      if (first !== undefined) this.#content.others.set(path, first);
    for (const path of this.#texts().keys()) this.#write(path);
  }

  /** Makes one edit. */
  edit({ what, where, how }: Edit): Touched {
    this.#before = structuredClone(this.#content);
    return this.#change(() => {
      const [name, file] = [...this.#content.files][where % this.#content.files.size] ?? [];
      if (name !== undefined && file) this.#apply(name, file, what, where, how);
    });
  }

  /** Takes the last edit back. */
  undo(): Touched {
    return this.#change(() => (this.#content = structuredClone(this.#before)));
  }

  #change(act: () => void): Touched {
    const before = this.#texts();
    act();
    const after = this.#texts();
    const all = new Set([...before.keys(), ...after.keys()]);
    const changed = [...all].filter((path) => before.get(path) !== after.get(path));
    for (const path of changed) this.#write(path);
    return {
      changed: new Set(changed),
      came: new Set(changed.filter((path) => !before.has(path))),
      went: new Set(changed.filter((path) => !after.has(path))),
    };
  }

  #apply(name: string, file: SourceFile, what: number, where: number, how: number): void {
    const all = [...this.#content.files.values()].flatMap(({ declarations }) => declarations);
    const messages = all.filter((one) => one.kind === 'message');
    const message = messages[where % Math.max(1, messages.length)];
    const member: [string, string] = [
      names[how % names.length] ?? 'id',
      types[(how + where) % types.length] ?? 'string',
    ];
    const editOneOf = (list: typeof shared) => () => {
      const [type, variants] = list[where % list.length] ?? ['', []];
      const found = all.find((one) => one.name === type);
      if (found?.kind === 'type') found.text = variants[how % variants.length] ?? found.text;
    };
    const editOther = () => {
      const [path, variants] = Object.entries(others)[where % Object.keys(others).length] ?? ['', []];
      const text = variants[how % variants.length];
      if (text === undefined) this.#content.others.delete(path);
      else this.#content.others.set(path, text);
    };
    const actions: readonly (() => unknown)[] = [
      () => message?.members.push([`${member[0]}${message.members.length}`, member[1]]),
      () => message?.members.pop(),
      () => message?.members.splice(0, 1, member),
      () => message?.members.splice(0, 0, ...message.members.splice(-1)),
      () => message && (message.base = bases[how % bases.length] ?? 'Command'),
      () => message && (message.tag = tags[how % tags.length] ?? ''),
      editOneOf(shared),
      () => file.declarations.push(this.#message(bases[how % bases.length] ?? 'Command', [how % types.length])),
      () => file.declarations.splice(how % Math.max(1, file.declarations.length), 1),
      () => {
        if (message?.kind !== 'message') return;
        const isEvent = /Event|Base/.test(message.base);
        const isHandled = all.some((one) => one.kind === 'class' && one.text.includes(`<${message.name}>`));
        if (!isEvent && isHandled) return;
        const parameter = how % 2 === 0 ? 'store: Store' : '';
        file.declarations.push(handler(`On${++this.#count}`, message.name, parameter, isEvent));
      },
      () => file.declarations.push(service(`Service${++this.#count}`, how % 8 === 0 ? 'Store' : '')),
      () =>
        file.declarations.push(
          behavior(`Behavior${++this.#count}`, how % 3 === 0 ? 'Message' : (message?.name ?? 'Message')),
        ),
      () => {
        const target = [...this.#content.files.values()][how % this.#content.files.size];
        const [moved] = file.declarations.splice(how % Math.max(1, file.declarations.length), 1);
        if (moved) target?.declarations.push(moved);
      },
      () => file.declarations.splice(0, 0, ...file.declarations.splice(-1)),
      () => (file.newline = file.newline === '\n' ? '\r\n' : '\n'),
      () => (file.padding = how % 4),
      () => (file.broken = !file.broken),
      () =>
        file.declarations.push({
          kind: 'class',
          name: `Twice${++this.#count}`,
          text: `export interface Twice${this.#count} extends DomainEvent { readonly bad: () => void }`,
        }),
      () => this.#add(`new${++this.#count}`, [this.#message('DomainEvent', [how % types.length])]),
      () => this.#content.files.size > 5 && this.#content.files.delete(name),
      () =>
        file.declarations.push({
          kind: 'type',
          name: '',
          text: additions[how % additions.length] ?? '',
        }),
      () => (file.aliased = !file.aliased),
      editOther,
      editOther,
      editOneOf(shared),
      () => {
        const event = messages.filter(({ base }) => /Event|Base/.test(base))[how % messages.length]?.name ?? 'StockLow';
        file.declarations.push(batchHandler(`Batches${++this.#count}`, how % 3 === 0 ? 'StockLow' : event, how % 5));
      },
      editOneOf(history),
      editOneOf(history),
      editOneOf(history),
    ];
    actions[what % actions.length]?.();
  }

  #message(base: string, members: readonly number[]): Declaration {
    return {
      kind: 'message',
      name: `Message${++this.#count}`,
      base,
      tag: '',
      members: members.map((index, at) => [`${names[at] ?? 'm'}${at}`, types[index] ?? 'string']),
    };
  }

  #add(name: string, declarations: readonly Declaration[]): void {
    this.#content.files.set(name, {
      declarations: [...declarations],
      newline: '\n',
      padding: 0,
      broken: false,
      aliased: false,
    });
  }

  #write(path: string): void {
    const text = this.#texts().get(path);
    if (text === undefined) return rmSync(path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  #texts(): ReadonlyMap<string, string> {
    const texts = new Map([...this.#content.others].map(([path, text]) => [join(this.folder, path), text]));
    for (const [name, file] of this.#content.files) {
      const body = file.declarations.map(textOf).join('\n');
      const imports = [...this.#content.files].flatMap(([other, { declarations }]) => {
        if (other === name) return [];
        const own = new Set(file.declarations.map((one) => one.name));
        const used = declarations
          .map((one) => one.name)
          .filter((one) => one !== '' && !own.has(one) && new RegExp(`\\b${one}\\b`).test(body));
        const from = file.aliased ? '@app' : '.';
        return used.length === 0
          ? []
          : [`import type { ${[...new Set(used)].join(', ')} } from '${from}/${other}.js';`];
      });
      for (const [type, specifier] of Object.entries(packageOf)) {
        if (new RegExp(`\\b${type}\\b`).test(body)) imports.push(`import type { ${type} } from '${specifier}';`);
      }
      const lines = [
        ...Array.from({ length: file.padding }, () => '// padding'),
        "import type { BatchHandler, Behavior, Command, DomainEvent, EventHandler, Message, Query, ReliableEvent, RequestHandler, Upcaster } from 'catga';",
        ...imports,
        body,
        file.broken ? 'export interface Half { readonly' : '',
      ];
      texts.set(join(this.folder, 'src', `${name}.ts`), lines.join('\n').replaceAll('\n', file.newline));
    }
    return texts;
  }
}
