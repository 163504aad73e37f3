import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedFile, GateFinding, GateSeverity } from '../../../src/model/gate.ts';
import { gateGithub } from '../../../src/report/gate/github.ts';
import { gateMarkdown } from '../../../src/report/gate/markdown.ts';
import { gateText } from '../../../src/report/gate/text.ts';
import { fewOfEach, MOST_ANNOTATIONS_A_FILE, worstFirst } from '../../../src/report/gate/worst.ts';
import { runs } from '../../setup/random.ts';
import { file, finding, page } from './sample.ts';

const same = (text: string): string => text;
const PLAIN = { strong: same, quiet: same, error: same, warning: same };

/** A site with so many errors and warnings, on lines of their own. */
function site(nth: number, errors: number, warnings: number, over: Partial<CheckedFile> = {}): CheckedFile {
  const of = (severity: GateSeverity, n: number, from: number): readonly GateFinding[] =>
    Array.from({ length: n }, (_, i) => finding({ severity, location: { line: from + i, column: 1 } }));
  const name = `clients/c${String(nth).padStart(3, '0')}.yaml`;
  return file({
    file: name,
    findings: [...of('warning', warnings, 1), ...of('error', errors, 101)],
    ...over,
  });
}

/** Twelve sites of a head office; the seventh is bad all over. */
const TWELVE = Array.from({ length: 12 }, (_, i) => site(i + 1, i === 6 ? 40 : i % 3, 2 + (i % 2)));

