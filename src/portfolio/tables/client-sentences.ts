import { wholePoints } from '../../core/score/score.ts';
import { pathKey } from '../../files/find/path-pairs.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';
import { isTooUnknown } from '../../report/headline.ts';
import { legalTaskTitle } from '../../report/legal.ts';
import { showDate } from '../../words/dates.ts';
import { joinSentences, type Words } from '../../words/messages.ts';
import { visibleLine } from '../../words/visible.ts';
import type { ChangeFacts } from '../rows/change.ts';
import type { LegalDate } from '../rows/row.ts';
import type { Client } from './clients.ts';
import type { Reason } from './visits.ts';

/** What the portfolio says of a client, in sentences. */
export interface PhraseInput {
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
}

/** Why a client is visited at its turn: each reason a sentence. */
export function reasonText(reasons: readonly Reason[], input: PhraseInput): string {
  return joinSentences(
    reasons.map((reason) => oneReason(reason, input)),
    input.words.lang,
  );
}

function oneReason(reason: Reason, { texts, words }: PhraseInput): string {
  const { t } = words;
  switch (reason.code) {
    case 'legal':
      return joinSentences(
        [
          t('portfolio.reason.legal', {
            task: legalTaskTitle({ id: reason.task }, texts),
            when: legalDay(reason, words),
          }),
          ...(reason.n > 1 ? [t('portfolio.reason.legalMore', { n: reason.n - 1 })] : []),
        ],
        words.lang,
      );
    case 'critical': {
      const items = reason.items.map((id) => quoted(texts.items[id]?.title ?? id, words));
      const rest = reason.n - items.length;
      return t(`portfolio.reason.${rest > 0 ? 'criticalMore' : 'critical'}`, { items, rest });
    }
    case 'unknown':
      return t('portfolio.reason.unknown', { n: reason.n, asked: reason.asked });
    case 'old':
      return t('portfolio.reason.old', { date: showDate(reason.date, words.lang) });
    case 'expired':
      return t('portfolio.reason.expired', { until: showDate(reason.until, words.lang) });
    case 'steady':
      return t('portfolio.reason.steady');
  }
}

/** By when, or that it is late: a day of ours that passed is not given again as today. */
export function legalDay({ due, late, passed }: LegalDate, { t, lang }: Words): string {
  if (passed !== null) return t('portfolio.legal.passed', { date: showDate(passed, lang) });
  return late ? t('portfolio.legal.late') : t('portfolio.legal.due', { date: showDate(due, lang) });
}

const quoted = (title: string, { t }: Words): string => t('portfolio.quoted', { title });

interface Named extends Pick<Client, 'name' | 'path'> {
  readonly sites: readonly { readonly site: string | null }[];
}

/** The name of a client where it has one, else of its file; sites behind it. */
export function clientName({ name, path, sites }: Named, words: Words): string {
  const company = visibleLine(name ?? path);
  const [only] = sites;
  if (sites.length > 1) return words.t('portfolio.client.sites', { company, n: sites.length });
  return only?.site === null || only === undefined
    ? company
    : words.t('portfolio.client.site', { company, site: only.site });
}

/** Both ends of the range in whole points, or `null` where too much is unknown for people to be shown a number. */
export function shownRange(
  { score }: Pick<Client, 'score'>,
  { weights }: Catalog,
): { readonly low: number; readonly high: number } | null {
  const { low, high, coverage } = score;
  if (low === null || high === null || isTooUnknown(coverage, weights)) return null;
  return { low: wholePoints(low), high: wholePoints(high) };
}

/** A class of companies by number of people: 「6〜20人」, 「301人以上」. */
export function sizeLabel(upTo: number | null, below: number, { t }: Words): string {
  return upTo === null
    ? t('portfolio.size.above', { from: below + 1 })
    : t('portfolio.size.between', { from: below + 1, to: upTo });
}

const NAMED = 2;

/** What changed for a client since the round before, and why, in sentences; each site of several by its name. */
export function changeText({ sites }: Pick<Client, 'sites'>, input: PhraseInput): string {
  const { t, lang } = input.words;
  return sites
    .map(({ path, site, compared, change }) => {
      const told = change === null ? t('portfolio.change.new') : oneChange(change, input);
      // A file of another name was found by whose it is: which one is said.
      const moved = change !== null && compared !== null && pathKey(compared) !== pathKey(path);
      const text = moved
        ? joinSentences([told, t('portfolio.change.compared', { path: compared })], lang)
        : told;
      return sites.length === 1 ? text : t('portfolio.change.site', { site: site ?? '', text });
    })
    .join(lang === 'ja' ? '' : ' ');
}

function oneChange(change: ChangeFacts, { catalog, texts, words }: PhraseInput): string {
  const { t, lang } = words;
  const titles = (key: 'closed' | 'opened', indices: readonly number[]): readonly string[] => {
    if (indices.length === 0) return [];
    const items = indices.slice(0, NAMED).map((index) => {
      const id = catalog.items[index]?.id ?? '';
      return quoted(texts.items[id]?.title ?? id, words);
    });
    const rest = indices.length - items.length;
    return [t(`portfolio.change.${key}${rest > 0 ? 'More' : ''}`, { items, rest })];
  };
  // Answers are what people changed: only other causes need a word of their own.
  const others = change.causes
    .filter(({ cause, effect }) => cause !== 'answers' && effect !== null)
    .map(({ cause, effect }) =>
      t(`portfolio.change.cause.${cause}`, {
        low: signed(effect?.low ?? 0),
        high: signed(effect?.high ?? 0),
      }),
    );
  const { points, closed, opened, left, causes } = change;
  if ([closed, opened, left, causes].every((list) => list.length === 0)) return t('portfolio.change.same');
  return joinSentences(
    [
      points === null
        ? t('portfolio.change.noPoints')
        : t('portfolio.change.points', { low: signed(points.low), high: signed(points.high) }),
      ...others,
      ...titles('closed', change.closed),
      ...titles('opened', change.opened),
      ...(change.left.length === 0 ? [] : [t('portfolio.change.left', { n: change.left.length })]),
    ],
    lang,
  );
}

/** A change in whole points with its sign; 0 has none. */
function signed(points: number): string {
  const whole = Math.sign(points) * wholePoints(Math.abs(points));
  return whole === 0 ? '±0' : whole > 0 ? `+${whole}` : `−${-whole}`;
}
