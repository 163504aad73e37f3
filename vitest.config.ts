import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/machine/**'],
    setupFiles: ['test/setup/no-network.ts'],
    isolate: false,
    env: { TZ: 'Asia/Tokyo' },
    testTimeout: 60_000,
  },
});
