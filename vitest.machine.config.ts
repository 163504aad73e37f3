import { defineConfig } from 'vitest/config';

/** Suites that need programs from outside npm (qpdf, poppler, tmux). `.ci/run` installs those and runs these. */
export default defineConfig({
  test: {
    globalSetup: ['test/setup/nothing-left.ts'],
    include: ['test/machine/**/*.test.ts'],
    setupFiles: ['test/setup/remove-folders.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
