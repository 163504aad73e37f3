import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Content by path, folders made as needed. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];

/** An empty folder, or one with these files in it, for the tests of one file: gone when they are done. */
export function folder(files: Files = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'wazamori-'));
  made.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Called once a test file (`setupFiles`), before any hook of its own: it runs behind them all. */
export function removeFoldersAtTheEnd(): void {
  afterAll(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
}
