import { wrapPhrases } from '../../words/width.ts';
import { clientName, reasonText } from '../tables/client-sentences.ts';
import { clientsAt } from '../tables/clients.ts';
import type { ResultsInput, Standings } from '../tables/standings.ts';
import { reasonsOf } from '../tables/visits.ts';
import { FILES } from '../written/output.ts';
import { SHOWN, type Voice } from './voice.ts';

/** Whom to visit first and why; the whole order stands in summary.csv. */
export function tellVisits(
  { result }: Voice,
  { catalog, texts, words, header }: ResultsInput,
  { queue, index }: Standings,
  columns: number | null,
): void {
  if (queue.length === 0) return;
  result(`\n${words.t('cli.batch.visits')}`);
  const first = clientsAt(index, [...queue.subarray(0, SHOWN)], catalog);
  first.forEach((client, i) => {
    const reason = reasonText(reasonsOf(client, catalog, header.asOf), { catalog, texts, words });
    const line = words.t('cli.batch.visit', { turn: i + 1, client: clientName(client, words), reason });
    result(onScreen(line, columns));
  });
  const rest = queue.length - first.length;
  if (rest > 0) result(words.t('cli.batch.visitsMore', { n: rest, file: FILES.summary }));
}

/** A numbered line wrapped for people below its number; for other programs it stays one line. */
function onScreen(line: string, columns: number | null): string {
  if (columns === null) return line;
  const hang = '   ';
  const room = Math.max(24, Math.min(80, columns)) - hang.length;
  return wrapPhrases(line, room)
    .map((part, i) => (i === 0 ? part : hang + part))
    .join('\n');
}