describe('the worst comes first', () => {
  it('over all files: what could not be read, then most errors, then most warnings, then by name', () => {
    const files = [
      site(1, 0, 9),
      site(2, 1, 0),
      site(3, 2, 0),
      site(4, 1, 1),
      site(5, 0, 0),
      site(6, 0, 9),
      site(7, 1, 0, { readable: false }),
    ];
    const order = worstFirst(files).map((one) => Number(one.file.slice(9, 12)));
    expect(order).toEqual([7, 3, 4, 2, 1, 6, 5]);
  });

  it('in a file: errors, and of those what keeps it from being read, what must not go out, what got worse', () => {
    const codes = [
      finding({ severity: 'warning', code: 'unknown-key', kind: 'input' }),
      finding({ code: 'date-in-future', kind: 'xray' }),
      finding({ code: 'score-below', kind: 'policy' }),
      finding({ code: 'score-fell', kind: 'regression', location: { line: 1, column: 1 } }),
      finding({ code: 'gap-new', kind: 'regression', location: { line: 9, column: 1 } }),
      finding({ code: 'left-scope', kind: 'regression', location: { line: 3, column: 1 } }),
      finding({ code: 'legal-stop', kind: 'policy' }),
      finding({ code: 'baseline-unreadable', kind: 'input' }),
    ];
    const [sorted] = worstFirst([file({ findings: codes })]);
    expect(sorted?.findings.map(({ code }) => code)).toEqual([
      'baseline-unreadable',
      'legal-stop',
      'left-scope',
      'gap-new',
      'score-fell',
      'score-below',
      'date-in-future',
      'unknown-key',
    ]);
  });

  it('in the text and in the summary', () => {
    const files = [site(1, 0, 1), site(2, 1, 0), site(3, 3, 0)];
    for (const out of [gateText(page(files), 80, PLAIN, false), gateMarkdown(page(files))]) {
      const places = ['c003', 'c002', 'c001'].map((name) => out.indexOf(name));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});

describe('annotations', () => {
  const lines = gateGithub(page(TWELVE)).split('\n').slice(0, -1);
  const fileOf = (line: string): string => /file=([^,]+)/.exec(line)?.[1] ?? '';

  it('are a few of each file', () => {
    for (const { file: name } of TWELVE) {
      const own = lines.filter((line) => fileOf(line) === name);
      expect(own.length).toBeLessThanOrEqual(MOST_ANNOTATIONS_A_FILE);
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it('of the ten errors GitHub shows a step, none is a second one while another file waits with its first', () => {
    const shown = lines.filter((line) => line.startsWith('::error')).slice(0, 10);
    expect(fileOf(shown[0] ?? '')).toBe('clients/c007.yaml');
    const withErrors = TWELVE.filter(({ findings }) => findings.some((f) => f.severity === 'error'));
    expect(new Set(shown.map(fileOf)).size).toBe(Math.min(10, withErrors.length));
  });

  it('have more room where a single file is all there is', () => {
    const own = gateGithub(page([site(1, 20, 20), site(2, 0, 0)])).match(/^::error/gm);
    expect(own).toHaveLength(10);
  });

  it('say on the first of a file how much of it is not shown', () => {
    const [first, ...others] = lines.filter((line) => fileOf(line) === 'clients/c007.yaml');
    expect(first).toContain('このファイルには、ほかに誤り37・注意2があります。');
    for (const other of others) expect(other).not.toContain('ほかに');
  });

  it('and what is counted leave nothing out, whatever was found', () => {
    const severity = fc.constantFrom<GateSeverity>('error', 'warning', 'info');
    const severities = fc.array(fc.array(severity, { maxLength: 9 }), { maxLength: 14 });
    fc.assert(
      fc.property(severities, fc.integer({ min: 1, max: 4 }), (sites, most) => {
        const files = sites.map((all, i) =>
          file({ file: `c${i}.yaml`, findings: all.map((one) => finding({ severity: one })) }),
        );
        const few = fewOfEach(files, most);
        const loud = files.flatMap(({ findings }) => findings.filter((f) => f.severity !== 'info'));
        const told = few.reduce((n, { rest }) => n + 1 + rest.length, 0);
        expect(told).toBe(loud.length);
        const order = few.map((one) => one.finding.severity);
        expect(order).toEqual(order.toSorted());
      }),
      runs(300),
    );
  });
});

describe('the summary', () => {
  const out = gateMarkdown(page(TWELVE));

  it('counts every file, and shows a few rows of each', () => {
    expect(out).toContain('| ファイル | 誤り | 注意 |\n|---|--:|--:|\n| clients/c007.yaml | 40 | 2 |');
    for (const { file: name } of TWELVE) expect(out).toContain(`### ${name}`);
    expect(out.match(/^\| ❌/gm)?.length).toBeLessThanOrEqual(60);
    expect(out).toContain('このファイルには、ほかに誤り35・注意2があります。');
  });

  it('gives a single file all its room, and no count of one', () => {
    const one = gateMarkdown(page([site(1, 30, 0)]));
    expect(one.match(/^\| ❌/gm)).toHaveLength(30);
    expect(one).not.toContain('| ファイル |');
  });

  it('of 200 files counts the ones it has no room for, and stays below what a comment may hold', () => {
    const many = gateMarkdown(page(Array.from({ length: 200 }, (_, i) => site(i + 1, 3, 3))));
    expect(many).toContain('| ほかに140件 | | |');
    expect(many).toMatch(/^ほかに[\d,]+件$/m);
    expect(many.length).toBeLessThan(65_536);
  });
});

describe('the text', () => {
  const foot = (files: readonly CheckedFile[]): readonly string[] =>
    gateText(page(files), 80, PLAIN, false).split('\n').slice(-18);

  it('ends with how it stands file by file, what could not be read first', () => {
    const lines = foot([site(1, 1, 0), site(2, 11, 3), site(3, 1, 0, { readable: false })]);
    const first = lines.findIndex((line) => line.includes('読めません'));
    expect(lines.slice(first, first + 5)).toEqual([
      '  誤り1・注意0   clients/c003.yaml（読めません）',
      '  誤り11・注意3  clients/c002.yaml',
      '  誤り1・注意0   clients/c001.yaml',
      '',
      '3ファイル中3ファイルを調べました：誤り13・注意3・お知らせ0',
    ]);
  });

  it('of many files counts the rest, and of one says nothing twice', () => {
    const many = Array.from({ length: 20 }, (_, i) => site(i + 1, 1, 0));
    expect(foot(many)).toContain('  ほかに8件');
    expect(foot([site(1, 2, 0)]).filter((line) => line.startsWith('  誤り'))).toEqual([]);
  });
});
