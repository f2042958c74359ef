import type { ts } from 'ts-morph';
import type { Compiler } from './compiler.ts';
import { fileOf } from './declarations-of.ts';
import type { PackageImport } from './memory/project-memory.ts';
import type { OpenProject } from './open-project.ts';
import { compareText, installedPackage, isInstalled, relativeTo, withoutExtension } from './project-paths.ts';

/** Where generated code finds a declaration. */
export interface ImportedName {
  readonly name: string;
  /** Posix module path relative to the root, or a package specifier. */
  readonly module: string;
  readonly external?: true;
}

/** Which declarations can be imported, from where and under which name. */
export interface ExportIndex {
  /** The name under which its own module exports `symbol`; `undefined`: it does not. */
  exportName(symbol: ts.Symbol): string | undefined;
  /** How generated code imports `symbol`; `undefined`: it cannot. */
  importOf(symbol: ts.Symbol): ImportedName | undefined;
  /** Model path of the module that declares `symbol`: project module, package specifier, or `typescript` for the library. */
  moduleOf(symbol: ts.Symbol): string;
  moduleOfFile(file: ts.SourceFile): string;
  /** The packages that a file names in its import declarations, and the file that each resolves to. */
  packagesOf(file: ts.SourceFile): readonly PackageImport[];
  /** Whether the name of a type was looked for in all packages of the project, and whether some were not there to look at. */
  readonly packages: { readonly used: boolean; readonly incomplete: boolean };
  /** Whether Catga itself declares it, whichever of several installed copies. */
  isCatga(symbol: ts.Symbol): boolean;
}

/**
 * @param elsewhere - What a file imports, where an earlier scan has found that out.
 */
export function createExportIndex(
  project: OpenProject,
  compiler: Compiler,
  elsewhere: (path: string) => readonly PackageImport[] | undefined = () => undefined,
): ExportIndex {
  const { ts, root } = project;
  const ofFile = new Map<ts.SourceFile, ReadonlyMap<ts.Symbol, string>>();
  const catgaFolders = new Map<string, boolean>();
  const state = { used: false, incomplete: false };
  let packages: ReadonlyMap<ts.Symbol, ImportedName> | undefined;

  const exportsOf = (file: ts.SourceFile): ReadonlyMap<ts.Symbol, string> => {
    const known = ofFile.get(file);
    if (known) return known;
    const names = new Map<ts.Symbol, string>();
    const whole = compiler.exportEqualsOf(file);
    // What `export =` names is imported as a default export, which `esModuleInterop` makes of it.
    if (whole && project.program.getCompilerOptions().esModuleInterop !== false) names.set(whole, 'default');
    for (const exported of compiler.exportsOf(file)) {
      const target = compiler.followAliases(exported);
      const name = exported.name === 'export=' ? undefined : exported.name;
      if (name === undefined) continue;
      const other = names.get(target);
      if (
        other === undefined ||
        rank(name, target) < rank(other, target) ||
        (rank(name, target) === rank(other, target) && name < other)
      ) {
        names.set(target, name);
      }
    }
    ofFile.set(file, names);
    return names;
  };

  const packagesOf = (file: ts.SourceFile): readonly PackageImport[] => {
    const found: PackageImport[] = [];
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const specifier = statement.moduleSpecifier;
      if (!specifier || !ts.isStringLiteral(specifier) || specifier.text.startsWith('.')) continue;
      const symbol = compiler.symbolOf(specifier);
      const target = symbol && fileOf(symbol);
      if (target) found.push([specifier.text, target.fileName]);
    }
    return found;
  };

  // Only what the project imports from a package is sure to resolve from it, so those specifiers are the candidates.
  const packageExports = (): ReadonlyMap<ts.Symbol, ImportedName> => {
    if (packages) return packages;
    state.used = true;
    const specifiers = new Map<string, ts.SourceFile>();
    const add = ([specifier, path]: PackageImport): void => {
      if (specifiers.has(specifier)) return;
      const file = project.program.getSourceFile(path);
      if (file) specifiers.set(specifier, file);
      else state.incomplete = true;
    };
    for (const path of project.rootFiles) {
      const file = project.program.getSourceFile(path);
      (elsewhere(path) ?? (file ? packagesOf(file) : [])).forEach(add);
    }
    const found = new Map<ts.Symbol, ImportedName>();
    const shortestFirst = [...specifiers].toSorted(([a], [b]) => a.length - b.length || compareText(a, b));
    for (const [module, file] of shortestFirst) {
      for (const [symbol, name] of exportsOf(file)) {
        if (!found.has(symbol)) found.set(symbol, { name, module, external: true });
      }
    }
    packages = found;
    return found;
  };

  const isProjectFile = (file: ts.SourceFile): boolean =>
    file.fileName.startsWith(`${root}/`) && !isInstalled(file.fileName);

  const modules = new Map<ts.SourceFile, string>();
  const moduleOfFile = (file: ts.SourceFile): string => {
    let known = modules.get(file);
    if (known === undefined) {
      const installed = installedPackage(file.fileName);
      known = withoutExtension(installed ? `${installed.name}/${installed.path}` : relativeTo(root, file.fileName));
      modules.set(file, known);
    }
    return known;
  };

  return {
    moduleOfFile,
    packagesOf,
    packages: state,
    exportName(symbol) {
      const file = fileOf(symbol);
      return file && exportsOf(file).get(symbol);
    },
    importOf(symbol) {
      const file = fileOf(symbol);
      if (!file || compiler.isLibrary(file)) return undefined;
      if (!isProjectFile(file)) return packageExports().get(symbol);
      const name = exportsOf(file).get(symbol);
      return name === undefined ? undefined : { name, module: moduleOfFile(file) };
    },
    moduleOf(symbol) {
      const file = fileOf(symbol);
      if (!file || compiler.isLibrary(file)) return 'typescript';
      if (isProjectFile(file)) return moduleOfFile(file);
      return packageExports().get(symbol)?.module ?? moduleOfFile(file);
    },
    isCatga(symbol) {
      const file = fileOf(symbol);
      if (!file) return false;
      const folder = file.fileName.slice(0, file.fileName.lastIndexOf('/'));
      let known = catgaFolders.get(folder);
      if (known === undefined) {
        known = packageNameAbove(ts, folder) === 'catga';
        catgaFolders.set(folder, known);
      }
      return known;
    },
  };
}

// Its own name before any other, a named export before the default one.
function rank(name: string, symbol: ts.Symbol): number {
  return name === symbol.name ? 0 : name === 'default' ? 2 : 1;
}

function packageNameAbove(compiler: typeof ts, folder: string): string | undefined {
  for (let at = folder; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const text = compiler.sys.readFile(`${at}/package.json`);
    if (text === undefined) continue;
    const parsed = compiler.parseConfigFileTextToJson(`${at}/package.json`, text).config as
      { readonly name?: unknown } | undefined;
    if (typeof parsed?.name === 'string') return parsed.name;
  }
  return undefined;
}
