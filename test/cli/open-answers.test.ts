import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedWords } from '../../src/cli/assets.ts';
import { type Context, createContext } from '../../src/cli/context.ts';
import { processIo } from '../../src/cli/io.ts';
import { type OpenAnswers, openAnswers } from '../../src/cli/open-answers.ts';
import { ROOT } from './run-cli.ts';

let cwd = '';
let open: OpenAnswers | null = null;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-open-'));
  cpSync(join(ROOT, 'templates/samples/machining-shop.yaml'), join(cwd, 'shop.yaml'));
});
afterEach(() => {
  open?.close();
  rmSync(cwd, { recursive: true, force: true });
});

const path = (): string => join(cwd, 'shop.yaml');
const text = (): string => readFileSync(path(), 'utf8');

function context(): Context {
  const ctx = createContext(
    { ...processIo(), cwd },
    shippedWords('ja'),
    { color: false, today: '2026-11-21' },
    null,
  );
  if (!ctx.ok) throw new Error(ctx.findings[0]?.code);
  return ctx.value;
}

function opened(ctx: Context = context()): OpenAnswers {
  const outcome = openAnswers(ctx, 'shop.yaml');
  if (!outcome.ok) throw new Error(outcome.findings[0]?.code);
  open = outcome.value;
  return outcome.value;
}

const yes = (item: string) => ({ kind: 'answer', item, answer: { value: 'yes' } }) as const;

describe('an answer file held open', () => {
  it('is saved with each change, and only that change', async () => {
    const before = text();
    const file = opened();
    expect((await file.apply(yes('guidance.take-out-rules'))).ok).toBe(true);
    expect(text()).toBe(before.replace('guidance.take-out-rules: いいえ', 'guidance.take-out-rules: はい'));
    expect(file.read().answers.get('guidance.take-out-rules')?.value).toBe('yes');
  });

  it('names the present edition once all of it is answered, and not before', async () => {
    const older = text().replace('guidance: "2026.1"', 'guidance: "2025.9"');
    const [withoutOne, answered] = [
      older.replace('  guidance.slip-lessons: はい\n', ''),
      'guidance: "2026.1"',
    ];
    writeFileSync(path(), withoutOne);
    const file = opened();
    await file.apply(yes('guidance.take-out-rules'));
    expect(text()).not.toContain(answered);
    await file.apply(yes('guidance.slip-lessons'));
    expect(text()).toContain(answered);
    expect(file.read().assessment.editions).toEqual({ guidance: '2026.1' });
  });

  it('takes an answer confirmed under the present edition for one, though the word stays', async () => {
    writeFileSync(path(), text().replace('guidance: "2026.1"', 'guidance: "2025.9"'));
    const file = opened();
    await file.apply({ kind: 'answer', item: 'guidance.slip-lessons', answer: { value: 'yes' } });
    expect(text()).toContain('guidance: "2026.1"');
  });

  it('is not open to a second interview', () => {
    opened();
    const second = openAnswers(context(), 'shop.yaml');
    expect(second).toMatchObject({ ok: false, findings: [{ code: 'file-locked' }] });
  });

  it('changed by hand meanwhile is not overwritten: what changed is said, and the next try keeps both', async () => {
    const file = opened();
    writeFileSync(
      path(),
      text().replace('guidance.generative-ai-rules: いいえ', 'guidance.generative-ai-rules: はい # 決めた'),
    );
    const byHand = text();
    expect(await file.apply(yes('guidance.take-out-rules'))).toMatchObject({
      ok: false,
      findings: [
        { code: 'file-changed-meanwhile' },
        {
          code: 'file-changes-seen',
          args: { n: 1, places: ['生成AIや無料の外部サイトに入れない情報を決めていますか'] },
        },
      ],
    });
    expect(text()).toBe(byHand);
    expect((await file.apply(yes('guidance.take-out-rules'))).ok).toBe(true);
    expect(text()).toBe(byHand.replace('guidance.take-out-rules: いいえ', 'guidance.take-out-rules: はい'));
  });

  it('broken by hand meanwhile is left alone, and the place of the slip is said', async () => {
    const file = opened();
    writeFileSync(
      path(),
      text().replace('guidance.take-out-rules: いいえ', 'guidance.take-out-rules: いえい'),
    );
    const byHand = text();
    expect(await file.apply(yes('guidance.take-out-rules'))).toMatchObject({
      ok: false,
      findings: [{ code: 'file-changed-meanwhile' }, { code: 'wrong-word' }],
    });
    expect(text()).toBe(byHand);
  });
});
