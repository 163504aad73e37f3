import { ifYes, wholePoints } from '../../core/score/score.ts';
import type { Assessment, Gap, ItemResult, RouteResult, Score } from '../../model/assessment.ts';
import type { Catalog, Item } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { KeyBelow, Words } from '../../words/messages.ts';
import { displayWidth, padColumns } from '../../words/width.ts';
import { isTooUnknown, reasonLine } from '../headline.ts';
import { ownLine } from '../own.ts';
import { practiceText } from '../practice.ts';
import { taskSentence } from './moves.ts';
import { createPage, type Page, type Terminal } from './page.ts';

export interface ExplainInput {
  readonly assessment: Assessment;
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly terminal: Terminal;
  readonly file: string;
  /** What to type to see one question. */
  readonly command: (item: string) => string;
}

/** The arithmetic from the overall score down to sections and items. */
export function explainScore(input: ExplainInput): string {
  const { assessment, catalog, texts, words, terminal, command } = input;
  const page = createPage(terminal);
  page.heading(words.t('terminal.explain.title'));
  page.text(words.t('terminal.explain.formula'));
  page.text(words.t('terminal.explain.values'));
  page.text(words.t('terminal.explain.weights', { ...catalog.weights.severity }));
  if (assessment.ownChecklists !== null) page.text(ownLine(assessment.ownChecklists, words));
  page.heading(words.t('terminal.explain.total'));
  page.text(keepsBack(input) ? words.t('report.tooManyUnknown') : sums(assessment.score, words));
  for (const list of assessment.checklists) {
    for (const section of list.sections) {
      const items = assessment.items.filter(
        (i) => i.checklist === list.id && i.section === section.id && i.low !== null,
      );
      if (items.length === 0) continue;
      page.heading(texts.checklists[list.id]?.sections[section.id] ?? section.id);
      if (!keepsBack(input)) page.text(sums(section.score, words), { paint: terminal.paint.dim });
      const label = Math.max(...items.map((i) => displayWidth(i.id))) + 2;
      for (const item of items) page.raw(`${padColumns(item.id, label)}${itemSum(item, words)}`);
    }
  }
  const example = assessment.gaps[0]?.item ?? assessment.items[0]?.id ?? '';
  page.gap();
  page.text(words.t('terminal.explain.itemHint', { command: command(example) }), {
    paint: terminal.paint.dim,
  });
  return page.toString();
}

/** One item: what is asked and why, where that comes from, what was answered, and what it weighs. */
export function explainItem(input: ExplainInput, definition: Item): string {
  const { assessment, words, terminal, texts } = input;
  const page = createPage(terminal);
  const item = assessment.items.find((i) => i.id === definition.id);
  itemTexts(page, definition, texts, words, terminal);
  if (item === undefined) return page.toString();
  page.gap();
  const row = (key: KeyBelow<'terminal.explain'>, text: string): void =>
    page.row(words.t(`terminal.explain.${key}`), text, LABEL);
  row('answer', answerLine(item, input));
  row('weight', weightLine(item, words));
  const gap = assessment.gaps.find((g) => g.item === item.id);
  if (gap !== undefined) gapRows(row, gap, item, input);
  practiceRow(page, definition, input.catalog, texts, words);
  return page.toString();
}

/** Columns of the labels of a page about one thing. */
export const LABEL = 18;

/** What another company did about the same thing. */
export function practiceRow(
  page: Page,
  item: Item,
  catalog: Catalog,
  texts: CatalogTexts,
  words: Words,
): void {
  const action = catalog.actions.find(({ id }) => id === item.action);
  const practice = practiceText(action?.practice ?? null, texts, words);
  if (practice !== null) page.row(words.t('terminal.explain.practice'), practice, LABEL);
}

/** The texts of an item that hold for every company; also what `catalog show` prints. */
export function itemTexts(
  page: Page,
  item: Item,
  texts: CatalogTexts,
  words: Words,
  terminal: Terminal,
): void {
  const prose = texts.items[item.id];
  if (prose === undefined) return;
  const row = (key: KeyBelow<'terminal.explain'>, text: string): void =>
    page.row(words.t(`terminal.explain.${key}`), text, LABEL);
  page.raw(`${terminal.paint.bold(prose.title)}  ${terminal.paint.dim(item.id)}`);
  page.gap();
  row('question', prose.question);
  row('yesMeans', prose.yesMeans);
  row('why', prose.why);
  row('example', prose.example);
  if (prose.caution !== null) row('caution', prose.caution);
  for (const [i, { doc, confidence }] of item.sources.entries()) {
    const { title, edition } = texts.sources[doc] ?? { title: doc, edition: '' };
    const locator = prose.locators[i] ?? '';
    const sure = words.t(`report.confidence.${confidence}`);
    row('source', words.t('terminal.explain.sourceLine', { title, edition, locator, sure }));
  }
  const name = (c: KeyBelow<'report.confidence'>): string => words.t(`report.confidence.${c}`);
  const { topic, wording, class: rank } = item.confidence;
  const shown = [topic, wording, rank].sort(byWeakness).at(-1) ?? 'inferred';
  row(
    'confidence',
    words.t('terminal.explain.confidenceLine', {
      topic: name(topic),
      wording: name(wording),
      class: name(rank),
      shown: name(shown),
    }),
  );
}

