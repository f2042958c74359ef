import { isConfigured, notConfigured, type Check } from '../check.ts';

/** Node runs TypeScript as it is only where imports end in `.ts`. */
export const importSpecifiers: Check = {
  name: 'import-specifiers',
  examine({ configuration, read }) {
    if (!isConfigured(configuration)) return notConfigured;
    const { output } = configuration.settings;
    const index = read(`${output}/index.ts`);
    if (index === undefined) return { status: 'ok', detail: 'not looked at: nothing has been generated' };
    const endsInTs = /from '\.[^']*\.ts'/.test(index);
    const scripts = /"[^"]*"\s*:\s*"[^"]*\bnode\s+(?:--[\w=-]+\s+)*\S+\.m?ts\b/.test(read('package.json') ?? '');
    if (scripts && !endsInTs) {
      return {
        status: 'error',
        problem: `package.json runs TypeScript by plain Node, but imports in ${output} end in .js, which Node does not find.`,
        fix: 'Set "allowImportingTsExtensions" in the tsconfig or importExtension: ".ts" in catga.config.ts, and run `npx catga generate`.',
      };
    }
    return { status: 'ok', detail: `imports end in ${endsInTs ? '.ts' : '.js'}` };
  },
};
