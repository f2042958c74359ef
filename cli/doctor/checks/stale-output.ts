import { runGeneration } from '../../generate/run-generation.ts';
import { isConfigured, notConfigured, type Check } from '../check.ts';

/** What is generated is what the declarations say. */
export const staleOutput: Check = {
  name: 'stale-output',
  async examine({ configuration }) {
    if (!isConfigured(configuration)) return notConfigured;
    const { outcome } = await runGeneration(configuration, { write: false });
    if (outcome.outcome === 'failed') {
      const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error').length;
      return {
        status: 'error',
        problem: `The declarations have ${errors} ${errors === 1 ? 'error' : 'errors'}.`,
        fix: 'Run `npx catga generate` and mend what it reports.',
      };
    }
    const files = [...outcome.missing, ...outcome.stale, ...outcome.orphaned];
    if (files.length === 0) return { status: 'ok', detail: outcome.summary };
    return {
      status: 'error',
      problem: `${outcome.output} is not what the declarations say: ${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}.`,
      fix: 'Run `npx catga generate`.',
    };
  },
};
