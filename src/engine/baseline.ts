import { assess } from '../core/assess.ts';
import { kindOfText } from '../files/find/answer-kind.ts';
import type { Baseline } from '../gate/regression/baseline.ts';
import { baselineFromJson } from '../gate/regression/read-baseline.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Outcome } from '../model/finding.ts';
import { decodeText } from '../text/decode.ts';
import { baselineOf, type Looking } from './assess.ts';
import { type OpenedAnswers, openDecoded, readAgain } from './open.ts';

/**
 * An earlier version of a file: an answer file, or a saved `score --format json`, which also remembers the lists of its
 * time. `shipped`: what own checklists took out of these is missed; `null` = nobody knows those of then.
 */
export function readBaseline(
  bytes: Uint8Array,
  looking: Looking & { readonly shipped: Catalog | null },
): Outcome<Baseline> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const saved = savedResult(decoded.value.text);
  if (saved !== null) return { ok: true, value: saved, findings: [] };
  const opened = openDecoded(decoded.value, decoded.findings, looking.catalog);
  if (!opened.ok) return opened;
  const baseline = baselineOf(opened.value.answers, looking);
  const gone = looking.shipped === null ? [] : takenOut(opened.value, looking, looking.shipped);
  return { ok: true, value: { ...baseline, items: [...baseline.items, ...gone] }, findings: [] };
}

/** An answer file written as JSON stays one, whatever keys of a result somebody put beside the answers before. */
const savedResult = (text: string): Baseline | null =>
  text.trimStart().startsWith('{') && kindOfText(text) !== 'answers' ? baselineFromJson(text) : null;

/** What the file answered of the shipped lists and the own checklists of today ask no more: a way to lose a gap. */
function takenOut(opened: OpenedAnswers, { catalog, today }: Looking, shipped: Catalog): Baseline['items'] {
  const asked = new Set(catalog.items.map(({ id }) => id));
  if (shipped.items.every(({ id }) => asked.has(id))) return [];
  const read = readAgain(opened, shipped);
  if (!read.ok) return [];
  const { items } = assess({ catalog: shipped, answers: read.value.answers, today, version: '' });
  return items.filter(({ id, state }) => !asked.has(id) && state !== 'unanswered');
}
