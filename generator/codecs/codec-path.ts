import { posix } from 'node:path';

/**
 * Where the codecs of a module's types go, relative to the output folder and without extension. Injective: two modules
 * never share a file.
 *
 * `src/orders/messages` becomes `codecs/orders/messages` (with the output in `src/catga`), a package's types go to
 * `codecs/_packages/@acme/types`, and modules outside the source folder to `codecs/_outside/lib/money`.
 *
 * @param output - The output folder, posix, relative to the project root.
 */
export function codecPath(module: string, output: string, external: boolean): string {
  if (external) return `codecs/_packages/${module.split('/').map(safeSegment).join('/')}`;
  const root = posix.dirname(output);
  // Nearly every module is below the source folder, and finding a way between any two paths takes its time.
  const inside =
    root === '.'
      ? module
      : module.startsWith(`${root}/`)
        ? module.slice(root.length + 1)
        : posix.relative(root, module);
  const outside = inside.startsWith('..');
  const segments = (outside ? module : inside)
    .split('/')
    .map((segment) => (segment === '..' ? '_up' : safeSegment(segment)));
  return `codecs/${outside ? '_outside/' : ''}${segments.join('/')}`;
}

/** A leading underscore is doubled, so that no module can reach our own folders; odd characters become their code. */
function safeSegment(segment: string): string {
  const safe = segment.replaceAll(/[^\p{L}\p{N}@._-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
  return safe.startsWith('_') ? `_${safe}` : safe;
}
