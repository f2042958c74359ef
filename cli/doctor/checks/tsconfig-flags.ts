import { join } from 'node:path';
import { ts } from '../../../generator/scan/compiler-library.ts';
import { isConfigured, notConfigured, type Check } from '../check.ts';

/** Flags without which types are read wrongly, or generated code does not compile. */
export const tsconfigFlags: Check = {
  name: 'tsconfig-flags',
  examine({ configuration, root }) {
    if (!isConfigured(configuration)) return notConfigured;
    const { tsconfig } = configuration.settings;
    const file = join(root, tsconfig);
    const source = ts.readJsonConfigFile(file, (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonSourceFileConfigFileContent(source, ts.sys, root, undefined, file);
    if (!(options.strictNullChecks ?? options.strict ?? false)) {
      return {
        status: 'error',
        problem: `${tsconfig} has strictNullChecks off: every member would be taken for required.`,
        fix: 'Set "strict": true.',
      };
    }
    const { moduleResolution } = options;
    const kinds = ts.ModuleResolutionKind;
    if (moduleResolution === kinds.Classic || moduleResolution === kinds.Node10) {
      return {
        status: 'error',
        problem: `${tsconfig} resolves modules as old versions of Node did: catga/generated and other sub-paths are not found.`,
        fix: 'Set "module": "NodeNext", or "moduleResolution": "bundler".',
      };
    }
    if (options.module === ts.ModuleKind.ES2015) {
      return {
        status: 'error',
        problem: `${tsconfig} has "module": "ES2015", which has no import(): registry.ts loads codecs by it.`,
        fix: 'Set "module": "NodeNext", or "ESNext" for a bundler.',
      };
    }
    if (options.exactOptionalPropertyTypes !== true) {
      return {
        status: 'note',
        problem: `${tsconfig} has exactOptionalPropertyTypes off: \`{ note: undefined }\` passes for \`note?: string\`, and comes back absent.`,
        fix: 'Set "exactOptionalPropertyTypes": true.',
      };
    }
    return { status: 'ok', detail: tsconfig };
  },
};
