import { relative } from 'node:path';
import { isConfigured, type Check } from '../check.ts';

/** The configuration loads, and has known options only. */
export const configurationLoads: Check = {
  name: 'configuration',
  examine({ configuration, root }) {
    if (!isConfigured(configuration)) return { status: 'error', ...configuration };
    const { configFile } = configuration.location;
    return {
      status: 'ok',
      detail: configFile === undefined ? 'defaults: no catga.config.*' : relative(root, configFile),
    };
  },
};
