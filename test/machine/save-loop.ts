import { shippedWords } from '../../src/cli/assets.ts';
import { createContext } from '../../src/cli/context.ts';
import { processIo } from '../../src/cli/io.ts';
import { openAnswers } from '../../src/cli/open-answers.ts';

/** Saves one answer after the other into `answers.yaml` of a folder until it is killed. */
const ctx = createContext(
  { ...processIo(), cwd: process.argv[2] ?? '' },
  shippedWords('ja'),
  { color: false, today: '2026-11-21' },
  null,
);
if ('code' in ctx) throw new Error(ctx.code);
const opened = openAnswers(ctx, 'answers.yaml');
if (!opened.ok) throw new Error(opened.findings[0]?.code);
process.stdout.write('saving\n');
for (let n = 0; ; n++) {
  const value = n % 2 === 0 ? 'yes' : 'unknown';
  const saved = await opened.value.apply({
    kind: 'answer',
    item: 'guidance.core-technology-list',
    answer: { value },
  });
  if (!saved.ok) throw new Error(saved.findings[0]?.code);
}
