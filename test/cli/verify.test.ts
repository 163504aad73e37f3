import { execFile, execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pieces, whole } from '../press/inside/forge.ts';
import { launchCli, type Ran, ROOT, runCli } from './run-cli.ts';

/** A printed plan can be made again from its answers, by anyone, and compared. */
const cwd = mkdtempSync(join(tmpdir(), 'wazamori-verify-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const answers = readFileSync(join(ROOT, 'templates/samples/machining-shop.yaml'), 'utf8');
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, name), content);
/** The same file with the last part first. */
function turned(text: string): string {
  const parts = text.split(/^(?=[a-z]+:)/m).map((part) => (part.endsWith('\n') ? part : `${part}\n`));
  return [...parts].reverse().join('');
}
const report = (...args: readonly string[]): Promise<Ran> =>
  runCli(['report', 'answers-of-april.yaml', '--today', '2026-11-21', ...args], cwd);
const verify = (...args: readonly string[]): Promise<Ran> => runCli(['verify', ...args], cwd);

beforeAll(async () => {
  put('answers-of-april.yaml', answers);
  await report('-o', 'plain.pdf');
  await report('-o', 'carrying.pdf', '--attach', '--handouts', '--capacity', '5');
});

describe('verify', () => {
  it('says that a PDF with its answers inside is what they give, and what made it', async () => {
    const ran = await verify('carrying.pdf');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^carrying\.pdf は、この回答から出る計画と同じです。\n作ったもの：wazamori \d/,
    );
    expect(ran.stdout).toContain('2026年11月21日時点');
    expect(ran.stdout).toContain('技術流出対策の点検 2026.1');
  });

  it('takes the answers beside it, whatever language it is asked in and on whatever day', async () => {
    const ran = await verify(
      'plain.pdf',
      '--answers',
      'answers-of-april.yaml',
      '--lang',
      'en',
      '--today',
      '2027-05-01',
    );
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('plain.pdf is the plan these answers give.');
  });

  it.each(['standard', 'full', 'plan', 'president'])(
    'reads from the PDF that it is the %s set',
    async (pages) => {
      await report('-o', 'set.pdf', '--pages', pages, ...(pages === 'full' ? ['--handouts'] : []));
      const ran = await verify('set.pdf', '--answers', 'answers-of-april.yaml');
      expect(ran).toMatchObject({ status: 0, stderr: '' });
    },
  );

  it.each([
    ['another kind of line ends', (text: string) => text.replaceAll('\n', '\r\n'), '改行の種類だけが'],
    ['a mark at its beginning', (text: string) => `\uFEFF${text}`, '先頭の印（BOM）だけが'],
    ['no last line end', (text: string) => text.trimEnd(), '終わりの改行だけが'],
    [
      'all of that',
      (text: string) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`,
      '改行の種類・先頭の印（BOM）・終わりの改行だけが',
    ],
    ['a comment', (text: string) => `# 四月\n${text}`, '書き方（コメント'],
    ['its parts in another order', turned, '書き方（コメント'],
  ])('takes answers with %s for what they are', async (_, change, said) => {
    put('rewritten.yaml', change(answers));
    for (const file of ['plain.pdf', 'carrying.pdf']) {
      const ran = await verify(file, '--answers', 'rewritten.yaml');
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toContain('この回答から出る計画と同じです。\n回答の中身は同じで');
      expect(ran.stdout).toContain(said);
    }
  });

  it('is red when one answer is another, and names it where the PDF carries its own', async () => {
    put(
      'other.yaml',
      answers.replace('guidance.first-report-contact: はい', 'guidance.first-report-contact: いいえ'),
    );
    const plain = await verify('plain.pdf', '--answers', 'other.yaml');
    expect(plain.status).toBe(1);
    expect(plain.stdout).toMatch(/違います。\n回答が違います。回答ファイルの SHA-256/);
    expect(plain.stdout).toMatch(/違うページ：1/);
    const carrying = await verify('carrying.pdf', '--answers', 'other.yaml');
    expect(carrying.status).toBe(1);
    expect(carrying.stdout).toMatch(/（guidance\.first-report-contact）：印刷は「はい」、今回は「いいえ」/);
  });

  it('is red when no question but another word changed, even where the page does not print it', async () => {
    await report('-o', 'first-page.pdf', '--pages', 'president');
    put('noted.yaml', `${answers.trimEnd()}\nsuppressed:\n  - {code: answers-old, reason: 四月に見直す}\n`);
    const page = await verify('first-page.pdf', '--answers', 'noted.yaml');
    expect(page.status).toBe(1);
    expect(page.stdout).toContain('回答が違います');
    const carrying = await verify('carrying.pdf', '--answers', 'noted.yaml');
    expect(carrying.status).toBe(1);
    expect(carrying.stdout).toContain('止めた知らせ');
  });

  it('is red when the paper was changed behind the answers’ back', async () => {
    const bytes = readFileSync(join(cwd, 'carrying.pdf'));
    const at = bytes.indexOf('stream\n') + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    put('forged.pdf', bytes);
    const ran = await verify('forged.pdf');
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('forged.pdf は、この回答から出る計画と違います。');
    expect(ran.stdout).not.toContain('SHA-256');
  });

  it('asks for the answers where the PDF has none', async () => {
    const ran = await verify('plain.pdf');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('--answers');
  });

  it('says that a copy breaks off, and calls it no forgery', async () => {
    const whole = readFileSync(join(cwd, 'plain.pdf'));
    put('half.pdf', whole.subarray(0, Math.floor(whole.length * 0.97)));
    const ran = await verify('half.pdf', '--answers', 'answers-of-april.yaml');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('half.pdf は途中で切れています');
  });

  it.each([
    ['.', /フォルダです/],
    ['none.pdf', /見つかりません|ありません/],
    ['answers-of-april.yaml', /記録がありません/],
  ])('refuses %s', async (name, said) => {
    const ran = await verify(name);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it('says that a part is broken, and what cannot be told of it', async () => {
    const bytes = readFileSync(join(cwd, 'plain.pdf')).toString('latin1');
    put('broken.pdf', Buffer.from(bytes.replace(/startxref\n\d+/, 'startxref\n12'), 'latin1'));
    const ran = await verify('broken.pdf', '--answers', 'answers-of-april.yaml');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('同じかどうかは言えません');
  });

  it('says what was added behind the paper’s back', async () => {
    const bytes = readFileSync(join(cwd, 'carrying.pdf'));
    const start = /startxref\n(\d+)/.exec(bytes.toString('latin1'))?.[1];
    const root = /\/Root \d+ 0 R/.exec(bytes.toString('latin1'))?.[0];
    const update = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 ${root} /Prev ${start} >>\nstartxref\n${bytes.length}\n%%EOF\n`;
    put('updated.pdf', Buffer.concat([bytes, Buffer.from(update)]));
    const ran = await verify('updated.pdf');
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/違います。\n何かが足されています：あとからの上書き/);
    const english = await verify('updated.pdf', '--lang', 'en');
    expect(english.stdout).toContain('Something was added: a later revision');
  });

  it.each(['pipe', 'folder'])('does not wait at a %s', async (what) => {
    const place = join(cwd, `dead-${what}`);
    execFileSync(what === 'pipe' ? 'mkfifo' : 'mkdir', [place]);
    for (const args of [[place], ['plain.pdf', '--answers', place]]) {
      const ran = await verify(...args);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain(what === 'pipe' ? '読めません' : 'フォルダです');
    }
  });

  it('reads no more than a plan can be', async () => {
    put('long.pdf', '%PDF-1.7\n');
    truncateSync(join(cwd, 'long.pdf'), 17 * 1024 * 1024);
    const ran = await verify('long.pdf');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('大きすぎます');
  });

  it('is not filled by what inflates to half a gigabyte', async () => {
    const drawing = pieces(readFileSync(join(cwd, 'carrying.pdf')));
    const page = drawing.objects.get(drawing.find(/\/Type \/Page /))?.value ?? '';
    const raw = halfGigabyte();
    drawing.objects.set(Number(/\/Contents (\d+)/.exec(page)?.[1]), {
      value: '<< /Filter /FlateDecode >>',
      raw,
    });
    put('drawing.pdf', whole(drawing));
    const attachment = pieces(readFileSync(join(cwd, 'carrying.pdf')));
    attachment.objects.set(attachment.find(/\/Subtype \/application#2fyaml/), {
      value: '<< /Type /EmbeddedFile /Subtype /application#2fyaml /Filter /FlateDecode >>',
      raw,
    });
    put('attachment.pdf', whole(attachment));
    const objects = pieces(readFileSync(join(cwd, 'carrying.pdf')));
    objects.add('<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>', raw);
    put('objects.pdf', whole(objects));

    const honest = await memory('carrying.pdf');
    const page1 = await memory('drawing.pdf');
    expect(page1).toMatchObject({ status: 1 });
    expect(page1.stdout).toContain('違うページ：1\n');
    const inside = await memory('attachment.pdf', '--answers', 'answers-of-april.yaml');
    expect(inside).toMatchObject({ status: 1 });
    expect(inside.stdout).toContain('違う所：添付ファイル');
    const stream = await memory('objects.pdf');
    expect(stream).toMatchObject({ status: 2 });
    for (const { megabytes } of [page1, inside, stream])
      expect(megabytes).toBeLessThan(honest.megabytes + 150);
  }, 60_000);

  it('cannot look into an encrypted one, and says so', async () => {
    const made = await report('-o', 'locked.pdf', '--password', 'ひみつ');
    expect(made.stderr).toContain('PDF/Aではありません');
    const ran = await verify('locked.pdf');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('暗号化');
  });
});

/** Half a gigabyte of zeros, deflated: blocks that were flushed can be laid behind each other. */
function halfGigabyte(): Uint8Array {
  const finishFlush = constants.Z_FULL_FLUSH;
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { level: 9, finishFlush });
  const head = Buffer.from([0x78, 0xda]);
  return Buffer.concat([head, ...Array.from({ length: 512 }, () => block), Buffer.from([3, 0, 0, 0, 0, 0])]);
}

/** `verify`, and the most memory it ever held. */
async function memory(...args: readonly string[]): Promise<Ran & { readonly megabytes: number }> {
  const hook = "process.on('exit',()=>process.stderr.write('RSS='+process.resourceUsage().maxRSS))";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
  const ran = await launchCli(['verify', ...args], cwd, env);
  return { ...ran, megabytes: Number(/RSS=(\d+)/.exec(ran.stderr)?.[1]) / 1024 };
}

describe('a PDF of 0.1.0', () => {
  const old = join(ROOT, 'test/fixtures/pdf-0.1');
  it.each([
    ['president.pdf', ['--answers', join(old, 'answers.yaml')]],
    ['attached.pdf', []],
  ])('is read as ever: %s', async (name, more) => {
    // What it says today may be another plan; then the page says so. It is never unread.
    const ran = await verify(join(old, name), ...more);
    expect(ran.stderr).toBe('');
    expect([0, 1]).toContain(ran.status);
    expect(ran.stdout).toContain('作ったもの：wazamori 0.1.0、2026年11月30日時点。');
    expect(ran.stdout).not.toContain('足されています');
    expect(ran.stdout).not.toContain('回答が違います');
  });

  it('and one whose answers are not inside cannot tell of another file what is not on the paper', async () => {
    put('commented.yaml', `# 四月\n${readFileSync(join(old, 'answers.yaml'), 'utf8')}`);
    const ran = await verify(join(old, 'president.pdf'), '--answers', 'commented.yaml');
    expect(ran.stdout).toContain('紙に出ない所まで同じかは分かりません');
    const carrying = await verify(join(old, 'attached.pdf'), '--answers', 'commented.yaml');
    expect(carrying.stdout).toContain('回答の中身は同じで');
  });
});

describe('report', () => {
  it('hands each person their questions as a file of its own, and nothing of the company in it', async () => {
    const made = await report('-o', 'handed.md', '--handouts', '--format', 'md');
    const names = readdirSync(cwd).filter((name) => name.startsWith('handed-'));
    expect(made.status).toBe(0);
    // The president filled in: nobody is sent to ask themselves.
    expect(new Set(names.map((name) => name.slice('handed-'.length, -'.md'.length)))).toEqual(
      new Set([
        ...[
          'パソコンとネットの担当に聞く',
          '営業の責任者に聞く',
          '総務の担当に聞く',
          '購買・外注の担当に聞く',
        ],
        '自分（社長）で確かめる',
      ]),
    );
    for (const name of names) {
      const sheet = readFileSync(join(cwd, name), 'utf8');
      expect(made.stderr).toContain(name);
      expect(sheet).toContain('個人の評価には使いません');
      expect(sheet).not.toMatch(/絞りきれていません|手順が整っていません|点数/);
    }
  });

  it.each([
    [['--attach', '--hide', 'notes'], /--attach と --hide/],
    [['--handouts', '--format', 'csv'], /--handouts と --format csv は一緒に使えません/],
    [['-o', '行動計画.xlsx'], /「\.xlsx」の形は作れません。.*\.pdf・\.html・\.md・\.csv/],
    [['-o', '.'], /フォルダです/],
    [['--password', ''], /WAZAMORI_PASSWORD/],
    [['--hide', 'names'], /「names」は使えません。使えるのは notes・evidence/],
  ])('refuses %j', async (args, said) => {
    const ran = await report(...args);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it.each([
    ['screen.HTM', /^<!doctype html>/],
    ['table.csv', /^\uFEFF/],
    ['paste.md', /^<!--/],
    ['plan', /^%PDF-/],
  ])('writes what the name %s promises', async (name, beginning) => {
    expect((await report('-o', name)).status).toBe(0);
    expect(readFileSync(join(cwd, name), 'utf8')).toMatch(beginning);
  });

  it('goes into a device without a word, and leaves it one', async () => {
    expect(await report('-o', '/dev/null')).toEqual({ status: 0, stdout: '', stderr: '' });
    const form = await runCli(['report', '--pages', 'worksheet', '-o', '/dev/null'], cwd);
    expect(form).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('goes down a pipe of the shell', async () => {
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = promisify(execFile)('head', ['-c', '5', pipe]);
    expect(await report('-o', 'pipe', '--pages', 'president')).toMatchObject({ status: 0, stderr: '' });
    expect((await reader).stdout).toBe('%PDF-');
    rmSync(pipe);
  });

  it('takes the password from the environment, where no history keeps it', async () => {
    const ran = await runCli(
      ['report', 'answers-of-april.yaml', '-o', 'env.pdf', '--password', '--pages', 'president'],
      cwd,
      { WAZAMORI_PASSWORD: 'ひみつ' },
    );
    expect(ran.status).toBe(0);
    expect(readFileSync(join(cwd, 'env.pdf'), 'latin1')).toContain('/Encrypt');
  });

  it('makes a blank worksheet without an answer file, and one of a section for a company', async () => {
    const blank = await runCli(['report', '--pages', 'worksheet'], cwd);
    expect(blank).toMatchObject({ status: 0, stdout: '' });
    expect(blank.stderr).toContain('wazamori-worksheet-quick.pdf');
    const section = await report('--pages', 'worksheet', '--section', 'foundation', '-o', 'section.pdf');
    expect(section.status).toBe(0);
    const wrong = await runCli(['report', '--pages', 'worksheet', '--section', 'fundation'], cwd);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('foundation');
    const none = await runCli(['report'], cwd);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('--pages worksheet');
  });

  it('replaces an older report of its kind and nothing else', async () => {
    for (const format of ['html', 'md', 'csv']) {
      expect((await report('--format', format)).status).toBe(0);
      expect((await report('--format', format)).status).toBe(0);
      const ran = await report('--format', format, '-o', 'answers-of-april.yaml');
      expect(ran.status).toBe(2);
    }
    expect(readFileSync(join(cwd, 'answers-of-april.yaml'), 'utf8')).toBe(answers);
  });
});
