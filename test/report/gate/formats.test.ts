import { describe, expect, it } from 'vitest';
import { gateGithub } from '../../../src/report/gate/github.ts';
import { gateJson } from '../../../src/report/gate/json.ts';
import { gateJunit } from '../../../src/report/gate/junit.ts';
import { gateMarkdown } from '../../../src/report/gate/markdown.ts';
import { gateSarif } from '../../../src/report/gate/sarif.ts';
import { showFinding } from '../../../src/report/gate/show.ts';
import { gateText } from '../../../src/report/gate/text.ts';
import { annotationsAFile, fewOfEach } from '../../../src/report/gate/worst.ts';
import { file, finding, NASTY, nasty, PAGES, page } from './sample.ts';

const same = (text: string): string => text;
const PLAIN = { strong: same, quiet: same, error: same, warning: same };

/** What GitHub's runner makes of a line, by its own rules. */
function received(line: string): { command: string; properties: Record<string, string>; message: string } {
  const match = /^::(\w+) (.*?)::(.*)$/s.exec(line);
  if (match === null) throw new Error(line);
  const [, command = '', told = '', message = ''] = match;
  const data = (text: string): string =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string): string => data(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const properties = told.split(',').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), property(part.slice(at + 1))];
  });
  return { command, properties: Object.fromEntries(properties), message: data(message) };
}

describe('GitHub annotations', () => {
  it('of nothing found is the one notice that says what was looked at', () => {
    const others = [{ file: 'a,b.yaml', reason: 'other-yaml' }] as const;
    const lines = gateGithub(page([file()], { found: 2, leftOut: others })).split('\n');
    expect(lines.slice(0, -1).map(received)).toEqual([
      {
        command: 'notice',
        properties: { title: 'wazamori check' },
        message: [
          '2ファイル中1ファイルを調べました。直す所は見つかりませんでした。',
          '使った決まり：なし（答えの点検だけ）。点検項目：同梱のもの。',
          '前の版とは比べていません。',
          '調べていないもの（回答ファイルではない YAML）1件：a,b.yaml',
        ].join('\n'),
      },
    ]);
  });

  it.each(PAGES)('%s: each line is read back as it was meant', (_name, given) => {
    const lines = gateGithub(given).split('\n').slice(0, -2);
    const few = fewOfEach(given.report.files, annotationsAFile(given.report.files));
    const expected = few.map(({ finding: f, checked: { file: name } }) => {
      const { message, next } = showFinding(f, name, given);
      return {
        command: f.severity,
        file: name,
        line: String(f.location.line),
        col: String(f.location.column),
        message: next === '' ? message : `${message}\n${next}`,
      };
    });
    const seen = lines.map(received).map(({ command, properties, message }) => {
      const { file: name, line, col } = properties;
      return { command, file: name, line, col, message };
    });
    expect(seen).toEqual(expected);
  });
});

describe('no format', () => {
  const given = page([file({ file: 'clients/c001.yaml', findings: [nasty(), nasty()] })], {
    found: 2,
    leftOut: [{ file: NASTY, reason: 'other-yaml' }],
  });
  const text = gateText(given, 80, PLAIN, true);

  it('lets words of a file speak to a terminal or to a log', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
    const lively = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    for (const out of [text, gateMarkdown(given), gateGithub(given), gateJunit(given)]) {
      expect(out).not.toMatch(lively);
    }
    const named = [
      file({ file: '::error::x.yaml', findings: [nasty()] }),
      file({ file: '##[group]y', findings: [nasty()] }),
    ];
    for (const out of [text, gateText(page(named), 80, PLAIN, true)])
      expect(out).not.toMatch(/^\s*(?:::|##\[)/m);
  });

  it('of Markdown lets them be more than words', () => {
    const rows = gateMarkdown(given)
      .split('\n')
      .filter((line) => line.startsWith('| ❌'));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row.split('|')).toHaveLength(6);
      expect(row).not.toMatch(/<script|`f`|@everyone/);
    }
  });

  it('of JUnit breaks its XML: each character is one XML can write', () => {
    const xml = gateJunit(given);
    expect(xml).not.toMatch(/<script|\ufffe|<\/failure> @/);
    expect(xml.match(/<failure /g)).toHaveLength(2);
  });
});

