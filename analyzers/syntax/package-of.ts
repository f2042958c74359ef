import path from 'node:path';
import type { ts } from 'ts-morph';
import type { TypeView } from './type-view.ts';

/** Whether a symbol comes from a package, or from the declarations of it in `@types` or in a `declare module`. */
export function isDeclaredInPackage(view: TypeView, symbol: ts.Symbol | undefined, name: string): boolean {
  const { ts, checker } = view;
  const declarations = symbol?.declarations ?? [];
  if (declarations.some((declaration) => declaredModule(ts, declaration) === name)) return true;
  if (declarations.some((declaration) => isFileOf(view, declaration.getSourceFile(), name))) return true;
  const ambient = checker.getAmbientModules().find((one) => one.name === `"${name}"`);
  return (
    ambient !== undefined &&
    checker
      .getExportsOfModule(ambient)
      .some((one) => ((one.flags & ts.SymbolFlags.Alias) === 0 ? one : checker.getAliasedSymbol(one)) === symbol)
  );
}

/** The name of the `declare module '…'` around a node. */
function declaredModule(compiler: typeof ts, node: ts.Node): string | undefined {
  for (let parent: ts.Node | undefined = node; parent !== undefined; parent = parent.parent) {
    if (compiler.isModuleDeclaration(parent) && compiler.isStringLiteral(parent.name)) return parent.name.text;
  }
  return undefined;
}

function isFileOf(view: TypeView, file: ts.SourceFile, name: string): boolean {
  if (!view.program.isSourceFileFromExternalLibrary(file)) return false;
  const owner = pathInPackage(view, file.fileName);
  // `@types/acme__tools` declares `@acme/tools`.
  const typed = name.replace(/^@([^/]+)\//, '$1__');
  return owner !== undefined && (isWithin(owner, name) || isWithin(owner.replace(/^@types\//, ''), typed));
}

function isWithin(owner: string, name: string): boolean {
  return owner === name || owner.startsWith(`${name}/`);
}

const owners = new WeakMap<ts.Program, Map<string, Owner | undefined>>();

interface Owner {
  readonly name: string;
  readonly folder: string;
}

/** A file's path as imports name it: `@acme/tools/dist/index.d.ts`. */
function pathInPackage({ ts, program }: TypeView, file: string): string | undefined {
  let known = owners.get(program);
  if (known === undefined) {
    known = new Map();
    owners.set(program, known);
  }
  const cache = known;
  const ownerOf = (folder: string): Owner | undefined => {
    if (cache.has(folder)) return cache.get(folder);
    const { config } = ts.readConfigFile(path.posix.join(folder, 'package.json'), (name) => ts.sys.readFile(name));
    const { name } = (config ?? {}) as { readonly name?: unknown };
    const parent = path.posix.dirname(folder);
    const found = typeof name === 'string' ? { name, folder } : parent === folder ? undefined : ownerOf(parent);
    cache.set(folder, found);
    return found;
  };
  // A package may hold files of that name further down, which say other things.
  const [, installed] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  const owner = ownerOf(installed ?? path.posix.dirname(file));
  return owner && `${owner.name}${file.slice(owner.folder.length)}`;
}
