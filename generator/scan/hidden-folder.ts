import type { FileSystemHost } from 'ts-morph';

/**
 * A file system in which one folder does not exist. The generator's own output is hidden this way: a first run and a
 * later one see the same program, and what is stale on disk can never become input.
 */
export function hideFolder(host: FileSystemHost, folder: string): FileSystemHost {
  const prefix = `${folder}/`;
  const isHidden = (path: string): boolean => path === folder || path.startsWith(prefix);
  return {
    isCaseSensitive: () => host.isCaseSensitive(),
    delete: (path) => host.delete(path),
    deleteSync: (path) => host.deleteSync(path),
    readDirSync: (path) => (isHidden(path) ? [] : host.readDirSync(path).filter((entry) => !isHidden(entry.name))),
    readFile: (path, encoding) => host.readFile(path, encoding),
    readFileSync: (path, encoding) => host.readFileSync(path, encoding),
    writeFile: (path, text) => host.writeFile(path, text),
    writeFileSync: (path, text) => host.writeFileSync(path, text),
    mkdir: (path) => host.mkdir(path),
    mkdirSync: (path) => host.mkdirSync(path),
    move: (from, to) => host.move(from, to),
    moveSync: (from, to) => host.moveSync(from, to),
    copy: (from, to) => host.copy(from, to),
    copySync: (from, to) => host.copySync(from, to),
    fileExists: async (path) => !isHidden(path) && (await host.fileExists(path)),
    fileExistsSync: (path) => !isHidden(path) && host.fileExistsSync(path),
    directoryExists: async (path) => !isHidden(path) && (await host.directoryExists(path)),
    directoryExistsSync: (path) => !isHidden(path) && host.directoryExistsSync(path),
    realpathSync: (path) => host.realpathSync(path),
    getCurrentDirectory: () => host.getCurrentDirectory(),
    glob: async (patterns) => (await host.glob(patterns)).filter((path) => !isHidden(path)),
    globSync: (patterns) => host.globSync(patterns).filter((path) => !isHidden(path)),
  };
}
