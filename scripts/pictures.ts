import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npx tsx scripts/pictures.ts`: the pictures of the README, from the sample the demo uses. Needs poppler-utils. */
const ROOT = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'wazamori-pictures-'));
const run = (command: string, args: readonly string[]): string => {
  const ran = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr}`);
  return ran.stdout;
};
/** The first page on which a heading stands. */
function pageOf(pdf: string, heading: string): number {
  return (
    run('pdftotext', [pdf, '-'])
      .split('\f')
      .findIndex((page) => page.split('\n').includes(heading)) + 1
  );
}

try {
  const pdf = join(folder, 'plan.pdf');
  run(process.execPath, [
    'bin/wazamori.js',
    'report',
    'templates/samples/parts-maker.yaml',
    '-o',
    pdf,
    '--today',
    '2026-11-21',
  ]);
  for (const [page, name] of [
    [1, 'president'],
    [pageOf(pdf, '日程'), 'plan'],
  ] as const) {
    run('pdftoppm', [
      '-r',
      '72',
      '-png',
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      pdf,
      join(folder, name),
    ]);
    renameSync(join(folder, `${name}.png`), join(ROOT, 'docs/images', `${name}.png`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
