import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/files/content-hash.ts';
import { readPdf } from '../press/read-pdf.ts';
import { folder } from '../setup/folder.ts';
import { BIN } from '../setup/package.ts';
import { ROOT, runCli } from './run-cli.ts';

const PARTS = readFileSync(join(ROOT, 'templates/samples/parts-maker.yaml'), 'utf8');
const MATERIALS = readFileSync(join(ROOT, 'templates/samples/materials-maker.yaml'), 'utf8');
const TODAY = ['--today', '2026-11-21'];

const TWO = { '顧問先/サンプル精機.yaml': PARTS, '顧問先/サンプル素材.yaml': MATERIALS };
const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');
const batch = (cwd: string, ...args: readonly string[]) => runCli(['batch', ...args, ...TODAY], cwd);

describe('wazamori batch', () => {
  it('writes an order of visits, tables and a portfolio, for its owner alone', async () => {
    const cwd = folder(TWO);
    const ran = await batch(cwd, '顧問先', '--out', '結果');
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(
      /^2社（2ファイル中2ファイル）をまとめました。\n\n次に訪ねる順\n1\. .+　.+\n2\. .+　.+\n$/,
    );
    expect(readdirSync(join(cwd, '結果')).sort()).toEqual([
      ...['errors.csv', 'portfolio.pdf', 'rows.jsonl', 'summary.csv', 'summary.json'],
    ]);
    for (const name of readdirSync(join(cwd, '結果'))) {
      expect(statSync(join(cwd, '結果', name)).mode & 0o777).toBe(0o600);
    }
    expect(read(cwd, '結果/summary.csv')).toMatch(
      /^\uFEFFファイル,会社,.+\r\nサンプル精機\.yaml,株式会社サンプル精機,/,
    );
    expect(read(cwd, '結果/portfolio.pdf')).toMatch(/^%PDF-/);
    // No letter grade and no word of a verdict for people.
    expect(read(cwd, '結果/summary.csv')).not.toMatch(/適合|合格|ランキング|順位/);
  });

  it('is not stopped by anything that lies there: each has its line', async () => {
    const cwd = folder({
      ...TWO,
      '顧問先/a空.yaml': '',
      '顧問先/b絵.yaml': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      '顧問先/c大.yaml': Buffer.alloc(50 * 1024 * 1024, 35),
      '顧問先/d誤.yaml': 'wazamori: 1\nanswers:\n  guidance.device-updates: たぶん\n',
      '顧問先/e古.yaml': Buffer.from(
        '77617a616d6f72693a20310a636f6d70616e793a0a20206e616d653a208b5a8ee70a',
        'hex',
      ),
      '顧問先/g別.yaml': 'services: {}\n',
    });
    mkdirSync(join(cwd, '顧問先/f箱.yaml'));
    symlinkSync('..', join(cwd, '顧問先/輪'));
    symlinkSync('どこにもない.yaml', join(cwd, '顧問先/h切.yaml'));
    const ran = await batch(cwd, '顧問先', '--out', '顧問先/結果');
    expect(ran.status).toBe(2);
    expect(ran.stdout).toMatch(/^3社（10ファイル中3ファイル）/);
    const lines = read(cwd, '顧問先/結果/errors.csv').trim().split('\r\n').slice(1);
    expect(lines.map((line) => [line.split(',')[0], line.split(',')[5]])).toEqual([
      ['a空.yaml', 'file-empty'],
      ['b絵.yaml', 'file-not-text'],
      ['c大.yaml', 'file-too-large'],
      ['d誤.yaml:3:28', 'wrong-word'],
      ['e古.yaml', 'file-encoding-assumed'],
      ['f箱.yaml', 'file-is-folder'],
      ['g別.yaml', 'file-not-answers'],
      ['h切.yaml', 'file-not-found'],
      ['輪', 'batch-link-again'],
    ]);
    expect(ran.stderr).toMatch(/d誤\.yaml:3:28 /);
    expect((await batch(cwd, '顧問先', '--out', '顧問先/結果', '--allow-errors')).status).toBe(0);
  });

  it('exits with 1 where a client is below --min, and 2 before 1', async () => {
    const cwd = folder(TWO);
    expect((await batch(cwd, '顧問先', '--min', '0')).status).toBe(0);
    const ran = await batch(cwd, '顧問先', '--min', '99');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/99点に届いていない会社が2社/);
    writeFileSync(join(cwd, '顧問先/壊.yaml'), '');
    expect((await batch(cwd, '顧問先', '--min', '99')).status).toBe(2);
  });

  it('uses what it kept, until a file changes', async () => {
    const cwd = folder(TWO);
    await batch(cwd, '顧問先');
    expect((await batch(cwd, '顧問先')).stderr).toMatch(/2件は前に調べた時から変わっていない/);
    writeFileSync(join(cwd, '顧問先/サンプル精機.yaml'), `${PARTS}# 直した\n`);
    expect((await batch(cwd, '顧問先')).stderr).toMatch(/1件は前に調べた時から変わっていない/);
  });

  it('leaves out YAML of other kinds, names it, and passes', async () => {
    const cwd = folder({
      ...TWO,
      '顧問先/compose.yaml': 'services: {}\n',
      '顧問先/policy.yaml': 'policy: 1\n',
    });
    const ran = await batch(cwd, '顧問先', '--out', 'out');
    expect([ran.status, ran.stdout.split('\n')[0]]).toEqual([
      0,
      '2社（4ファイル中2ファイル）をまとめました。',
    ]);
    expect(ran.stderr).toContain('回答ファイルではない YAML が2件ありました。');
    expect(read(cwd, 'out/errors.csv')).toMatch(/compose\.yaml,[^\r]+,file-not-answers.*\r\npolicy\.yaml,/s);
    expect(JSON.parse(read(cwd, 'out/summary.json')).files).toMatchObject({ read: 2, failed: 0, leftOut: 2 });
    // Who names the file says that it is one.
    expect((await batch(cwd, '顧問先/compose.yaml', '--out', 'one')).stderr).toContain(
      'compose.yaml:1:1  「wazamori: 1」の行がありません。',
    );
  });

  it('does not pass where there is other YAML alone', async () => {
    const cwd = folder({ 'a/compose.yaml': 'services: {}\n' });
    expect((await batch(cwd, 'a', '--out', 'out')).status).toBe(2);
  });

  it('takes patterns as the shell would, and says which one means nothing', async () => {
    const cwd = folder({ 'clients/a.yaml': PARTS, 'clients/2026/東京/b.yaml': MATERIALS });
    const all = await batch(cwd, 'clients/**', '--out', 'all');
    expect(all.stdout).toMatch(/^2社（2ファイル中2ファイル）/);
    const wrong = await batch(cwd, 'clients/[z-a].yaml', '--out', 'none');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain(
      '「clients/[z-a].yaml」は、ファイルをまとめて指す書き方になっていません。',
    );
  });

  it('makes one company of its sites, the worst one winning, and of two files of a site takes the newer', async () => {
    const site = (name: string, answer: string, date: string): string =>
      `wazamori: 1\ncompany:\n  name: 株式会社みほん\n  site: ${name}\n  corporateNumber: "5000099000012"\nassessment:\n  date: ${date}\nanswers:\n  guidance.device-updates: ${answer}\n`;
    const cwd = folder({
      '本社.yaml': site('本社', 'はい', '2026-10-01'),
      '工場.yaml': site('工場', 'いいえ', '2026-10-01'),
      '工場の旧.yaml': site('工場', 'はい', '2025-10-01'),
    });
    const ran = await batch(cwd, '.', '--out', 'out');
    expect([ran.status, ran.stdout]).toEqual([
      0,
      expect.stringMatching(/^1社（3ファイル中3ファイル）.+株式会社みほん（2拠点）/s),
    ]);
    const [client] = JSON.parse(read(cwd, 'out/summary.json')).clients;
    expect(client.score.coverage).toMatchObject({ yes: 0, no: 1 });
    expect(read(cwd, 'out/errors.csv')).toMatch(/工場の旧\.yaml,.*お知らせ,batch-older-visit,.*工場\.yaml/);
  });

  it('adds what changed since the round before, and why', async () => {
    const cwd = folder({
      '2025/精機.yaml': PARTS,
      '2026/精機.yaml': PARTS.replace('device-updates: はい', 'device-updates: いいえ'),
    });
    const ran = await batch(cwd, '2026', '--since', '2025', '--out', 'out');
    expect(ran.status).toBe(0);
    expect(read(cwd, 'out/summary.csv')).toMatch(
      /低い側−\d+点・高い側−\d+点。新しく課題になった：「パソコンとネット機器の更新」/,
    );
  });

  it('says who was there in the round before and is not now', async () => {
    const site = (name: string): string =>
      `wazamori: 1\ncompany:\n  name: 株式会社みほん\n  site: ${name}\n  corporateNumber: "5000099000012"\nanswers:\n  guidance.device-updates: はい\n`;
    const cwd = folder({
      '2025/精機.yaml': PARTS,
      '2026/精機.yaml': PARTS,
      '2025/素材.yaml': MATERIALS,
      '2025/壊.yaml': '',
      // One site was only renamed, the other one is missing.
      ...{ '2025/本社.yaml': site('本社'), '2026/新しい名前.yaml': site('本社') },
      '2025/工場.yaml': site('工場'),
    });
    const ran = await batch(cwd, '2026', '--since', '2025', '--out', 'out');
    expect([ran.status, ran.stderr]).toEqual([0, expect.stringMatching(/今回はない回答ファイルが2件/)]);
    expect(ran.stdout).toMatch(/^2社（2ファイル中2ファイル）/);
    expect(JSON.parse(read(cwd, 'out/summary.json')).gone).toEqual([
      { path: '工場.yaml', name: '株式会社みほん', site: '工場', corporateNumber: '5000099000012' },
      { path: '素材.yaml', name: '株式会社サンプルマテリアル', site: '本社・研究所', corporateNumber: null },
    ]);
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(cwd, 'out/portfolio.pdf'))));
    expect(pages.map(({ text }) => text).join('')).toMatch(/株式会社みほん（工場）.*工場\.yaml/s);
    // Single files say nothing of those that were not given; and again, from the cache.
    expect((await batch(cwd, '2026/精機.yaml', '--since', '2025')).stderr).not.toMatch(/今回はない/);
    await batch(cwd, '2026', '--since', '2025', '--out', 'out');
    expect(JSON.parse(read(cwd, 'out/summary.json')).gone).toHaveLength(2);
  });

  it('gives each file its own row, whichever report is done first', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const cwd = folder(
      Object.fromEntries(names.map((name, i) => [`in/${name}.yaml`, i % 2 ? PARTS : MATERIALS])),
    );
    await batch(cwd, 'in', '--reports', 'html', '--jobs', '2', '--out', 'out');
    const rows = read(cwd, 'out/rows.jsonl').trim().split('\n').slice(1);
    expect(rows.map((line) => JSON.parse(line)).map(({ path, report }) => [path, report])).toEqual(
      names.map((name) => [`${name}.yaml`, contentHash(readFileSync(join(cwd, `out/reports/${name}.html`)))]),
    );
  });

  it('carries rows of any length from its threads', async () => {
    // A hundred warnings a file: the rows of a few files are more than the threads have room for between them.
    const unknown = Array.from({ length: 100 }, (_, i) => `  未知の質問-${'長い名前'.repeat(20)}-${i}: はい`);
    const text = `wazamori: 1\nanswers:\n${unknown.join('\n')}\n`;
    const names = Array.from({ length: 41 }, (_, i) => `${i + 10}.yaml`);
    const cwd = folder(Object.fromEntries(names.map((name) => [`in/${name}`, text])));
    const ran = await batch(cwd, 'in', '--jobs', '2', '--out', 'out');
    expect(ran.status).toBe(0);
    const rows = read(cwd, 'out/rows.jsonl').trim().split('\n').slice(1);
    const told = rows.map((row) => JSON.parse(row) as { path: string; findings: readonly unknown[] });
    expect(told.map(({ path, findings }) => [path, findings.length])).toEqual(
      names.map((name) => [name, 100]),
    );
  });

  it('deletes reports of clients that are gone, but none that somebody changed or that is of today', async () => {
    const cwd = folder({
      ...TWO,
      '顧問先/東/甲.yaml': PARTS,
      '顧問先/西/乙.yaml': PARTS,
      '顧問先/丙.yaml': PARTS,
    });
    const args = ['顧問先', '--reports', 'html', '--out', 'out'];
    await batch(cwd, ...args);
    const reports = join(cwd, 'out/reports');
    writeFileSync(join(reports, '西/乙.html'), '印をもらった写し');
    writeFileSync(join(reports, 'メモ.html'), '');
    for (const path of ['東/甲', '西/乙', 'サンプル精機']) rmSync(join(cwd, `顧問先/${path}.yaml`));
    writeFileSync(join(cwd, '顧問先/丙.yaml'), '');
    const ran = await batch(cwd, ...args);
    expect(ran.stderr).toMatch(/古い報告書を2件消しました（out\/reports）/);
    expect(readdirSync(reports, { recursive: true }).sort()).toEqual(
      ['サンプル素材.html', 'メモ.html', '丙.html', '西', '西/乙.html'].sort(),
    );
  });

  it('never gives two files one report, whatever their endings', async () => {
    const file = (name: string): string => `wazamori: 1\ncompany: {name: ${name}}\n`;
    const files = { 'a.yaml': '甲社', 'a.yml': '乙社', 'a.yml.yaml': '丙社', 'A.YAML': '丁社' };
    const cwd = folder(
      Object.fromEntries(Object.entries(files).map(([path, name]) => [`c/${path}`, file(name)])),
    );
    expect((await batch(cwd, 'c', '--out', 'o', '--reports', 'html')).status).toBe(0);
    const reports = readdirSync(join(cwd, 'o/reports')).sort();
    expect(reports).toEqual(['A.YAML.html', 'a.html', 'a.yml.html', 'a.yml.yaml.html']);
    expect(reports.map((name) => /[甲乙丙丁]社/.exec(read(cwd, `o/reports/${name}`))?.[0])).toEqual([
      ...['丁社', '甲社', '乙社', '丙社'],
    ]);
    await runCli(['report', 'a.yml', '--format', 'html', ...TODAY], join(cwd, 'c'));
    expect(existsSync(join(cwd, 'c/a.yml.html'))).toBe(true);
  });

  it('writes cells that Excel keeps: 13 digits, and a site that looks like a day', async () => {
    const cwd = folder({
      'c/a.yaml': 'wazamori: 1\ncompany: {name: 甲社, corporateNumber: "7000012050002", site: "3-4"}\n',
    });
    await batch(cwd, 'c', '--out', 'o');
    expect(read(cwd, 'o/summary.csv')).toContain('a.yaml,甲社,"=""3-4""","=""7000012050002"""');
  });

  it('compares a file that came through a Mac with its own of the round before', async () => {
    const file = (answer: string): string =>
      `wazamori: 1\ncompany: {name: がく製作所}\nanswers: {guidance.core-technology-list: ${answer}}\n`;
    const cwd = folder({
      [`2025/${'がく製作所'.normalize('NFC')}.yaml`]: file('はい'),
      [`2026/${'がく製作所'.normalize('NFD')}.yml`]: file('いいえ'),
    });
    const ran = await batch(cwd, '2026', '--since', '2025', '--out', 'o');
    expect(ran.stderr).not.toMatch(/今回はない/);
    expect(read(cwd, 'o/summary.csv')).toMatch(/新しく課題になった：「守る技術の一覧」/);
  });

  it('names whom --min counts though no points of theirs are shown', async () => {
    const cwd = folder({ ...TWO, '顧問先/空.yaml': 'wazamori: 1\ncompany: {name: 株式会社みえない}\n' });
    const ran = await batch(cwd, '顧問先', '--min', '10');
    expect(ran.stderr).toMatch(/点数を出していない会社が1社：株式会社みえない/);
    const { clients } = JSON.parse(read(cwd, 'wazamori-batch/summary.json'));
    expect(clients.map(({ underMin }: { readonly underMin: boolean }) => underMin)).toContain(true);
    const named = await batch(cwd, '顧問先', '--min', '10', '--anonymous', '--out', '共有');
    expect(named.stderr).toMatch(/点数を出していない会社が1社です/);
    expect(named.stderr).not.toMatch(/みえない/);
  });

  it('says that a file should be gone by now, in the table and in the order of visits', async () => {
    const cwd = folder({ 'c/a.yaml': PARTS.replace('keepUntil: 2027-11-30', 'keepUntil: 2026-10-31') });
    const ran = await batch(cwd, 'c', '--out', 'o');
    expect(ran.stdout).toMatch(/ファイルを消す日（2026年10月31日）を過ぎています。.*消します/);
    const president = ['-o', 'x.pdf', '--pages', 'president'];
    for (const [command, ...more] of [['score'], ['report', ...president], ['check']]) {
      const said = await runCli([command ?? '', 'c/a.yaml', ...more, ...TODAY], cwd);
      expect([command, `${said.stdout}${said.stderr}`.replace(/\s+/g, '')]).toEqual([
        command,
        expect.stringContaining('消してください'),
      ]);
    }
  });

  it('keeps the lateness of a day that passed, and calls no day of ours a date of the law', async () => {
    const technology =
      '{id: t1, kind: manufacture, exclusion: none, stage: negotiating, informReceived: いいえ, ' +
      'listControl: not-listed, definitionCheck: meets, family: [mlcc], destination: non-group-a, ' +
      'trigger: subsidiary, decisionDate: 2026-12-10}';
    const cwd = folder({ 'c/a.yaml': `wazamori: 1\ncompany: {name: 甲社}\ntechnologies: [${technology}]\n` });
    await batch(cwd, 'c', '--out', 'o');
    const [client] = JSON.parse(read(cwd, 'o/summary.json')).clients;
    expect(client.legal[0]).toMatchObject({ late: true, passed: '2026-11-10' });
    expect(read(cwd, 'o/summary.csv')).toMatch(/目安の2026年11月10日を過ぎています：/);
    expect(read(cwd, 'o/summary.csv')).not.toMatch(/法の期日/);
  });

  it('tells what changed under --anonymous as well, in counts', async () => {
    const file = (i: number, answer: string): string =>
      `wazamori: 1\ncompany: {name: 株式会社みほん${i}}\nanswers: {guidance.core-technology-list: ${answer}}\n`;
    const files = Array.from({ length: 12 }, (_, i) => [
      [`2025/${i}.yaml`, file(i, 'いいえ')],
      [`2026/${i}.yaml`, file(i, i < 6 ? 'はい' : 'いいえ')],
    ]);
    const cwd = folder(Object.fromEntries(files.flat()));
    await batch(cwd, '2026', '--since', '2025', '--anonymous', '--out', 'o');
    const csv = read(cwd, 'o/summary.csv');
    expect(csv).toMatch(/前の回からの変化,低い側の点が上がった,6/);
    expect(csv).toMatch(/前の回からできるようになった項目,守る技術の一覧,6/);
    expect(csv).not.toMatch(/みほん/);
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(cwd, 'o/portfolio.pdf'))));
    expect(pages.map(({ text }) => text).join('')).toMatch(/低い側の点が上がった\s*6/);
  });

  it.each([
    ['--anonymous', {}, ['--anonymous']],
    ['in a log of CI', { CI: 'true' }, []],
  ])(
    'names nobody on the screen %s: no company, no file, nothing that stands in one',
    async (_, env, more) => {
      const cwd = folder({
        ...TWO,
        '顧問先/株式会社ひみつ.yaml': 'wazamori: 1\nanswers: {guidance.core-technology-list: ひみつの答え}\n',
        '顧問先/空.yaml': 'wazamori: 1\ncompany: {name: 株式会社みえない}\n',
      });
      const line = ['--out', 'o', '--min', '90', ...more, ...TODAY];
      const ran = await runCli(['batch', '顧問先', ...line], cwd, env);
      expect(ran.status).toBe(2);
      expect(ran.stderr).toMatch(/読めなかったファイルが1件/);
      expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/ひみつ|みえない|サンプル/);
      const none = await runCli(['batch', '株式会社ひみつ', ...line], cwd, env);
      expect([none.status, none.stderr]).toEqual([2, expect.not.stringMatching(/ひみつ/)]);
      expect(none.stderr).toMatch(/batch-nothing-found|file-not-found|読めなかった/);
    },
  );

  it('says once which letters the pages show in their plain form, and names nobody for it under --anonymous', async () => {
    const cwd = folder({
      '顧問先/甲.yaml': 'wazamori: 1\ncompany: {name: 葛\u{E0100}城福\uFA1B製作所}\nanswers: {}\n',
    });
    const says = '次の字は、指定された字形（異体字）を印刷できず、標準の字形にしました：葛\u{E0100}\n';
    const ran = await batch(cwd, '顧問先', '--reports', 'pdf', '--out', '結果');
    expect(ran.stderr.split(says)).toHaveLength(2);
    expect(read(cwd, '結果/summary.csv')).toContain('葛\u{E0100}城福\uFA1B製作所');
    expect(read(cwd, '結果/errors.csv')).toMatch(/標準の字形か 〓 になっています）：葛\u{E0100}/u);
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(cwd, '結果/portfolio.pdf'))));
    expect(pages.map(({ text }) => text).join('')).toContain('葛城福\uFA1B製作所');
    expect((await batch(cwd, '顧問先', '--anonymous', '--out', '共有')).stderr).not.toMatch(/葛|製作所/);
  });

  it('names nobody under --anonymous, and never beside results that do', async () => {
    const cwd = folder(TWO);
    const ran = await batch(cwd, '顧問先', '--anonymous', '--out', '共有');
    expect(ran.status).toBe(0);
    expect(readdirSync(join(cwd, '共有')).sort()).toEqual(['portfolio.pdf', 'summary.csv', 'summary.json']);
    for (const name of ['summary.csv', 'summary.json'])
      expect(read(cwd, `共有/${name}`)).not.toMatch(/サンプル/);
    expect(read(cwd, '共有/summary.csv')).toMatch(/少数/);
    await batch(cwd, '顧問先', '--out', '結果');
    const refused = await batch(cwd, '顧問先', '--anonymous', '--out', '結果');
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringMatching(/別のフォルダ/)]);
  });

  it.each(['pdf', 'html'])(
    'makes one %s a client where asked, the same as `report` makes',
    async (format) => {
      const cwd = folder(TWO);
      expect((await batch(cwd, '顧問先', '--reports', format, '--out', 'out')).status).toBe(0);
      await runCli(['report', 'サンプル精機.yaml', '--format', format, ...TODAY], join(cwd, '顧問先'));
      expect(readFileSync(join(cwd, `out/reports/サンプル精機.${format}`))).toEqual(
        readFileSync(join(cwd, `顧問先/サンプル精機.${format}`)),
      );
    },
  );
});

