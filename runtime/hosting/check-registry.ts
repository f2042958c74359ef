import { CatgaError } from '../messages/error.ts';
import { type Registry, REGISTRY_FORMAT } from '../ports/index.ts';

/**
 * Refuses a registry that this runtime cannot run, or that was generated against other modules than those installed.
 *
 * @throws CatgaError `REGISTRY_INVALID`, naming the command that mends it.
 */
export function checkRegistry(registry: Registry): void {
  const format: unknown = (registry as Registry | undefined)?.format;
  if (typeof format !== 'number') {
    throw invalid('registry is not what `catga generate` wrote: pass registry({ … }) of the generated index module');
  }
  if (format !== REGISTRY_FORMAT) {
    const older = format < REGISTRY_FORMAT;
    throw invalid(
      `the registry has format ${format} (written by catga ${registry.generator}), this runtime runs format ${REGISTRY_FORMAT}: ` +
        (older
          ? 'run `npx catga generate` with the current @catga/cli'
          : 'update the package catga, or run `npx catga generate` with an @catga/cli of its version'),
    );
  }
  const stale = registry.modules.filter((module) => module.expected !== module.actual);
  if (stale.length > 0) {
    const names = stale.map(
      ({ actual, expected, name }) => `${name} (generated against ${expected}, installed ${actual})`,
    );
    throw invalid(
      `the messages of ${names.join(', ')} have changed since the application was generated: run \`npx catga generate\``,
    );
  }
}

function invalid(message: string): CatgaError {
  return new CatgaError('REGISTRY_INVALID', message);
}
