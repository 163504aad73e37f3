import type { Answer, AnswerValue, Evidence } from '../model/answers.ts';
import type { Fact } from '../model/catalog.ts';
import type { Outcome } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { changeAll, type TextChange } from '../text/yaml/edit.ts';
import { parseYaml } from '../text/yaml/parse.ts';
import type { EditValue, Path } from '../text/yaml/render.ts';
import { nodeAt, type YamlNode } from '../text/yaml/tree.ts';
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
  return changeAll(text, answerChanges(parsed.value, item, answer, style ?? answerLanguage(parsed.value)));
}

/** The same as changes of the file with the tree `root`. */
export function answerChanges(
  root: YamlNode,
  item: string,
  answer: AnswerEdit,
  lang: Lang,
): readonly TextChange[] {
  const before = nodeAt(root, ['answers', item]);
  const word = writtenAnswer(answer.value, lang);
  const details = detailsOf(answer, lang);
  if (before?.kind !== 'map') {
    const given = Object.entries(details).filter(([, value]) => value !== null);
    const written = given.length === 0 ? word : { answer: word, ...Object.fromEntries(given) };
    return [{ path: ['answers', item], change: { kind: 'set', value: written }, prepared: true }];
  }
  const parts = { answer: word, ...(isStaleReason(before, answer) ? { ...details, reason: null } : details) };
  return Object.entries(parts).map(([key, value]) => changeAt(['answers', item, key], value));
}

type Details = Readonly<Record<string, EditValue>>;

/** `null` takes out what stands there. */
const changeAt = (path: Path, value: EditValue): TextChange => ({
  path,
  change: value === null ? { kind: 'remove' } : { kind: 'set', value },
  prepared: false,
});

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

type Place = Pick<Fact, 'id' | 'kind' | 'place'>;

/** `text` with a fact about the company set: value ids, `['unknown']`, or the digits of a number. */
export function setFact(text: string, fact: Place, values: readonly string[]): Outcome<string> {
  return changeAll(text, factChanges(fact, values));
}

/** The same as changes of a file. */
export function factChanges({ id, kind, place }: Place, values: readonly string[]): readonly TextChange[] {
  const path = [place, id];
  const [first] = values;
  if (values.includes('unknown')) return [changeAt(path, 'unknown')];
  if (kind === 'choices') return [changeAt(path, values)];
  if (first === undefined) return [changeAt(path, null)];
  return [changeAt(path, kind === 'number' && /^\d+$/.test(first) ? Number(first) : first)];
}

/** The language of the answer words a file uses so far; the first one decides. */
export function answerLanguage(root: YamlNode): Lang {
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