describe('what it refuses', () => {
  it.each([
    ['nothing to read', ['空', '--out', 'out'], /空 に回答ファイル（\.yaml）がありません/],
    ['an output over its input', ['顧問先', '--out', '顧問先'], /読むフォルダそのものか、その上/],
    ['an output above its input', ['顧問先', '--out', '.'], /読むフォルダそのものか、その上/],
    [
      "somebody else's files",
      ['顧問先', '--out', '他人'],
      /他人\/summary\.csv は wazamori batch が作ったものではない/,
    ],
    ['a share that is none', ['顧問先', '--shard', '9/8'], /「9\/8」は使えません。「3\/8」のように/],
    ['points above 100', ['顧問先', '--min', '120'], /0から100まで/],
    ['a round that is not there', ['顧問先', '--since', '去年'], /前の回のフォルダ 去年 がありません/],
    ['a file for a round', ['顧問先', '--since', '顧問先/サンプル精機.yaml'], /ファイルでなくフォルダ/],
    ['a round that is this one', ['顧問先', '--since', './顧問先/'], /いま調べるフォルダと同じ/],
    ['a round without answers', ['顧問先', '--since', '空', '--out', 'out'], /空 に回答ファイル/],
    ['a folder beside a stream', ['顧問先', '--stream'], /--stream と 顧問先 は一緒に使えません/],
    ['reports of a stream', ['--stream', '--reports', 'pdf'], /--stream と --reports/],
    ['names in a nameless result', ['顧問先', '--anonymous', '--reports', 'pdf'], /一緒に使えません/],
    [
      'a merge of nothing',
      ['merge', '空', '--out', 'out'],
      /空 に wazamori batch の結果（rows\.jsonl）がありません/,
    ],
  ])('%s', async (_, args, message) => {
    const cwd = folder({ ...TWO, '他人/summary.csv': '大事な表' });
    mkdirSync(join(cwd, '空'));
    const ran = await batch(cwd, ...args);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(message);
    expect(read(cwd, '他人/summary.csv')).toBe('大事な表');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(existsSync(join(cwd, 'out.cache'))).toBe(false);
  });
});

