import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    // Tests run the sources, not the build; child processes in tests use the build.
    alias: [
      { find: /^catga$/, replacement: at('./runtime/index.ts') },
      { find: /^catga\/bench$/, replacement: at('./runtime/bench/index.ts') },
      { find: /^catga\/codecs$/, replacement: at('./runtime/codecs/index.ts') },
      { find: /^catga\/codecs\/unknown$/, replacement: at('./runtime/codecs/unknown.ts') },
      { find: /^catga\/generated$/, replacement: at('./runtime/generated/index.ts') },
      { find: /^catga\/testing$/, replacement: at('./runtime/testing/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // A test may compile whole projects, on a machine that is busy.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // Most files run the compiler: a process that goes on to the next one has it loaded and warm, and the standard library
    // parsed. What a file changes for all it undoes, and helpers clean up with the test that called them.
    isolate: false,
    // The default leaves a core to whoever watches.
    maxWorkers: '100%',
    unstubEnvs: true,
    sequence: { sequencer: LongestFirst },
    coverage: {
      // Counts in our own files alone, where V8 would count in the compiler too, which makes it a third slower.
      provider: 'istanbul',
      include: ['generator/**/*.ts', 'analyzers/**/*.ts', 'runtime/**/*.ts'],
      exclude: ['**/dist/**'],
      thresholds: { lines: 85 },
      reporter: ['text-summary', 'json-summary'],
    },
  },
});

export default config;