describe('only what makes the run fail counts as failed', () => {
  const unread = (): ReturnType<typeof file> =>
    file({
      readable: false,
      findings: [
        finding({ code: 'yaml-unclosed', kind: 'input', args: { mark: '"' }, subject: null }),
        finding({ severity: 'warning', code: 'unknown-key', args: { key: 'a', place: 'b', nearest: null } }),
        finding({ severity: 'info', code: 'answers-old', args: { date: '2026-01-01', days: 324 } }),
      ],
    });
  const read = (): ReturnType<typeof file> => ({ ...unread(), readable: true });
  const counted = (xml: string): readonly number[] =>
    ['<failure ', '<error '].map((tag) => xml.split(tag).length - 1);

  it.each([
    ['a readable file', read(), 'error', [1, 0]],
    ['a readable file, warnings and all', read(), 'warning', [2, 0]],
    ['a file that cannot be read', unread(), 'error', [0, 1]],
    ['a file that cannot be read, warnings and all', unread(), 'warning', [1, 1]],
  ] as const)('in JUnit: %s', (_, given, failOn, [failures, errors]) => {
    const xml = gateJunit({ ...page([given]), failOn });
    expect(xml).toContain(`tests="${failures + errors}" failures="${failures}" errors="${errors}"`);
    expect(counted(xml)).toEqual([failures, errors]);
    const told = /<system-out>([\s\S]*?)<\/system-out>/.exec(xml)?.[1]?.trim().split('\n') ?? [];
    expect(told).toHaveLength(3 - failures - errors);
  });

  it.each([
    ['a readable file', read(), 0, 3],
    ['a file that cannot be read', unread(), 1, 2],
  ] as const)('in JUnit with --no-fail only what could not be read: %s', (_, given, errors, others) => {
    const xml = gateJunit({ ...page([given]), failOn: 'warning', noFail: true });
    expect(counted(xml)).toEqual([0, errors]);
    expect(xml).toContain(`tests="1" failures="0" errors="${errors}"`);
    const told = /<system-out>([\s\S]*?)<\/system-out>/.exec(xml)?.[1]?.trim().split('\n') ?? [];
    expect(told).toHaveLength(others);
  });

  it.each([
    ['a readable file', read()],
    ['a file that cannot be read', unread()],
  ])('in SARIF, JSON, Markdown and annotations too: %s', (_, given) => {
    const shown = page([given]);
    const levels = JSON.parse(gateSarif(shown)).runs[0].results.map((one: { level: string }) => one.level);
    expect(levels).toEqual(['error', 'warning', 'note']);
    expect(JSON.parse(gateJson(shown)).count).toMatchObject({ error: 1, warning: 1, info: 1 });
    // The last one is the sum of files, not a finding.
    expect(gateGithub(shown).match(/^::\w+/gm)).toEqual(['::error', '::warning', '::notice']);
    expect(gateMarkdown(shown).match(/^\| (?:❌|⚠️)/gm)).toEqual(['| ❌', '| ⚠️']);
  });
});

describe('kept out of a log', () => {
  const secrets = ['株式会社みなと精工', '薄板の焼鈍条件', 't1', '西脇さん', 'すぐに直す'];
  const [company, technology, id, note, reason] = secrets;
  const files = [
    file({
      findings: [
        finding({ code: 'legal-stop', kind: 'policy', args: { technology: id }, subject: id ?? null }),
        finding({ code: 'verdict-worse', args: { technology, was: 'confirm', now: 'stop' } }),
        finding({
          code: 'expires-soon',
          args: { what: 'verdict', until: '2026-12-24', days: 9 },
          subject: id ?? '',
        }),
        finding({ code: 'legal-does-not-fit', args: { task: `legal:stop:${id}`, due: '2026-12-24' } }),
        finding({ code: 'contradicts-note', args: { item: 'guidance.take-out-rules', text: note } }),
        finding({ code: 'unknown-key', args: { key: company, place: company, nearest: null } }),
        finding({ code: 'accepted-without-approver', args: { item: note, approvers: [note] } }),
        finding({
          code: 'evidence-file-missing',
          args: { item: note, path: company },
          subject: company ?? '',
        }),
      ],
      suppressed: [{ ...finding(), reason: reason ?? '' }],
    }),
  ];
  const closed = page(files, { redacted: true });

  it.each([
    ['text', () => gateText(closed, 80, PLAIN, true)],
    ['json', () => gateJson(closed)],
    ['sarif', () => gateSarif(closed)],
    ['junit', () => gateJunit(closed)],
    ['github', () => gateGithub(closed)],
    ['md', () => gateMarkdown(closed)],
  ])('%s has the codes and lines, and no name, technology or note', (_name, render) => {
    const out = render();
    for (const secret of secrets.filter((s) => s !== 't1')) expect(out).not.toContain(secret);
    expect(out).not.toMatch(/\bt1\b/);
    expect(out).not.toContain('2026-12-24');
    expect(out).toContain('legal-stop');
    expect(out).toContain('12');
  });

  it('but not the words the tool itself offers', () => {
    const args = { given: note, allowed: ['はい (yes)', '一部 (partial)'], nearest: 'はい' };
    const wrong = finding({ code: 'wrong-word', kind: 'input', args, subject: null });
    const out = gateText(page([file({ findings: [wrong] })], { redacted: true }), 200, PLAIN, true);
    expect(out).toContain('「…」は使えません。はい (yes)・一部 (partial)');
    expect(out).toContain('『はい』ですか。');
  });

  it('and the same page says all of it where nothing is kept out', () => {
    const open = gateText(page(files), 80, PLAIN, true);
    for (const secret of [technology, note, company]) expect(open).toContain(secret);
    expect(NASTY.length).toBeGreaterThan(20);
  });
});

describe('what is suggested to be typed', () => {
  const holds = finding({ code: 'legal-stop', args: { technology: 't2;touch x;' }, subject: null });
  const shown = (shell?: 'windows'): string =>
    showFinding(holds, '$(touch wazamori x).yaml', {
      ...page([]),
      program: 'node bin/wazamori.js',
      ...(shell && { shell }),
    }).next;

  it('names the file and the technology as words of the shell, and our program as it is called', () => {
    expect(shown()).toContain(
      "node bin/wazamori.js explain '$(touch wazamori x).yaml' --verdict 't2;touch x;'",
    );
    expect(shown('windows')).toContain('explain "`$(touch wazamori x).yaml" --verdict "t2;touch x;"');
  });
});