describe('a merge of some of the shares', () => {
  it('says which are missing and keeps the reports of their clients', async () => {
    const cwd = folder({ ...TWO, '顧問先/みなと.yaml': PARTS.replace('サンプル精機', 'みなと精工') });
    const shares = ['1', '2'].map((part) => ['--shard', `${part}/2`, '--out', `分${part}`]);
    for (const share of shares) await batch(cwd, '顧問先', '--reports', 'html', ...share);
    const whole = await batch(cwd, 'merge', '分1', '分2', '--out', '全部');
    expect(whole).toMatchObject({ status: 0, stderr: expect.not.stringContaining('まだ入っていません') });
    const reports = readdirSync(join(cwd, '全部/reports'));
    expect(reports.length).toBe(3);
    const part = await batch(cwd, 'merge', '分2', '--out', '全部');
    expect(part.stderr).toContain('1/2 の分がまだ入っていません');
    expect(readdirSync(join(cwd, '全部/reports'))).toEqual(reports);
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(cwd, '全部/portfolio.pdf'))));
    expect(pages[0]?.text.replace(/\s+/g, '')).toContain('これは全体の一部です。1/2の分がまだ入っていません');
    expect(JSON.parse(read(cwd, '全部/summary.json')).missing).toEqual(['1/2']);
  });
});

