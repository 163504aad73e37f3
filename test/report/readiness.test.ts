import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import type { Lang } from '../../src/model/text.ts';
import { renderPdf } from '../../src/report/pdf/render.ts';
import { summary } from '../../src/report/terminal/summary.ts';
import { displayWidth } from '../../src/words/width.ts';
import { answers, TODAY } from '../core/sample.ts';
import { readPdf } from '../press/read-pdf.ts';
import { catalog, texts } from '../setup/checklists.ts';
import { wordsOf } from '../setup/words.ts';
import { TOOLS } from './pdf/fixture.ts';

/** 株式会社サンプル精機 wants TICS or not; it has a register, and does not yet know how it discards things. */
function input(goals: readonly string[], lang: Lang = 'ja') {
  const written = answers({
    goals,
    profile: { ticsForms: ['paper'], ticsWays: ['none'], ticsSpecial: ['no'], ticsCertified: ['no'] },
    answers: {
      'guidance.core-technology-list': 'yes',
      'tics.information-register': 'yes',
      'tics.importance-levels': 'partial',
      'tics.disposal': 'unknown',
    },
  });
  const assessment = assess({ catalog, answers: written, today: TODAY, version: '0.1.0' });
  return {
    assessment,
    catalog,
    answers: written,
    texts: texts[lang],
    words: wordsOf(lang),
  };
}

function screen(goals: readonly string[], columns: number, lang: Lang = 'ja'): string {
  const terminal = { columns, paint: new Chalk({ level: 0 }) };
  return summary({
    ...input(goals, lang),
    terminal,
    file: 'サンプル精機.yaml',
    program: 'wazamori',
    verbose: false,
  });
}

const assumed = input(['tics']).assessment.checklists.find(({ id }) => id === 'tics')?.readiness?.assumed;

describe('readiness on the screen', () => {
  it('counts each class in a table and names what is missing first', () => {
    const lines = screen(['tics'], 80)
      .split('\n')
      .map((line) => line.trim());
    expect(assumed).toMatchObject({ met: 2, partial: 1, unmet: 0 });
    expect(lines).toContain('できている  一部  まだ  分からない');
    expect(lines.some((line) => new RegExp(`^必須と想定 +2 +1 +0 +${assumed?.unknown}$`).test(line))).toBe(
      true,
    );
    expect(lines).toContain('- 大事さの区分（一部）');
  });

  it('says what it brings, how to go on, and that it is no verdict', () => {
    const text = screen(['tics'], 80).replaceAll(/\s/g, '');
    expect(text).toContain('公募のたびに変わるので、公募要領で確かめてください');
    expect(text).toContain('認証機関に、範囲・費用・期間を尋ねます');
    expect(text).toContain('国の基準への適合を示すものではありません');
  });

  it('gives each class a line where the table does not fit', () => {
    const text = screen(['tics'], 40);
    expect(text.replaceAll(/\s/g, '')).toContain('必須と想定：できている2・一部1・まだ0・');
    for (const line of text.split('\n').filter((line) => line.includes('想定'))) {
      expect(displayWidth(line)).toBeLessThanOrEqual(40);
    }
  });

  it('says nothing to a company that does not want it, not even the edition', () => {
    expect(screen([], 80)).not.toContain('TICS');
    expect(screen([], 80, 'en')).not.toContain('TICS');
  });
});

describe('readiness in the PDF', async () => {
  const pdfText = async (goals: readonly string[], lang: Lang = 'ja'): Promise<string> => {
    const { bytes } = await renderPdf({ ...input(goals, lang), pages: 'full', ...TOOLS });
    return (await readPdf(bytes)).pages.map(({ text }) => text).join('');
  };

  it('has a part of its own, with every missing item', async () => {
    const text = await pdfText(['tics']);
    expect(text).toContain('国の基準への適合を示すものではありません');
    expect(text).toContain('この先の進め方');
    const { missing } = input(['tics']).assessment.checklists.find(({ id }) => id === 'tics')?.readiness ?? {
      missing: [],
    };
    expect(missing.length).toBeGreaterThan(10);
    const part = text.slice(text.indexOf('そろっていない項目が'), text.indexOf('この先の進め方'));
    for (const id of missing) expect(part).toContain((texts.ja.items[id]?.title ?? id).replaceAll(/\s/g, ''));
  });

  it('has none for a company that does not want it, nor lists its questions as left out', async () => {
    const text = await pdfText([]);
    expect(text).not.toContain('TICSに向けた準備');
    expect(text).not.toContain(texts.ja.items['tics.disposal']?.title ?? '捨て方');
  });
});
