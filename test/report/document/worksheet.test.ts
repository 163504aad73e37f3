import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { readCompiledCatalog } from '../../../src/catalog/compiled/compile.ts';
import { assess } from '../../../src/core/assess.ts';
import { textsIn } from '../../../src/files/shipped/texts-in.ts';
import { type WorksheetInput, worksheetDocument } from '../../../src/report/document/worksheet.ts';
import { printPdf } from '../../../src/report/pdf/render.ts';
import { readPdf } from '../../press/read-pdf.ts';
import { PACKAGE } from '../../setup/package.ts';
import { wordsOf } from '../../setup/words.ts';
import { TOOLS } from '../pdf/fixture.ts';

const { catalog, texts } = readCompiledCatalog(textsIn(join(PACKAGE, 'dist/catalog')), 'ja');
const words = wordsOf('ja');
const base: WorksheetInput = { catalog, texts: texts(), words, assessment: null, section: null };
const quick = catalog.checklists.flatMap(({ quick: set }) => (set === null ? [] : [set]))[0];

function company(yaml: string) {
  const read = readAnswers(`wazamori: 1\ncompany: {name: 株式会社サンプル精機}\n${yaml}`, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return assess({ catalog, answers: read.value, today: '2026-11-21', version: '0' });
}

describe('a worksheet', () => {
  it('for anybody has the facts, the ten questions and those of the scenes, with what yes means and their ids', () => {
    const said = JSON.stringify(worksheetDocument(base));
    for (const id of [...(quick?.always ?? []), ...(quick?.byScene ?? [])]) {
      expect(said).toContain(id);
      expect(said).toContain(JSON.stringify(texts().items[id]?.yesMeans).slice(1, -1));
    }
    expect(said).toContain('overseasProduction');
    expect(said).toContain('☐計画している');
    expect(said).toContain('経済産業省のチェックリストとは別のもの');
  });

  it('for a company leaves out what its situation makes unnecessary', () => {
    const domestic = company(
      'profile: {overseasProduction: none, technologyAbroad: none, exhibitions: no}\n',
    );
    const said = JSON.stringify(worksheetDocument({ ...base, assessment: domestic }));
    expect(said).toContain('株式会社サンプル精機');
    expect(said).not.toContain('guidance.export-procedure-check');
    expect(said).toContain('guidance.core-technology-list');
  });

  it('of a section has its questions of every depth; of no section there is none', () => {
    const said = JSON.stringify(worksheetDocument({ ...base, section: 'foundation' }));
    const own = catalog.items.filter(({ section }) => section === 'foundation');
    expect(own.length).toBeGreaterThan(3);
    for (const { id } of own) expect(said).toContain(id);
    expect(worksheetDocument({ ...base, section: 'nowhere' })).toBeNull();
  });

  it('is a tagged form whose words can be circled and whose boxes are drawn', async () => {
    const document = worksheetDocument(base);
    if (document === null) throw new Error('no document');
    const printed = await printPdf({
      document,
      words,
      asOf: '2026-11-21',
      version: '0',
      ...TOOLS,
    });
    expect(printed.missing).toEqual([]);
    const pdf = await readPdf(printed.bytes);
    expect(pdf).toMatchObject({ tagged: true, title: '点検用紙　10問の点検' });
    const text = pdf.pages.map((page) => page.text).join('');
    expect(text).toContain('はい一部いいえわからない当てはまらない');
  });
});