describe('standard input', () => {
  const piped = (cwd: string, input: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [BIN, 'batch', ...args, ...TODAY], { cwd, input, encoding: 'utf8' });

  it('may be a list from Windows with empty lines in it', () => {
    const cwd = folder(TWO);
    const ran = piped(cwd, '顧問先/サンプル精機.yaml\r\n \t\r\n\r\n', '--out', 'out');
    expect([ran.status, ran.stdout.split('\n')[0]]).toEqual([
      0,
      '1社（1ファイル中1ファイル）をまとめました。',
    ]);
  });

  it('may be the list of files', () => {
    const cwd = folder(TWO);
    const ran = piped(cwd, '顧問先/サンプル精機.yaml\n', '--out', 'out');
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringMatching(/^1社/)]);
  });

  it('--stream: one JSON document a line in, one assessment a line out', () => {
    const good =
      '{"wazamori":1,"company":{"name":"株式会社みほん"},"answers":{"guidance.device-updates":"はい"}}';
    const bad = '{"wazamori":1,"answers":{"guidance.device-updates":"たぶん"}}';
    const ran = piped(folder({}), `${good}\n\n${bad}\n${'x'.repeat(300_000)}\n${good}`, '--stream');
    const lines = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran.status).toBe(2);
    expect(lines).toMatchObject([
      { company: { name: '株式会社みほん' }, source: { file: '-:1' } },
      { line: 3, findings: [{ code: 'wrong-word', location: { line: 3 } }] },
      { line: 4, findings: [{ code: 'file-too-large' }] },
      { company: { name: '株式会社みほん' }, source: { file: '-:5' } },
    ]);
    expect(piped(folder({}), `${good}\n`, '--stream').status).toBe(0);
  });

  it('--stream -o: the same lines in a file, whole or not at all, and never over anything else', () => {
    const good = '{"wazamori":1,"answers":{"guidance.device-updates":"はい"}}';
    const cwd = folder({ '回答.yaml': PARTS });
    const screen = piped(cwd, `${good}\n${good}`, '--stream');
    for (let i = 0; i < 2; i++) {
      const ran = piped(cwd, `${good}\n${good}`, '--stream', '-o', '結果.jsonl');
      expect([ran.status, ran.stdout]).toEqual([0, '']);
      expect(read(cwd, '結果.jsonl')).toBe(screen.stdout);
      expect(statSync(join(cwd, '結果.jsonl')).mode & 0o777).toBe(0o600);
    }
    expect(piped(cwd, good, '--stream', '-o', '/dev/null').status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    for (const place of ['回答.yaml', '.', 'gone/x.jsonl'])
      expect(piped(cwd, good, '--stream', '-o', place)).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(cwd).sort()).toEqual(['回答.yaml', '結果.jsonl']);
    expect(read(cwd, '回答.yaml')).toBe(PARTS);
  });
});
