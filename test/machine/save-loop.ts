import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { shippedWords } from '../../src/cli/assets.ts';
import { createContext } from '../../src/cli/context.ts';
import { processIo } from '../../src/cli/io.ts';
import { openAnswers } from '../../src/cli/open-answers.ts';

// Saves one answer after the other into `answers.yaml` of a folder (first argument), and dies at its n-th call of the
// disk (second argument, from 0) as SIGKILL takes it: what is written at that moment is written by half.
const dieAt = Number(process.argv[3]);
const ctx = createContext(
  { ...processIo(), cwd: process.argv[2] ?? '' },
  shippedWords('ja'),
  { color: false, today: '2026-11-21' },
  null,
);
if (!ctx.ok) throw new Error(ctx.findings[0]?.code);
const opened = openAnswers(ctx.value, 'answers.yaml');
if (!opened.ok) throw new Error(opened.findings[0]?.code);
dieOnDisk();
for (let n = 0; ; n++) {
  const value = n % 2 === 0 ? 'yes' : 'unknown';
  const saved = await opened.value.apply({
    kind: 'answer',
    item: 'guidance.core-technology-list',
    answer: { value },
  });
  if (!saved.ok) throw new Error(saved.findings[0]?.code);
}

/** From here on counts every call of `node:fs`, and dies at its time; the call's name is the last word on stdout. */
function dieOnDisk(): void {
  let calls = 0;
  const { writeSync } = fs;
  for (const [name, real] of Object.entries({ ...fs })) {
    if (!name.endsWith('Sync') || typeof real !== 'function') continue;
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        if (calls++ === dieAt) {
          const [file, bytes] = args;
          if (name === 'writeFileSync' && typeof file === 'number' && bytes instanceof Uint8Array)
            writeSync(file, bytes.subarray(0, bytes.length / 2));
          writeSync(1, `${name}\n`);
          process.kill(process.pid, 'SIGKILL');
        }
        return Reflect.apply(real, fs, args);
      },
    });
  }
  syncBuiltinESMExports();
}
