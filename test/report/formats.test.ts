import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/report/clashes.ts';
import { planCsv } from '../../src/report/csv/plan.ts';
import { reportDocument } from '../../src/report/document/build.ts';
import { CLIENT_FORMATS, FORMATS, REPORT_FORMATS, rowOf } from '../../src/report/formats.ts';
import { renderHtml } from '../../src/report/html/render.ts';
import { renderMarkdown } from '../../src/report/md/render.ts';
import type { PdfReport } from '../../src/report/pdf/input.ts';
import { fixture } from './pdf/fixture.ts';

const PAPER = new TextEncoder().encode('%PDF-1.7');

const EVIL = '<script>alert("x")</script> **太字** | 縦線 `code`\n# 見出し\n=1+1';

/** The fixture with a note no format may take for its own signs. */
function evil() {
  const input = fixture();
  const [id, answer] = [...input.answers.answers][0] ?? [];
  if (id === undefined || answer === undefined) throw new Error('no answers');
  const answers = new Map([...input.answers.answers, [id, { ...answer, note: EVIL }]]);
  return { ...input, answers: { ...input.answers, answers } };
}

describe('a format is one row', () => {
  const beginnings = { pdf: '%PDF-', html: '<!doctype html>', md: '# ', csv: '\uFEFF' } as const;
  const printed = async (): Promise<PdfReport> => ({ bytes: PAPER, pages: 1, missing: [], plain: [] });

  it('of its own name, with endings nobody else has', () => {
    expect(new Set(REPORT_FORMATS).size).toBe(FORMATS.length);
    const endings = FORMATS.flatMap(({ endings }) => endings);
    expect(new Set(endings).size).toBe(endings.length);
    expect(FORMATS.map(({ id, endings }) => endings[0] === `.${id}`)).not.toContain(false);
  });

  it.each(REPORT_FORMATS)('%s is meant by each of its endings and made by its row', async (format) => {
    const row = rowOf(format);
    for (const ending of row.endings) expect(formatOf({ out: `計画${ending}` })).toBe(format);
    const made = await row.make(fixture(), { plan: printed });
    expect(typeof made === 'string').toBe(row.isText);
    const text = typeof made === 'string' ? made : new TextDecoder().decode(made.bytes);
    expect(text.replace(/^<!-- .*-->\s*/, '').startsWith(beginnings[format])).toBe(true);
  });

  it.each(REPORT_FORMATS)(
    '%s has sheets beside the plan exactly where --handouts means something',
    async (format) => {
      const input = fixture();
      const { options, makeSheet } = rowOf(format);
      const sheet = await makeSheet(reportDocument(input), input.words, { sheet: printed });
      expect(sheet !== null).toBe(options.includes('handouts'));
    },
  );

  it('clients get those that can be opened without a program of ours', () => {
    expect(CLIENT_FORMATS).toEqual(['pdf', 'html']);
  });
});

describe('HTML', () => {
  const html = renderHtml(fixture());

  it('asks for nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|@import|url\((?!#)| on\w+=|javascript:/i);
    expect(html.match(/(?:src|href)="[^"#][^"]*"/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
  });

  it('has each part the document has, in its order, each linked from the contents', () => {
    const ids = [...html.matchAll(/<h2 id="([^"]+)"/g)].map((match) => match[1]);
    const { parts } = reportDocument(fixture());
    expect(ids).toEqual(parts.map(({ id }) => id));
    expect([...html.matchAll(/<li><a href="#([^"]+)"/g)].map((match) => match[1])).toEqual(ids);
  });

  it('shows signs of its own as text', () => {
    const page = renderHtml(evil());
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it('is the same twice', () => {
    expect(renderHtml(fixture())).toBe(html);
  });
});

describe('Markdown', () => {
  it('says what the document says', () => {
    const md = renderMarkdown(fixture());
    for (const { title } of reportDocument(fixture()).parts) expect(md).toContain(`## ${title}`);
    expect(md).toContain('45問：はい19・一部6・いいえ8・わからない8・未回答4');
    expect(md).toContain('| すること | 担当 | 期限 |');
  });

  it('lets no text become a sign, and no cell break its row', () => {
    const md = renderMarkdown(evil());
    expect(md).not.toContain('<script>');
    expect(md).toContain('\\*\\*太字\\*\\* \\| 縦線 \\`code\\`');
    expect(md).not.toMatch(/^# 見出し/m);
    const rows = md.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.endsWith('|'), row).toBe(true);
  });
});

describe('CSV', () => {
  const rows = planCsv(fixture()).split('\r\n');

  it('has a row for each task, and one for what does not fit into the year', () => {
    const { plan } = fixture().assessment;
    const tasks = plan.waves.reduce((sum, { tasks: own }) => sum + own.length, 0);
    expect(rows[0]).toBe(
      '\uFEFF時期,番号,種類,すること,わけ,担当,担当者,期限,期限切れ,手間（人日）,時間（分）,費用,状況',
    );
    expect(rows).toHaveLength(1 + tasks + plan.beyond.length + 1);
    expect(rows[1]).toMatch(/^直ちに（2週間）,(first-step|find-out|action):/);
  });

  it('runs nothing in a spreadsheet', () => {
    const input = fixture();
    const waves = input.assessment.plan.waves.map((wave) => ({
      ...wave,
      tasks: wave.tasks.map((task) => ({ ...task, owner: '=HYPERLINK("http://x")' })),
    }));
    const csv = planCsv({
      ...input,
      assessment: { ...input.assessment, plan: { ...input.assessment.plan, waves } },
    });
    expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  });
});
