import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/catalog/built/build.ts';
import { assess } from '../../src/core/assess.ts';
import { openText } from '../../src/engine/open.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import { runCli } from '../cli/run-cli.ts';
import { folder } from '../setup/folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RECIPES = readFileSync(join(ROOT, 'docs/adding.md'), 'utf8');

/** The block below `<!-- NAME -->`, as a person copies it. */
function block(name: string): string {
  const found = new RegExp(`<!-- ${name} -->\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(RECIPES);
  if (found === null) throw new Error(`docs/adding.md has no block of a ${name}`);
  return `\n${found[1]}`;
}

/** The shipped checklists with what the recipes say written at the end of the files they name. */
function cooked(...names: readonly ('question' | 'action')[]): string {
  const copy = folder();
  cpSync(join(ROOT, 'checklists'), copy, { recursive: true });
  const files = { question: 'guidance/people-prevention.yaml', action: 'actions/people.yaml' };
  for (const name of names) {
    expect(RECIPES).toContain(`checklists/${files[name]}`);
    appendFileSync(join(copy, files[name]), block(name));
  }
  return copy;
}

describe('docs/adding.md, performed', () => {
  it('a question and its action pass the lint', async () => {
    const { status, stdout } = await runCli(['catalog', 'lint', cooked('question', 'action')], ROOT);
    expect([status, stdout.split('\n').filter((line) => /whiteboard-wiped|wipe-boards/.test(line))]).toEqual([
      0,
      [],
    ]);
  });

  it('a question without its action does not', async () => {
    const { status, stdout } = await runCli(['catalog', 'lint', cooked('question')], ROOT);
    expect(status).toBe(1);
    expect(stdout).toContain('wipe-boards');
  });

  it('is asked, scored and planned without another line', () => {
    const built = buildCatalog(readChecklists(cooked('question', 'action')));
    if (!built.ok) throw new Error(JSON.stringify(built.findings));
    const { catalog } = built.value;
    const answers =
      'wazamori: 1\nassessment:\n  depth: full\nanswers:\n  guidance.whiteboard-wiped: いいえ\n';
    const opened = openText(answers, catalog);
    if (!opened.ok) throw new Error(JSON.stringify(opened.findings));
    const result = assess({ catalog, answers: opened.value.answers, today: '2026-11-30', version: 'test' });
    expect(result.gaps.map(({ item, action }) => [item, action])).toContainEqual([
      'guidance.whiteboard-wiped',
      'wipe-boards',
    ]);
    const planned = result.plan.waves.flatMap(({ tasks }) => tasks.flatMap(({ closes }) => closes));
    expect([...planned, ...result.plan.beyond.flatMap(({ closes }) => closes)]).toContain(
      'guidance.whiteboard-wiped',
    );
  });
});
