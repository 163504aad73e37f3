import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/setup/nothing-left.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/machine/**'],
    setupFiles: [
      'test/setup/no-network.ts',
      'test/setup/remove-folders.ts',
      'test/setup/configure-random.ts',
    ],
    isolate: false,
    env: { TZ: 'Asia/Tokyo' },
    testTimeout: 60_000,
  },
});
