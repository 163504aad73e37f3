import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { type ReadPdf, readPdf, type TextPiece } from '../../press/read-pdf.ts';
import { answered, fixture, manyGaps } from './fixture.ts';
import { QUESTIONS } from './questions.ts';

/** Plans no company has, and pages that must stand all the same. */
const NOTE = '髙﨑と𠮷田が、棚の鍵（№㊙）を確かめた☑。次は12月☐。'.repeat(12).slice(0, 300);

function noted(input: ReturnType<typeof fixture>): ReturnType<typeof fixture> {
  const answers = new Map(
    [...input.answers.answers].map(([id, answer]) => [id, { ...answer, note: NOTE }] as const),
  );
  return { ...input, answers: { ...input.answers, answers } };
}

function technologies(count: number): ReturnType<typeof fixture> {
  const input = fixture({ pages: 'plan' });
  const verdicts = Array.from({ length: count }, (_, i) => ({
    technology: `t${i + 1}`,
    checklist: 'prior-notification',
    outcome: 'confirm' as const,
    rule: 'R11',
    secondary: null,
    flags: ['late'],
    missing: ['definitionCheck', 'destination'],
    basis: [],
    asOf: '2025-06-09',
    validUntil: null,
    location: null,
    deadlines: [{ code: 'report-target' as const, date: '2027-03-01', statutory: false }],
  }));
  const determination = {
    rules: {},
    families: {},
    tasks: {},
    preparation: ['相手の名前と住所を書く'],
    reasons: { R11: '定義に当たるかを、まだ確かめていません。' },
    flags: {
      late: '相談が終わるまで、新しい技術は渡さないでください。',
      asof: '2025年6月9日の時点の名前です。',
    },
    fields: {
      definitionCheck: { label: '定義の確認', settle: '設計の責任者に聞く' },
      destination: { label: '渡す先の国', settle: '営業の責任者に聞く' },
    },
    warning: 'この見立ては古い決まりにもとづくことがあります。',
  };
  return {
    ...input,
    assessment: { ...input.assessment, verdicts },
    // Of the list's prose only what a card prints is needed here.
    texts: { ...input.texts, determination: determination as never },
  };
}

const CASES: readonly (readonly [string, () => ReturnType<typeof fixture>])[] = [
  ['400 gaps with notes of 300 signs', () => noted(fixture({ questions: manyGaps(400), capacity: 40 }))],
  ['everything unknown', () => fixture({ questions: answered('unknown') })],
  ['nothing answered', () => fixture({ questions: answered('unanswered') })],
  ['an empty plan', () => fixture({ questions: answered('yes'), bare: true })],
  ['nothing that applies', () => fixture({ questions: answered('notApplicable') })],
  ['60 technologies', () => technologies(60)],
  ['one question', () => fixture({ questions: QUESTIONS.slice(0, 1) })],
  ['120 gaps in English', () => fixture({ questions: manyGaps(120), lang: 'en', capacity: 40 })],
];

describe.each(CASES)('%s', (name, make) => {
  let pdf: ReadPdf;
  it('is set inside its margins, with no box for a missing glyph, no heading left alone', async () => {
    const { bytes, missing } = await renderPdf(make());
    expect(missing).toEqual([]);
    pdf = await readPdf(bytes, { glyphs: true });
    pdf.pages.forEach(({ pieces, glyphs }, page) => {
      expect(glyphs).not.toContain(0);
      const inside = ({ x, y, width }: TextPiece): boolean => x > 45 && x + width < 595.28 - 45 && y > 28;
      expect(
        pieces.filter((piece) => !inside(piece)),
        `${name}, page ${page + 1}`,
      ).toEqual([]);
      expect(loneHeading(pieces), `page ${page + 1}`).toBeNull();
    });
  }, 90_000);
});

/** The last line of a page above the running foot, where it is a heading. */
function loneHeading(pieces: ReadPdf['pages'][number]['pieces']): string | null {
  const body = pieces.filter(({ y, size }) => y > 55 && size > 7.5);
  const lowest = body.reduce(
    (low, piece) => (piece.y < low.y ? piece : low),
    body[0] ?? { y: 0, size: 0, text: '' },
  );
  return lowest.size >= 11 && body.length > 1 ? lowest.text : null;
}
