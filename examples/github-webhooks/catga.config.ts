import { defineConfig } from '@catga/cli';

export default defineConfig({
  namespace: 'github',
  // The published types leave these open; GitHub documents no shape for them.
  unknown: [
    // Maps of ecosystem-specific values, `{ [k: string]: unknown }` in the schema.
    '@octokit/webhooks-types#*',
  ],
});
