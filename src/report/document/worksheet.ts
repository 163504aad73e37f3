import type { Assessment } from '../../model/assessment.ts';
import type { Catalog, Item } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Column, Row } from '../../press/tables/rows.ts';
import type { Words } from '../../words/messages.ts';
import { type Block, cell, heading, notice, type Part, type ReportDocument, row, text } from './model.ts';

export interface WorksheetInput {
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
  /** Of the company that fills it in: names it, and leaves out what it need not answer. `null` = a form for anybody. */
  readonly assessment: Assessment | null;
  /** Id of a section; `null` = the quick check. */
  readonly section: string | null;
}

const CHOICES = ['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const;
/** Each answer on one line, in the words of each language. */
const WIDTH = {
  ja: { yes: 36, partial: 36, no: 43, unknown: 58, notApplicable: 72 },
  en: { yes: 34, partial: 44, no: 32, unknown: 66, notApplicable: 76 },
} as const;

/** A form for those who answer with a pencil; the ids on it are what `wazamori answer` takes. `null`: no such section. */
export function worksheetDocument(input: WorksheetInput): ReportDocument | null {
  const { words, assessment, texts, section } = input;
  const groups = section === null ? quickGroups(input) : sectionGroups(input, section);
  if (groups === null) return null;
  const name = assessment?.company.name ?? null;
  const title = section === null ? words.t('worksheet.quick') : titleOf(section, input);
  const checklist = groups.flatMap(({ items }) => items)[0]?.checklist ?? '';
  const part: Part = {
    id: 'worksheet',
    title,
    lead: words.t('worksheet.lead'),
    freshSheet: false,
    blocks: [
      notice(words.t('ask.opening')),
      text(words.t('worksheet.who', { company: name ?? words.t('worksheet.blank') }), 'strong'),
      ...(section === null ? factBlocks(input) : []),
      text(texts.checklists[checklist]?.statement ?? '', 'small'),
      ...groups.flatMap((group) => groupBlocks(group, input)),
      heading(words.t('worksheet.typing'), false),
      text(words.t('worksheet.how'), 'small'),
    ],
  };
  return {
    title: words.t('worksheet.title', { part: title }),
    lang: words.lang,
    company: name ?? words.t('pdf.noCompany'),
    president: null,
    parts: [part],
  };
}

interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

function quickGroups({ catalog, assessment, words }: WorksheetInput): readonly Group[] {
  const byId = new Map(catalog.items.map((item) => [item.id, item]));
  const asked = applicable(assessment);
  const items = (ids: readonly string[]): readonly Item[] =>
    ids.flatMap((id) => byId.get(id) ?? []).filter(asked);
  return catalog.checklists.flatMap(({ quick }) =>
    quick === null
      ? []
      : [
          { title: words.t('worksheet.always'), items: items(quick.always) },
          { title: words.t('worksheet.byScene'), items: items(quick.byScene) },
        ],
  );
}

function sectionGroups(input: WorksheetInput, section: string): readonly Group[] | null {
  const items = input.catalog.items
    .filter((item) => item.section === section)
    .filter(applicable(input.assessment));
  const known = input.catalog.checklists.some((list) => list.sections.some(({ id }) => id === section));
  return known ? [{ title: input.words.t('worksheet.questions'), items }] : null;
}

const applicable = (assessment: Assessment | null): ((item: Item) => boolean) => {
  const out = new Set(
    assessment?.items.filter(({ state }) => state === 'outOfScope').map(({ id }) => id) ?? [],
  );
  return ({ id }) => !out.has(id);
};

function titleOf(section: string, { catalog, texts }: WorksheetInput): string {
  const list = catalog.checklists.find(({ sections }) => sections.some(({ id }) => id === section));
  return texts.checklists[list?.id ?? '']?.sections[section] ?? section;
}

/** What the company is like decides what it is asked: the facts of the quick check. */
function factBlocks({ catalog, texts, words }: WorksheetInput): readonly Block[] {
  const facts = catalog.facts.filter(({ depth, place }) => depth === 'quick' && place !== 'assessment');
  const columns: readonly Column[] = [
    { title: words.t('worksheet.question'), width: 250 },
    { title: words.t('worksheet.tick'), width: 243 },
  ];
  const rows = facts.map(({ id }) => {
    const choices = Object.values(texts.facts[id]?.values ?? {});
    const boxes = [...choices, words.t('report.state.unknown')].map((choice) => `☐${choice}`).join('　');
    return row(
      {
        pieces: [
          { text: texts.facts[id]?.question ?? id, tone: 'strong' },
          { text: id, tone: 'note' },
        ],
      },
      cell(choices.length === 0 ? words.t('pdf.ask.number') : boxes),
    );
  });
  return [heading(words.t('worksheet.facts')), { kind: 'table', columns, rows }];
}

function groupBlocks({ title, items }: Group, { texts, words }: WorksheetInput): readonly Block[] {
  if (items.length === 0) return [];
  const columns: readonly Column[] = [
    { title: words.t('worksheet.question'), width: 248 },
    ...CHOICES.map((state) => ({ title: words.t(`report.state.${state}`), width: WIDTH[words.lang][state] })),
  ];
  const rows = items.map(
    (item): Row =>
      row(
        {
          pieces: [
            { text: texts.items[item.id]?.question ?? item.id, tone: 'strong' },
            { text: texts.items[item.id]?.yesMeans ?? '', tone: 'small' },
            { text: item.id, tone: 'note' },
          ],
        },
        ...CHOICES.map((state) =>
          cell(
            state === 'notApplicable' && item.notApplicable === 'forbidden'
              ? ''
              : words.t(`report.state.${state}`),
          ),
        ),
      ),
  );
  return [heading(title), { kind: 'table', columns, rows }];
}
