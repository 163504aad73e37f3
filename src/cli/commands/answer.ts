import { setAnswer, setFact } from '../../answers/edit.ts';
import { ANSWER_WORDS, answerValueOf, factWords, foldWord } from '../../answers/words.ts';
import type { Fact } from '../../model/catalog.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';
import { readAnswerFile } from '../answer-file.ts';
import { type Context, printFindings, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { saveText } from '../open-answers.ts';

/** `wazamori answer FILE ITEM=はい …`: all of the answers or, where one is wrong, none. Facts of the profile too. */
export async function answer(ctx: Context, name: string, assignments: readonly string[]): Promise<ExitCode> {
  const read = readAnswerFile(ctx.io.cwd, name, ctx.catalog);
  if (!read.ok) return refuse(ctx, read.findings, name);
  const edits = assignments.map((assignment) => editOf(assignment, ctx));
  const wrong = edits.filter((edit): edit is Finding => typeof edit !== 'function');
  if (wrong.length > 0) return refuse(ctx, wrong, null);
  const before = read.value.decoded.text;
  let text = before;
  for (const edit of edits) {
    if (typeof edit !== 'function') continue;
    const edited = edit(text);
    if (!edited.ok) return refuse(ctx, edited.findings, name);
    text = edited.value;
  }
  const saved = saveText(ctx, read.value, text);
  if (!saved.ok) return refuse(ctx, saved.findings, name);
  printFindings(ctx, saved.findings, name);
  ctx.io.err(
    `${ctx.words.t(text === before ? 'cli.answer.same' : 'cli.answer.done', { n: edits.length, file: name })}\n`,
  );
  return EXIT.fine;
}

type TextEdit = (text: string) => Outcome<string>;

/** `NAME=word` or `NAME=word:reason` (full-width signs too); a reason is what 当てはまらない needs. */
function editOf(assignment: string, ctx: Context): TextEdit | Finding {
  const [, given = '', word = '', why = ''] =
    /^([^=＝]+)[=＝]([^:：]*)(?:[:：](.*))?$/s.exec(assignment) ?? [];
  const id = given.trim();
  if (id === '') {
    return { severity: 'error', code: 'usage-wrong-assignment', args: { given: assignment }, location: null };
  }
  const fact = ctx.catalog.facts.find((f) => f.id === id);
  if (fact !== undefined) return factEdit(fact, word);
  const known = ctx.catalog.items.map((item) => item.id);
  if (!known.includes(id)) {
    const args = { item: id, nearest: nearest(id, [...known, ...ctx.catalog.facts.map((f) => f.id)]) };
    return { severity: 'error', code: 'usage-unknown-item', args, location: null };
  }
  const value = answerValueOf(word);
  if (value === null) return wrongWord(word, ANSWER_WORDS);
  const reason = why.trim();
  return (text) => setAnswer(text, id, { value, ...(reason === '' ? {} : { reason }) });
}

function factEdit(fact: Fact, word: string): TextEdit | Finding {
  if (fact.kind === 'number') {
    const digits = foldWord(word);
    if (/^\d+$/.test(digits)) return (text) => setFact(text, fact, [digits]);
    return { severity: 'error', code: 'wrong-number', args: { given: word, min: 0 }, location: null };
  }
  const words = factWords(fact);
  const parts = word.split(/[,、，]/);
  const values = parts.map((part) => words.meaning.get(foldWord(part)));
  const wrong = parts.find((_, i) => values[i] === undefined);
  if (wrong !== undefined) return wrongWord(wrong, words);
  const known = values.filter((value) => value !== undefined);
  return (text) => setFact(text, fact, fact.kind === 'choices' ? known : known.slice(0, 1));
}

function wrongWord(
  given: string,
  words: { readonly offered: readonly string[]; readonly spellings: readonly string[] },
): Finding {
  const args = { given, allowed: words.offered, nearest: nearest(given, words.spellings) };
  return { severity: 'error', code: 'wrong-word', args, location: null };
}
