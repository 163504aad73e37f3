import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/machine/**'],
    setupFiles: ['test/setup/no-network.ts'],
    testTimeout: 20_000,
  },
});
