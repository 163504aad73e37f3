import type { KeyBelow } from '../../words/messages.ts';
import { clientName } from '../tables/client-sentences.ts';
import { clientsAt } from '../tables/clients.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import type { Finished } from '../written/finish.ts';
import { FILES } from '../written/output.ts';
import { tellVisits } from './visits.ts';
import { type Readers, SHOWN, type Voice } from './voice.ts';

/** What a finished run has to say beside its results, and where they are said to be. */
export interface OutcomeInput extends Finished {
  /** Rows taken from the cache. */
  readonly reused: number;
  /** Whether nobody may be named: a log is read by others. */
  readonly discreet: boolean;
  /** The cache, the reports and the output as a person finds them. */
  readonly places: { readonly cache: string; readonly reports: string; readonly out: string };
}

type Say = (key: KeyBelow<'cli.batch'>, args?: Readonly<Record<string, unknown>>) => void;

/** What was counted and what was not, whom to visit first, what was written. */
export function tellOutcome(voice: Voice, input: OutcomeInput, { columns }: Pick<Readers, 'columns'>): void {
  const { results, standings, places, discreet } = input;
  const { totals, files } = standings;
  const { t } = results.words;
  const say: Say = (key, args = {}) => voice.aside(t(`cli.batch.${key}`, args));
  tellUncounted(input, say);
  if (totals.underMin > 0) {
    say('underMin', { n: totals.underMin, min: results.min });
    tellUnshown(results, standings, discreet, say);
  }
  const found = files.read + files.failed + files.leftOut;
  voice.result(t('cli.batch.clients', { clients: totals.clients, read: files.read, found }));
  if (results.anonymous) say('anonymous');
  else if (discreet) say('visitsUnnamed', { file: FILES.summary });
  else tellVisits(voice, results, standings, columns);
  say('written', { folder: places.out, files: input.written });
  if (!results.anonymous) say('confidential');
}

/** What is no part of the sums, what was not assessed anew, and who is gone. */
function tellUncounted(
  { results: { anonymous }, standings, reused, removed, places }: OutcomeInput,
  say: Say,
): void {
  const { files, gone } = standings;
  const { uncounted, doubts, byName } = files;
  if (files.leftOut > 0 && !anonymous) say('leftOut', { n: files.leftOut, file: FILES.errors });
  if (uncounted.older > 0) say('older', { n: uncounted.older });
  if (uncounted['same-day'] > 0) say('aside', { n: uncounted['same-day'] });
  if (uncounted.copy > 0) say('copies', { n: uncounted.copy });
  if (byName > 0) say('byName', { n: byName });
  const listed = anonymous ? 'Unnamed' : '';
  if (doubts['number-shared'] > 0) say(`shared${listed}`, { n: doubts['number-shared'], file: FILES.errors });
  if (doubts['identity-unclear'] > 0)
    say(`unclear${listed}`, { n: doubts['identity-unclear'], file: FILES.errors });
  if (reused > 0) say('reused', { n: reused, cache: places.cache });
  if (removed > 0) say('removed', { n: removed, folder: places.reports });
  if (gone.length > 0 && !anonymous) say('gone', { n: gone.length, file: FILES.json });
}

/** Who counts as below the bar though no points of theirs are shown anywhere: by name, or nobody could find them. */
function tellUnshown(
  { catalog, words }: ResultsInput,
  { unshown, index }: Standings,
  discreet: boolean,
  say: Say,
): void {
  const n = unshown.length();
  if (n === 0) return;
  if (discreet) {
    say('underMinUnknownCount', { n });
    return;
  }
  const rows = Array.from({ length: Math.min(n, SHOWN) }, (_, i) => unshown.at(i));
  const clients = clientsAt(index, rows, catalog).map((client) => clientName(client, words));
  say('underMinUnknown', { n, clients });
  if (n > SHOWN) say('underMinUnknownMore', { n: n - SHOWN, file: FILES.json });
}
