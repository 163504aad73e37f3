import type { Answer, AnswerValue, Evidence } from '../model/answers.ts';
import type { Fact } from '../model/catalog.ts';
import type { Outcome } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { parseYaml } from '../text/yaml.ts';
import { removeValue, setPrepared, setValue } from '../text/yaml-edit.ts';
import type { EditValue } from '../text/yaml-render.ts';
import { nodeAt, type YamlNode } from '../text/yaml-tree.ts';
import { answerValueOf, foldWord, writtenAnswer, writtenBasis } from './words.ts';

/** What becomes of an answer: a detail left out stays as it is, `null` removes it. */
export type AnswerEdit = { readonly value: AnswerValue } & Partial<
  Pick<Answer, 'reason' | 'note' | 'basis' | 'evidence' | 'by' | 'on'>
>;

/**
 * `text` with the answer to `item` set. A short answer stays short until it needs more; of a long one only the keys
 * that change are touched. A reason that spoke for 当てはまらない goes when the answer does. Words are Japanese unless the
 * file uses English ones (or `style` says so).
 */
export function setAnswer(text: string, item: string, answer: AnswerEdit, style?: Lang): Outcome<string> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const lang = style ?? answerLanguage(parsed.value);
  const before = nodeAt(parsed.value, ['answers', item]);
  const word = writtenAnswer(answer.value, lang);
  const details = detailsOf(answer, lang);
  if (before?.kind === 'map') return setLongAnswer(text, item, word, details, isStaleReason(before, answer));
  const given = Object.entries(details).filter(([, value]) => value !== null);
  const written = given.length === 0 ? word : { answer: word, ...Object.fromEntries(given) };
  return setPrepared(text, ['answers', item], written);
}

type Details = Readonly<Record<string, EditValue>>;

function setLongAnswer(
  text: string,
  item: string,
  word: string,
  details: Details,
  staleReason: boolean,
): Outcome<string> {
  let result = setValue(text, ['answers', item, 'answer'], word);
  for (const [key, value] of Object.entries(staleReason ? { ...details, reason: null } : details)) {
    if (!result.ok) return result;
    const path = ['answers', item, key];
    result = value === null ? removeValue(result.value, path) : setValue(result.value, path, value);
  }
  return result;
}

function detailsOf(answer: AnswerEdit, lang: Lang): Details {
  const { reason, note, basis, evidence, by, on } = answer;
  const details: readonly (readonly [string, EditValue | undefined])[] = [
    ['reason', reason],
    ['note', note],
    ['basis', basis === undefined || basis === null ? basis : writtenBasis(basis, lang)],
    ['evidence', evidence === undefined || evidence.length > 0 ? evidence?.map(evidenceEntry) : null],
    ['by', by],
    ['on', on],
  ];
  return Object.fromEntries(details.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function evidenceEntry({ what, where, file, sha256, seen }: Evidence): EditValue {
  const given = Object.entries({ what, where, file, sha256, seen }).filter(([, value]) => value !== null);
  return Object.fromEntries(given);
}

function isStaleReason(before: YamlNode, answer: AnswerEdit): boolean {
  if (answer.reason !== undefined || answer.value === 'notApplicable') return false;
  const word = nodeAt(before, ['answer']);
  return word?.kind === 'scalar' && answerValueOf(word.text) === 'notApplicable';
}

/** `text` with a fact about the company set: value ids, `['unknown']`, or the digits of a number. */
export function setFact(
  text: string,
  fact: Pick<Fact, 'id' | 'kind' | 'place'>,
  values: readonly string[],
): Outcome<string> {
  const path = [fact.place, fact.id];
  const [first] = values;
  if (values.includes('unknown')) return setValue(text, path, 'unknown');
  if (fact.kind === 'choices') return setValue(text, path, values);
  if (first === undefined) return removeValue(text, path);
  return setValue(text, path, fact.kind === 'number' && /^\d+$/.test(first) ? Number(first) : first);
}

/** The language of the answer words a file uses so far; the first one decides. */
function answerLanguage(root: YamlNode): Lang {
  const answers = nodeAt(root, ['answers']);
  if (answers?.kind !== 'map') return 'ja';
  for (const { value } of answers.entries) {
    const word = value.kind === 'map' ? nodeAt(value, ['answer']) : value;
    if (word?.kind !== 'scalar' || answerValueOf(word.text) === null) continue;
    if (/^[a-z/]+$/.test(foldWord(word.text))) return 'en';
    if (/[\p{Script=Hiragana}\p{Script=Han}]/u.test(word.text)) return 'ja';
  }
  return 'ja';
}
