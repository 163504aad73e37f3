import type { AskEntry } from '../../../model/plan.ts';
import type { Column, Row } from '../../../press/tables/rows.ts';
import type { ReportInput } from '../input.ts';
import { type Block, heading, notice, type Part, type ReportDocument, row } from '../model.ts';
import { createSentences, type Sentences } from '../sentences.ts';

const BOXES = ['yes', 'partial', 'no', 'unknown'] as const;

/** Questions to hand out, for each role, with boxes to tick; nothing about the company's gaps stands on their sheets. */
export function askingPart(input: ReportInput, sentences: Sentences): Part | null {
  const { t } = sentences;
  const { askList } = input.assessment;
  if (askList.length === 0) return null;
  const handouts = input.handouts === true;
  return {
    id: 'asking',
    title: t('pdf.ask.title'),
    lead: t('pdf.ask.lead'),
    freshSheet: true,
    blocks: askList.flatMap((entry, i) => [
      ...(handouts && i > 0 ? [{ kind: 'sheet' as const }] : []),
      ...sheetOf(entry, sentences, handouts || i === 0),
    ]),
  };
}

/** The questions to one role as a document of their own: nothing of the company's answers is in it. */
export function askingDocument(input: ReportInput, entry: AskEntry): ReportDocument {
  const sentences = createSentences(input);
  const { t, company } = sentences;
  const title = headingOf(entry, sentences);
  const part: Part = {
    id: 'asking',
    title,
    lead: '',
    freshSheet: false,
    blocks: [notice(t('ask.opening')), questionTable(entry, sentences)],
  };
  return {
    title: t('pdf.ask.documentTitle', { title, company }),
    lang: input.words.lang,
    company,
    president: null,
    parts: [part],
  };
}

const headingOf = ({ role: id, self, items, facts }: AskEntry, { t, role }: Sentences): string =>
  t(self ? 'ask.roleSelf' : 'ask.role', { role: role(id), n: items.length + facts.length });

const sheetOf = (entry: AskEntry, sentences: Sentences, opening: boolean): readonly Block[] => [
  ...(opening ? [notice(sentences.t('ask.opening'))] : []),
  heading(headingOf(entry, sentences), false),
  questionTable(entry, sentences),
];

function questionTable(entry: AskEntry, sentences: Sentences): Block {
  const { t } = sentences;
  const columns: readonly Column[] = [
    { title: t('pdf.ask.question'), width: 293 },
    ...BOXES.map((state) => ({ title: t(`report.state.${state}`), width: state === 'unknown' ? 68 : 44 })),
  ];
  return { kind: 'table', columns, rows: rowsOf(entry, sentences) };
}

function rowsOf(entry: AskEntry, { item, factQuestion, factBoxes }: Sentences): readonly Row[] {
  const facts = entry.facts.map((id) =>
    row(
      {
        pieces: [
          { text: factQuestion(id), tone: 'body' },
          { text: factBoxes(id), tone: 'small' },
        ],
      },
      ...BOXES.map(() => ({ pieces: [] })),
    ),
  );
  const items = entry.items.map((id) =>
    row(
      {
        pieces: [
          { text: item(id)?.question ?? id, tone: 'body' },
          { text: item(id)?.yesMeans ?? '', tone: 'note' },
        ],
      },
      ...BOXES.map(() => ({ pieces: [], mark: 'box' as const })),
    ),
  );
  return [...facts, ...items];
}
