import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/built/build.ts';
import {
  compileCatalog,
  RULES_FILE,
  readCompiledCatalog,
  textsFile,
} from '../../../src/catalog/compiled/compile.ts';
import { textsIn } from '../../../src/files/shipped/texts-in.ts';
import { sampleFiles } from '../sample.ts';

test('what was compiled reads back as it was, prose only when asked for', () => {
  const outcome = buildCatalog(sampleFiles());
  if (!outcome.ok) throw new Error('the sample does not build');
  const folder = mkdtempSync(join(tmpdir(), 'wazamori-compiled-'));
  try {
    const { rules, ja } = compileCatalog(outcome.value);
    writeFileSync(join(folder, RULES_FILE), rules);
    const compiled = readCompiledCatalog(textsIn(folder), 'ja');
    expect(compiled.catalog).toEqual(outcome.value.catalog);
    expect(() => compiled.texts()).toThrow('ENOENT');
    writeFileSync(join(folder, textsFile('ja')), ja);
    expect(compiled.texts()).toEqual(outcome.value.texts.ja);
    expect(compiled.texts()).toBe(compiled.texts());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the way of the compiled catalogue imports nothing that runs', () => {
  const source = readFileSync(new URL('../../../src/catalog/compiled/compile.ts', import.meta.url), 'utf8');
  const running = [...source.matchAll(/^import (?!type ).* from '(.*)';$/gm)].map((match) => match[1]);
  expect(running).toEqual([]);
});
