import type { Catalog, Fact } from '../model/catalog.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import type { Lang } from '../model/text.ts';
import { clip } from '../text/fullwidth.ts';
import { isTooLong, LONGEST_TEXT } from '../text/longest.ts';
import { nearest } from '../text/nearest.ts';
import { readCount } from '../text/readers/counts.ts';
import { wrongCount } from '../text/readers/findings.ts';
import { changeAll, type TextChange } from '../text/yaml/edit.ts';
import { parseYaml } from '../text/yaml/parse.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import { answerChanges, answerLanguage, factChanges } from './edit.ts';
import {
  ANSWER_WORDS,
  answerValueOf,
  factWords,
  foldWord,
  isUnknownWord,
  perhaps,
  STATUS_WORDS,
  type WordTable,
} from './words.ts';

/** What may be named: the questions, the facts, the actions. */
interface Asked {
  readonly catalog: Pick<Catalog, 'items' | 'facts' | 'actions'>;
}

/** What an assignment changes in the file it is made in. */
type FileEdit = (root: YamlNode, lang: Lang) => readonly TextChange[];

/**
 * The text of an answer file with `NAME=word` assignments made: answers to questions, facts about the company, the
 * state of an action (`todo`, `doing`, `done`). All of them or, where one is wrong or one name is given twice, none.
 */
export function assign(asked: Asked, text: string, assignments: readonly string[]): Outcome<string> {
  const edits = assignments.map((assignment) => editOf(assignment, asked));
  const wrong = [
    ...edits.filter((edit): edit is Finding => typeof edit !== 'function'),
    ...repeated(assignments),
  ];
  if (wrong.length > 0) return { ok: false, findings: wrong };
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const lang = answerLanguage(parsed.value);
  return changeAll(
    text,
    edits.flatMap((edit) => (typeof edit === 'function' ? edit(parsed.value, lang) : [])),
  );
}

const ASSIGNMENT = /^([^=＝]+)[=＝]([^:：]*)(?:[:：](.*))?$/s;

/** The name an assignment is about; empty where it is none. */
export const assignedName = (assignment: string): string => ASSIGNMENT.exec(assignment)?.[1]?.trim() ?? '';

/** Of two words for one name the last would win unseen. */
function repeated(assignments: readonly string[]): readonly Finding[] {
  const times = new Map<string, number>();
  for (const name of assignments.map(assignedName)) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .filter(([name, count]) => name !== '' && count > 1)
    .map(([name, count]) => {
      const args = { name, times: count };
      return { severity: 'error', code: 'usage-assigned-twice', args, location: null };
    });
}

/** `NAME=word` or `NAME=word:text` (full-width signs too): the reason 当てはまらない needs, the note of any other answer. */
function editOf(assignment: string, asked: Asked): FileEdit | Finding {
  const [, , word = '', behind = ''] = ASSIGNMENT.exec(assignment) ?? [];
  const id = assignedName(assignment);
  const text = behind.trim();
  if (isTooLong(assignment)) {
    const args = { given: clip(assignment), limit: LONGEST_TEXT };
    return { severity: 'error', code: 'usage-too-long', args, location: null };
  }
  if (id === '') {
    return { severity: 'error', code: 'usage-wrong-assignment', args: { given: assignment }, location: null };
  }
  const { items, facts, actions } = asked.catalog;
  const fact = facts.find((f) => f.id === id);
  const isAction = actions.some((action) => action.id === id);
  if ((fact !== undefined || isAction) && text !== '') {
    return { severity: 'error', code: 'usage-stray-text', args: { name: id, text }, location: null };
  }
  if (fact !== undefined) return factEdit(fact, word);
  if (isAction) return statusEdit(id, word);
  if (!items.some((item) => item.id === id)) return unknownName(id, asked);
  const value = answerValueOf(word);
  if (value === null) return wrongWord(word, ANSWER_WORDS);
  const said = text === '' ? {} : { [value === 'notApplicable' ? 'reason' : 'note']: text };
  return (root, lang) => answerChanges(root, id, { value, ...said }, lang);
}

function unknownName(id: string, { catalog }: Asked): Finding {
  const known = [...catalog.items, ...catalog.facts, ...catalog.actions].map((named) => named.id);
  const args = { item: id, nearest: nearest(id, known) };
  return { severity: 'error', code: 'usage-unknown-item', args, location: null };
}

function statusEdit(action: string, word: string): FileEdit | Finding {
  const status = STATUS_WORDS.meaning.get(foldWord(word));
  if (status === undefined) return wrongWord(word, STATUS_WORDS);
  const path = ['plan', 'actions', action, 'status'];
  return () => [{ path, change: { kind: 'set', value: status }, prepared: false }];
}

function factEdit(fact: Fact, word: string): FileEdit | Finding {
  if (fact.kind === 'number') {
    if (isUnknownWord(word)) return () => factChanges(fact, ['unknown']);
    const number = readCount(word, fact.place === 'company' ? 'people' : 'things');
    return number.ok ? () => factChanges(fact, [String(number.value)]) : wrongCount(word, number);
  }
  // 「いいえ」 to a wish: nothing is wanted, and that was said.
  if (fact.place === 'assessment' && answerValueOf(word) === 'no') return () => factChanges(fact, []);
  const words = factWords(fact);
  const parts = word.split(/[,、，]/);
  const values = parts.map((part) => words.meaning.get(foldWord(part)));
  const wrong = parts.find((_, i) => values[i] === undefined);
  if (wrong !== undefined) return wrongWord(wrong, words);
  const known = values.filter((value) => value !== undefined);
  return () => factChanges(fact, fact.kind === 'choices' ? known : known.slice(0, 1));
}

function wrongWord<T>(given: string, words: WordTable<T>): Finding {
  const args = { given, allowed: words.offered, nearest: perhaps(given, words) };
  return { severity: 'error', code: 'wrong-word', args, location: null };
}
