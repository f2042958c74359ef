import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { ts as tsMorph } from 'ts-morph';
import { ts } from '../../generator/scan/compiler-library.ts';
import { UsageError } from '../usage-error.ts';

/** What `catga init` finds in a folder and has to fit in with. */
export interface ProjectShape {
  /** Where sources live, relative to the root: `src`. */
  readonly sources: string;
  /** Where the compiler writes, relative to the root: `dist`. */
  readonly build: string;
  /** What relative imports end in. */
  readonly extension: '.js' | '.ts';
  /** Whether `.ts` files of this package become CommonJS modules, which cannot await at the top level. */
  readonly commonJs: boolean;
  readonly hasTsconfig: boolean;
  /** Whether `@types/node` is installed. */
  readonly hasNodeTypes: boolean;
  /** The parsed `package.json`; absent where there is none. */
  readonly manifest?: Manifest;
}

/** A parsed `package.json` and how its file is indented. */
export interface Manifest {
  readonly content: Readonly<Record<string, unknown>>;
  readonly indent: string;
}

/** Reads `package.json` and `tsconfig.json` of `root`, if they are there. */
export function projectShape(root: string): ProjectShape {
  const manifest = readManifest(join(root, 'package.json'));
  const tsconfig = readTsconfig(root);
  const options = tsconfig?.options ?? {};
  const inside = (folder: string | undefined): string | undefined => {
    const path = folder === undefined ? '' : relative(root, folder).replaceAll('\\', '/');
    return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path;
  };
  return {
    sources: inside(options.rootDir) ?? includedFolder(tsconfig) ?? 'src',
    build: inside(options.outDir) ?? 'dist',
    extension:
      options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true ? '.ts' : '.js',
    commonJs: !isModule(manifest, tsconfig !== undefined),
    hasTsconfig: tsconfig !== undefined,
    hasNodeTypes: existsSync(join(root, 'node_modules/@types/node')),
    ...(manifest === undefined ? {} : { manifest }),
  };
}

/** Whether the package is an ES module package, or may become one because nothing in it can depend on being CommonJS. */
function isModule(manifest: Manifest | undefined, hasTsconfig: boolean): boolean {
  const content = manifest?.content ?? {};
  return 'type' in content
    ? content['type'] === 'module'
    : !hasTsconfig && !('main' in content || 'exports' in content || 'bin' in content);
}

function readManifest(file: string): Manifest | undefined {
  if (!existsSync(file)) return undefined;
  let text: string;
  let content: unknown;
  try {
    text = readFileSync(file, 'utf8');
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}`, 'Mend it, then run `catga init` again.', {
      cause: error,
    });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UsageError(`${file} is not a JSON object.`, 'Mend it, then run `catga init` again.');
  }
  return { content: { ...content }, indent: /^([ \t]+)"/m.exec(text)?.[1] ?? '  ' };
}

function readTsconfig(root: string): tsMorph.ParsedCommandLine | undefined {
  const file = join(root, 'tsconfig.json');
  if (!existsSync(file)) return undefined;
  const parsed = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new UsageError(
        `tsconfig.json cannot be read: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`,
        'Mend it, then run `catga init` again.',
      );
    },
  });
  return parsed;
}

/** The folder of `"include": ["src"]`, where there is exactly one and it exists. */
function includedFolder(tsconfig: tsMorph.ParsedCommandLine | undefined): string | undefined {
  const raw = tsconfig?.raw as { readonly include?: readonly unknown[] } | undefined;
  const [only, ...others] = raw?.include ?? [];
  if (typeof only !== 'string' || others.length > 0) return undefined;
  return /^(?:\.\/)?([\w-]+(?:\/[\w-]+)*)(?:\/\*\*.*)?\/?$/.exec(only)?.[1];
}
