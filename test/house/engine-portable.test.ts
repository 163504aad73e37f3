import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { build } from 'rolldown';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ENGINE = readdirSync(join(ROOT, 'src/engine')).map((file) => `src/engine/${file}`);

/** Which of our own files behind these name a module of node. */
async function ofNode(input: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  await build({
    ...{ cwd: ROOT, input: [...input], external: /^[^./]/, platform: 'browser', write: false },
    plugins: [
      {
        name: 'of-node',
        moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) => {
          const named = [...importedIds, ...dynamicallyImportedIds].filter((to) => to.startsWith('node:'));
          if (isAbsolute(id)) found.push(...named.map((to) => `${relative(ROOT, id)} ${to}`));
        },
      },
    ],
  });
  return found;
}

it('the engine names no module of node, nor does anything it loads: a browser has none', async () => {
  expect(ENGINE).toContain('src/engine/open.ts');
  expect(await ofNode(ENGINE)).toEqual([]);
});

it('and would be found out', async () => {
  expect(await ofNode(['src/files/read-file.ts'])).toContain('src/files/read-file.ts node:fs');
});
