import path from 'node:path';

/** Forward slashes, as the compiler has them. */
export function toPosix(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

/** A file's path as models and diagnostics show it: posix, relative to the project root. */
export function relativeTo(root: string, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : toPosix(path.relative(root, file));
}

/** Without `.ts`, `.d.ts`, `.mts`, `.js` and so on. */
export function withoutExtension(file: string): string {
  return file.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
}

/** Whether a file is JavaScript. */
export function isScript(file: string): boolean {
  return /\.[cm]?jsx?$/.test(file);
}

/** Name of the package that an installed file belongs to and its path inside; `undefined` for files outside `node_modules`. */
export function installedPackage(file: string): { readonly name: string; readonly path: string } | undefined {
  const marker = '/node_modules/';
  const start = file.lastIndexOf(marker);
  if (start < 0) return undefined;
  const parts = file.slice(start + marker.length).split('/');
  const depth = parts[0]?.startsWith('@') === true ? 2 : 1;
  return { name: parts.slice(0, depth).join('/'), path: parts.slice(depth).join('/') };
}

/** Whether a file belongs to an installed package. */
export function isInstalled(file: string): boolean {
  return file.includes('/node_modules/') || file.startsWith('node_modules/');
}

/** Code-unit order, the same on every machine; `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