const WEAKNESS = ['official', 'secondary', 'inferred'];
const byWeakness = (a: string, b: string): number => WEAKNESS.indexOf(a) - WEAKNESS.indexOf(b);

/** Numbers are kept back here as everywhere while too much is unknown for them to mean anything. */
const keepsBack = ({ assessment, catalog }: ExplainInput): boolean =>
  isTooUnknown(assessment.score.coverage, catalog.weights);

function sums({ low, high, sumLow, sumHigh, weight }: Score, words: Words): string {
  if (low === null || high === null) return words.t('terminal.explain.empty');
  return words.t('terminal.explain.sums', { sumLow, sumHigh, weight, low: points(low), high: points(high) });
}

function itemSum(item: ItemResult, words: Words): string {
  const state = words.t(`report.state.${item.state}`);
  const sum = `${item.weight} × ${interval(item, words)}`;
  return `${sum}  ${item.inOverall ? state : noted(state, words.t('terminal.explain.notCounted'), words)}`;
}

const noted = (text: string, note: string, words: Words): string =>
  words.t('terminal.explain.noted', { text, note });
const interval = ({ low, high }: ItemResult, words: Words): string =>
  low === high ? `${low}` : words.t('terminal.explain.interval', { low, high });
const points = (value: number): string => String(Math.round(value * 100) / 100);

function answerLine(item: ItemResult, { texts, words, file }: ExplainInput): string {
  const state = words.t(`report.state.${item.state}`);
  const answer = item.reason === null ? state : noted(state, reasonLine(item.reason, texts, words), words);
  const place =
    item.location === null
      ? words.t('terminal.explain.noPlace')
      : words.t('terminal.explain.place', { file, line: item.location.line });
  return words.t('terminal.explain.answerLine', { answer, place });
}

function weightLine(item: ItemResult, words: Words): string {
  if (item.low === null || item.high === null) return words.t('terminal.explain.weightNone');
  const severity = words.t(`report.severity.${item.severity}`);
  const key = item.low === item.high ? 'weightOne' : 'weightLine';
  return words.t(`terminal.explain.${key}`, {
    severity,
    weight: item.weight,
    low: item.low,
    high: item.high,
  });
}

/** The route that makes a gap urgent. */
function mostExposed(item: ItemResult, { routes }: Assessment): RouteResult | null {
  const own = routes.filter((route) => item.routes.includes(route.id));
  return own.sort((a, b) => b.exposure - a.exposure)[0] ?? null;
}

function gapRows(
  row: (key: KeyBelow<'terminal.explain'>, text: string) => void,
  gap: Gap,
  item: ItemResult,
  input: ExplainInput,
): void {
  const { assessment, catalog, texts, words } = input;
  const key = gap.conditional ? 'pointsHalf' : 'pointsLine';
  const args = {
    weight: item.weight,
    low: item.low,
    urgency: gap.urgency,
    share: catalog.weights.unknownShare,
    points: gap.points,
  };
  row('points', words.t(`terminal.explain.${key}`, args));
  const route = mostExposed(item, assessment);
  if (route !== null && gap.urgency > 1) {
    const name = texts.routes[route.id] ?? route.id;
    row(
      'route',
      words.t('terminal.explain.routeLine', { route: name, exposure: route.exposure, urgency: gap.urgency }),
    );
  }
  const step = assessment.plan.waves
    .flatMap((w) => w.tasks)
    .find((t) => t.kind === 'action' && t.action === gap.action);
  const title = texts.actions[gap.action]?.title ?? gap.action;
  row('action', step === undefined ? title : taskSentence(step, assessment.plan, texts, words));
  const { score } = assessment;
  const yes = ifYes(score, item);
  if (keepsBack(input) || yes === null || score.low === null || score.high === null) return;
  const [low, high] = [wholePoints(yes.low), wholePoints(yes.high)];
  const [nowLow, nowHigh] = [wholePoints(score.low), wholePoints(score.high)];
  row('ifYes', words.t('terminal.explain.ifYesLine', { low, high, nowLow, nowHigh }));
}
