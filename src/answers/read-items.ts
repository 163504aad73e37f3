import type { Answer, Evidence } from '../model/answers.ts';
import { clip } from '../text/fullwidth.ts';
import { locate } from '../text/positions.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import {
  isAbsent,
  missing,
  nearestKnown,
  placeOf,
  type Reading,
  readDate,
  readEntries,
  readFields,
  readList,
  readReason,
  readText,
  readWord,
} from './fields.ts';
import { ANSWER_WORDS, BASIS_WORDS } from './words.ts';

export const ANSWER_KEYS = ['answer', 'reason', 'note', 'basis', 'evidence', 'by', 'on'] as const;
const EVIDENCE_KEYS = ['what', 'where', 'file', 'sha256', 'seen'] as const;

/** Answers by item id. An id the checklists do not know is kept, with a warning, and its value is still checked. */
export function readItemAnswers(
  reading: Reading,
  node: YamlNode | undefined,
  items: ReadonlySet<string>,
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [id, entry] of readEntries(reading, node)) {
    if (!items.has(id)) {
      const args = { item: clip(id), nearest: nearestKnown(reading, id, items) };
      const location = locate(reading.lines, entry.keyRange.start);
      reading.findings.push({ severity: 'warning', code: 'unknown-item', args, location });
    }
    const answer = readAnswer(reading, id, entry.value);
    if (answer) answers.set(id, answer);
  }
  return answers;
}

/** Short `はい` or long `{answer: はい, …}`; nothing behind the colon is not answered yet. */
function readAnswer(reading: Reading, id: string, node: YamlNode): Answer | null {
  if (node.kind !== 'map') {
    const value = readWord(reading, node, ANSWER_WORDS);
    if (value === null) return null;
    const location = placeOf(reading, node);
    return { value, reason: null, note: null, basis: null, evidence: [], by: null, on: null, location };
  }
  const place = `answers.${clip(id)}`;
  const fields = readFields(reading, node, ANSWER_KEYS, place);
  const at = (key: (typeof ANSWER_KEYS)[number]) => fields.get(key)?.value;
  const answerNode = at('answer');
  const value = readWord(reading, answerNode, ANSWER_WORDS);
  if (isAbsent(answerNode) || (answerNode?.kind === 'scalar' && answerNode.text.trim() === ''))
    missing(reading, 'answer', place, node);
  const reason = readReason(reading, at('reason'));
  const note = readText(reading, at('note'));
  const basis = readWord(reading, at('basis'), BASIS_WORDS);
  const evidence = readEvidence(reading, at('evidence'), place);
  const by = readText(reading, at('by'));
  const on = readDate(reading, at('on'));
  const location = placeOf(reading, answerNode ?? node);
  return value === null ? null : { value, reason, note, basis, evidence, by, on, location };
}

function readEvidence(reading: Reading, node: YamlNode | undefined, place: string): readonly Evidence[] {
  return readList(reading, node).map((entry) => {
    const fields = readFields(reading, entry, EVIDENCE_KEYS, `${place}.evidence`);
    const text = (key: 'what' | 'where' | 'file' | 'sha256') => readText(reading, fields.get(key)?.value);
    return {
      what: text('what'),
      where: text('where'),
      file: text('file'),
      sha256: text('sha256'),
      seen: readDate(reading, fields.get('seen')?.value),
    };
  });
}
