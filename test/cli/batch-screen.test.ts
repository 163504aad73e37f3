import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/sample-files.ts';
import { shippedCatalog } from '../../src/cli/assets.ts';
import { processIo } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';
import { displayWidth } from '../../src/words/width.ts';

const cwd = mkdtempSync(join(tmpdir(), 'wazamori-batch-screen-'));
afterAll(() => rmSync(cwd, { recursive: true }));
beforeAll(() => {
  const { catalog } = shippedCatalog('ja');
  const files = sampleFiles({ catalog, count: 5, seed: 1, later: false, full: false, broken: false });
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(cwd, 'clients', path)), { recursive: true });
    writeFileSync(join(cwd, 'clients', path), bytes);
  }
});

/** The lines of the visits as they are printed. */
async function visits(screen: { readonly stdoutIsTerminal: boolean; readonly columns: number }) {
  let printed = '';
  const out = (text: string | Uint8Array): void => {
    printed += text.toString();
  };
  const io = { ...processIo(), env: {}, ...screen, cwd, out, err: () => {} };
  const args = ['batch', 'clients', '--out', 'out', '--quiet', '--today', '2026-11-21'];
  expect(await run(args, io, 'ja')).toBe(0);
  const lines = printed.split('\n');
  return lines.slice(lines.indexOf('次に訪ねる順') + 1).filter((line) => /^(\d\. | {3})/.test(line));
}

describe('the order of visits', () => {
  it('is wrapped for people, below its numbers', async () => {
    const lines = await visits({ stdoutIsTerminal: true, columns: 60 });
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(5);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it('is a line each for other programs', async () => {
    const lines = await visits({ stdoutIsTerminal: false, columns: 60 });
    expect(lines).toHaveLength(5);
    expect(Math.max(...lines.map(displayWidth))).toBeGreaterThan(60);
  });
});
