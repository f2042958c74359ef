import type { Check } from '../check.ts';

/** The runtime runs what this version of the command line writes. */
export const catgaVersion: Check = {
  name: 'catga-version',
  examine({ cliVersion, installed }) {
    const catga = installed('catga');
    if (catga === undefined) {
      return {
        status: 'error',
        problem: 'The package catga is not installed in this project.',
        fix: 'Run `npm install catga`.',
      };
    }
    if (catga.version === cliVersion) return { status: 'ok', detail: `catga ${catga.version}` };
    return {
      status: 'error',
      problem: `catga is ${catga.version}, @catga/cli is ${cliVersion}: what one writes the other may not run.`,
      fix: `Run \`npm install catga@${cliVersion}\`, or install an @catga/cli of version ${catga.version}.`,
    };
  },
};
