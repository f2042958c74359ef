import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../runtime', import.meta.url));

// From the bottom up. A folder may import those on lines above its own, and those on its own line.
const layers: readonly (readonly string[])[] = [
  ['async'],
  ['messages', 'codecs'],
  ['ports', 'ids'],
  ['instrumentation'],
  ['pipeline'],
  ['batching'],
  ['mediator', 'delivery', 'generated'],
  ['memory'],
  ['hosting'],
  ['testing', 'bench'],
];
// Back ends implement ports and are known to hosting only.
const backEnds = new Set(['memory']);
const belowBackEnds = new Set(['async', 'messages', 'codecs', 'ports']);

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/(^|[\\/])(dist|node_modules)[\\/]/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }));

function importsOf({ file, text }: { readonly file: string; readonly text: string }): readonly Import[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => ({ file, from: folderOf(file), specifier: fileName }));
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function targetOf({ file, specifier }: Import): string {
  return relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
}

const imports = sources.flatMap(importsOf);
const internal = imports.filter(({ specifier }) => specifier.startsWith('.'));
const level = (folder: string): number => layers.findIndex((layer) => layer.includes(folder));

describe('runtime: layering', () => {
  it('knows every folder', () => {
    const folders = new Set(sources.map(({ file }) => folderOf(file)).filter((folder) => folder !== ''));
    expect([...folders].toSorted()).toEqual(layers.flat().toSorted());
    expect(internal.length).toBeGreaterThan(100);
  });

  it('imports point downwards only', () => {
    const upwards = internal.filter((each) => each.from !== '' && level(folderOf(targetOf(each))) > level(each.from));
    expect(upwards).toEqual([]);
  });

  it('never imports the generator, the analyzers or the command line', () => {
    const outside = internal.filter((each) => targetOf(each).startsWith('..'));
    expect(outside).toEqual([]);
    const packages = imports.filter(({ specifier }) => !specifier.startsWith('.')).map(({ specifier }) => specifier);
    expect([...new Set(packages)].filter((name) => !/^(@msgpack\/msgpack|node:[a-z]+)$/.test(name))).toEqual([]);
  });

  it('back ends know the core and the ports, and are known to hosting only', () => {
    const known = internal.filter((each) => backEnds.has(each.from)).map((each) => folderOf(targetOf(each)));
    expect([...new Set(known)].filter((folder) => !belowBackEnds.has(folder) && !backEnds.has(folder))).toEqual([]);
    const users = internal.filter((each) => backEnds.has(folderOf(targetOf(each))) && !backEnds.has(each.from));
    expect([...new Set(users.map(({ from }) => from))]).toEqual(['hosting']);
  });

  it('runs where code from strings is forbidden, and minified', () => {
    const forbidden: readonly [string, RegExp][] = [
      ['eval', /\beval\s*\(/],
      ['new Function', /\bnew\s+Function\b|[^\w.]Function\s*\(/],
      ['reflect-metadata', /reflect-metadata|Reflect\.(?:get|define|has)\w*Metadata/],
      ['constructor.name', /constructor\s*\??\.\s*name/],
      ['Function.prototype.toString', /Function\.prototype\.toString/],
    ];
    const found = sources.flatMap(({ file, text }) =>
      forbidden
        .filter(([, pattern]) => pattern.test(text) && pattern.test(withoutComments(text)))
        .map(([what]) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

function withoutComments(text: string): string {
  const printer = ts.createPrinter({ removeComments: true });
  return printer.printFile(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest));
}
