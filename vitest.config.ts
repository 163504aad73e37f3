import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PACKAGE = fileAt('src/cli/package.ts');
const FROZEN = fileAt('test/setup/frozen-package-root.ts');

/** Tests of the code find the package that has the frozen checklists; only it sees the real one. */
const frozenPackage: NonNullable<TestProjectInlineConfiguration['plugins']>[number] = {
  name: 'frozen-package',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('/package.ts') || importer === FROZEN) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found?.id === PACKAGE ? FROZEN : null;
  },
};

const shared = {
  setupFiles: ['test/setup/no-network.ts', 'test/setup/remove-folders.ts', 'test/setup/configure-random.ts'],
  isolate: false,
  env: { TZ: 'Asia/Tokyo' },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: ['test/setup/nothing-left.ts', 'test/setup/frozen-package.ts'],
    // All cores of a small machine, where one is left idle otherwise; each worker reads the program anew.
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      {
        plugins: [frozenPackage],
        test: {
          ...shared,
          name: 'code',
          include: ['test/**/*.test.ts'],
          exclude: ['test/machine/**', 'test/content/**'],
        },
      },
      { test: { ...shared, name: 'content', include: ['test/content/**/*.test.ts'] } },
    ],
  },
});
