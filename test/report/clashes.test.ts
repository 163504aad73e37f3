import { describe, expect, it } from 'vitest';
import { formatOf, wrongFlags } from '../../src/report/clashes.ts';
import * as document from '../../src/report/document/pages.ts';
import type { ReportFlags } from '../../src/report/flags.ts';
import { REPORT_FORMATS as FORMATS, HIDDEN, REPORT_PAGES, USUAL_PAGES } from '../../src/report/formats.ts';

const io = { env: {}, stdoutIsTerminal: true };
const PAGES = [...REPORT_PAGES, 'worksheet'] as const;

/** An option that would do nothing is worse than none: somebody believes it did. */
const clashes: readonly (readonly [ReportFlags, string, string])[] = [
  [{ attach: true, hide: ['notes'] }, '--attach', '--hide'],
  [{ attach: true, pages: 'plan' }, '--attach', '--pages plan'],
  [{ attach: true, format: 'html' }, '--attach', '--format html'],
  [{ attach: true, out: 'plan.csv' }, '--attach', '-o plan.csv'],
  [{ password: 'ひみつ', out: 'plan.html' }, '--password', '-o plan.html'],
  [{ password: 'ひみつ', pages: 'worksheet' }, '--password', '--pages worksheet'],
  [{ handouts: true, format: 'csv' }, '--handouts', '--format csv'],
  [{ handouts: true, pages: 'president' }, '--handouts', '--pages president'],
  [{ handouts: true, pages: 'worksheet' }, '--handouts', '--pages worksheet'],
  [{ handouts: true, out: '-', format: 'md' }, '--handouts', '-o -'],
  [{ capacity: 3, pages: 'worksheet' }, '--capacity', '--pages worksheet'],
  [{ pages: 'worksheet', out: 'form.md' }, '--pages worksheet', '-o form.md'],
  [{ pages: 'president', format: 'csv' }, '--pages president', '--format csv'],
  [{ pages: 'plan', out: 'plan.csv' }, '--pages plan', '-o plan.csv'],
  [{ format: 'pdf', out: 'plan.html' }, '--format pdf', '-o plan.html'],
];

const refused: readonly (readonly [ReportFlags, object])[] = [
  [{ out: '行動計画.xlsx' }, { code: 'output-unknown-ending', args: { ending: '.xlsx' } }],
  [{ out: 'answers.yaml' }, { code: 'output-unknown-ending', args: { ending: '.yaml' } }],
  [{ section: 'foundation' }, { code: 'usage-needs-option', args: { option: '--section' } }],
  [{ password: true }, { code: 'usage-no-password' }],
  [{ password: '' }, { code: 'usage-no-password' }],
  [{ out: '-' }, { code: 'usage-pdf-to-terminal' }],
  [{ out: '/dev/tty' }, { code: 'usage-pdf-to-terminal' }],
];

const fine: readonly (readonly [ReportFlags, string])[] = [
  [{}, 'pdf'],
  [{ out: 'plan' }, 'pdf'],
  [{ out: '/dev/null' }, 'pdf'],
  [{ out: 'plan.HTM' }, 'html'],
  [{ out: '-', format: 'csv' }, 'csv'],
  [{ out: 'plan.txt', format: 'csv' }, 'csv'],
  [{ out: 'plan.htm', format: 'html' }, 'html'],
  [{ handouts: true, format: 'md' }, 'md'],
  // Nothing of a table or a form is what --hide hides: the wish is granted.
  [{ hide: ['notes'], format: 'csv' }, 'csv'],
  [{ pages: 'worksheet', section: 'foundation' }, 'pdf'],
  [{ attach: true, handouts: true, password: 'ひみつ', capacity: 2 }, 'pdf'],
];

it('names the sets of pages as the document does', () => {
  expect([REPORT_PAGES, USUAL_PAGES, HIDDEN]).toEqual([
    document.REPORT_PAGES,
    document.USUAL_PAGES,
    document.HIDDEN,
  ]);
});

describe('the options of a report', () => {
  it.each(clashes)('%j: %s and %s do not go together', (flags, one, other) => {
    expect(wrongFlags(flags, io)).toMatchObject({ code: 'usage-clash', args: { one, other } });
  });

  it.each(refused)('%j are refused', (flags, finding) => {
    expect(wrongFlags(flags, io)).toMatchObject(finding);
  });

  it.each(fine)('%j make a %s', (flags, format) => {
    expect(wrongFlags(flags, io)).toBeNull();
    expect(formatOf(flags)).toBe(format);
  });

  it.each(PAGES.flatMap((pages) => FORMATS.map((format) => [pages, format] as const)))(
    '--pages %s as %s is made, or one of the two is named',
    (pages, format) => {
      const wrong = wrongFlags({ pages, format }, io);
      const made =
        format === 'pdf' ||
        pages === 'full' ||
        pages === 'standard' ||
        (pages !== 'worksheet' && format !== 'csv');
      expect(wrong === null).toBe(made);
    },
  );
});
