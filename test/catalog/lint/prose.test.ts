import { describe, expect, test } from 'vitest';
import { lintCatalog } from '../../../src/catalog/lint.ts';
import type { CatalogFinding } from '../../../src/model/catalog-finding.ts';
import { sampleWith } from '../sample.ts';

const PEOPLE = 'guidance/people.yaml';

/** A text of the sample that any sentence may take the place of. */
const WHY = 'ja: 約束があると止めやすくなります, en: A promise';
const QUESTION = 'ja: 働く人全員と、秘密を守る約束を書面で交わしていますか';

const PROSE = `prose:
  maxSentence: 30
  maxKanjiRun: 6
  kanjiTerms: [技術情報管理認証]
  weak: [{found: かもしれ, better: ことがあります}]
  redundant: [{found: まず最初に, better: まず}]
  jargon: [{found: NDA, better: 秘密保持の契約}]
  allowed: [漏れたかもしれない]
allowedPhrases:`;

const rulesGiven = ['lint.yaml', 'allowedPhrases:', PROSE] as const;

/** The lint of the sample with one sentence in it, and where that sentence stands. */
function lintOf(sentence: string, at = WHY) {
  const to = at.replace(/ja: [^,]*/, () => `ja: ▼"${sentence}"`);
  const { files, file, location } = sampleWith([rulesGiven, [PEOPLE, at, to]]);
  return { found: lintCatalog(files), file, location };
}

type Case = readonly [
  rule: string,
  sentence: string,
  severity: CatalogFinding['severity'],
  code: CatalogFinding['code'],
  args: object,
];

// biome-ignore format: a table is read by its lines
const CASES: readonly Case[] = [
  ['a long sentence', '図面を渡す時は相手と日付と戻す日を台帳に書いて工場長が見ます。', 'warning', 'sentence-too-long', { length: 31, limit: 30 }],
  ['a long sentence that quotes one', '工場長は「図面は私が棚にしまう。」と朝礼の時にみんなに話します。', 'warning', 'sentence-too-long', { length: 32, limit: 30 }],
  ['a chain of の', '工場の図面の棚の鍵を閉めます。', 'warning', 'particle-repeated', { found: '工場の図面の棚の' }],
  ['を twice', '届いた例を名前を伏せて話します。', 'warning', 'particle-repeated', { found: 'を名前を' }],
  ['が twice', '工場長が図面が要ると言います。', 'warning', 'particle-repeated', { found: 'が図面が' }],
  ['に twice', '社員に現地の弁護士に聞くよう頼みます。', 'warning', 'particle-repeated', { found: 'に現地の弁護士に' }],
  ['で twice', '倉庫で金庫で図面を守ります。', 'warning', 'particle-repeated', { found: 'で金庫で' }],
  ['two styles', '図面を金庫にしまった。鍵は工場長が持ちます。', 'error', 'style-mixed', { found: '図面を金庫にしまった' }],
  ['である among です', '約束は守りである。毎年見直します。', 'error', 'style-mixed', { found: '約束は守りである' }],
  ['half-width katakana', '金型のﾃﾞｰﾀを守ります', 'error', 'width-wrong', { found: 'ﾃﾞｰﾀ' }],
  ['full-width letters', 'ＮＡＳを棚にしまいます', 'error', 'width-wrong', { found: 'ＮＡＳ' }],
  ['full-width digits', '年に２回見直します', 'error', 'width-wrong', { found: '２' }],
  ['a half-width comma', '図面,型を返してもらいます', 'error', 'width-wrong', { found: '面,' }],
  ['half-width brackets', '図面(写しも)を返してもらいます', 'error', 'width-wrong', { found: '面(' }],
  ['an exclamation', '図面は渡しません！', 'error', 'mark-in-prose', { found: '！' }],
  ['a question mark in a reason', 'なぜ要るのでしょう？', 'error', 'mark-in-prose', { found: '？' }],
  ['a bracket left open', '約束は「秘密を守る です', 'error', 'bracket-unmatched', { found: '「' }],
  ['a bracket nobody opened', '約束（書面〉です', 'error', 'bracket-unmatched', { found: '〉' }],
  ['a weak phrase', '約束は役に立つかもしれません', 'warning', 'phrase-weak', { found: 'かもしれ', better: 'ことがあります' }],
  ['a phrase too many', 'まず最初に約束を読みます', 'error', 'phrase-redundant', { found: 'まず最初に', better: 'まず' }],
  ['a word of consultants', 'NDAを交わすと止めやすくなります', 'error', 'word-unexplained', { found: 'NDA', better: '秘密保持の契約' }],
  ['an open list', '図面等を返してもらいます', 'error', 'list-open', { found: '等' }],
  ['a list open twice', '図面など、型などを返してもらいます', 'error', 'list-open', { found: 'など、型など' }],
  ['a long run of kanji', '秘密情報管理規程を読みます', 'warning', 'kanji-run-long', { found: '秘密情報管理規程', limit: 6 }],
];

describe('the prose lint finds', () => {
  test.each(CASES)('%s', (_, sentence, severity, code, args) => {
    const { found, file, location } = lintOf(sentence);
    expect(found).toEqual([{ severity, code, args, file, location }]);
  });

  test('an exclamation in a question', () => {
    const { found } = lintOf('約束を書面で交わしていますか！', QUESTION);
    expect(found).toContainEqual(expect.objectContaining({ code: 'mark-in-prose' }));
  });
});

describe('the prose lint leaves alone', () => {
  test.each([
    ['a sentence of exactly the limit', '図面を渡す時は相手と日付と戻す日を台帳に書き工場長が見ます。'],
    ['two short sentences', '図面を渡す時は、相手と日付を書きます。戻す日も台帳に書き、工場長が見ます。'],
    ['two の', '工場の図面の棚は閉めます'],
    ['a の behind a verb', '契約が終わった時の図面の棚'],
    ['one particle for two verbs', '図面を見て治具を外します'],
    ['が inside what it says', '許可が要ることがあります'],
    ['が that joins two sentences', '契約はあるが一覧がない時に役立ちます'],
    ['が inside a verb', '報いると意欲が上がります'],
    ['に behind a time', '書く前に弁護士に聞きます'],
    ['に as an adverb', '返却の表に一緒に付けます'],
    ['に before an adverb', '仕事に本当に要る人を選びます'],
    ['に behind an adverb', '型と一緒に図面に印を付けます'],
    ['で that is part of です', '身についた腕で十分です'],
    ['a told example', '工場長が図面をしまった。鍵は社長が持つ。'],
    ['a noun at the end of an example', '8人の会社。図面を返してもらいました。'],
    ['told sentences inside quotes', '紙に「鍵は社長が持つ。写しは作らない。」と書きます。'],
    ['half-width letters and digits', 'SNSの話は年に2回、1.5時間です'],
    ['words with 等', '全員に平等な約束です'],
    ['a word explained beside it', '秘密保持の契約（NDA）を交わします'],
    ['a word explained with another', '二つの契約（請負やNDA）を読みます'],
    ['a word explained behind it', 'NDA（秘密を守る約束）を交わします'],
    ['a word said to be one', 'NDAとは、秘密を守る約束です'],
    ['a fixed title', '漏れたかもしれない時に役立ちます'],
    ['a long term of the list', '技術情報管理認証を案内します'],
    ['brackets inside brackets', '約束（「秘密」を守る）を読みます'],
  ])('%s', (_, sentence) => {
    expect(lintOf(sentence).found).toEqual([]);
  });

  test('the mark of a question', () => {
    expect(lintOf('約束を書面で交わしていますか？', QUESTION).found).toEqual([]);
  });

  test('a word that another text of the same question explains', () => {
    const { files } = sampleWith([
      rulesGiven,
      [PEOPLE, WHY, WHY.replace('約束', '▼NDA')],
      [PEOPLE, 'ja: 署名した書面', 'ja: 秘密保持の契約（NDA）'],
    ]);
    expect(lintCatalog(files)).toEqual([]);
  });

  test('the name of an office, in the directory and wherever it is mentioned', () => {
    const office = '情報処理推進機構等';
    const { files } = sampleWith([
      rulesGiven,
      ['directory.yaml', 'name: {ja: 経済産業局', `name: {ja: ▼${office}`],
      [PEOPLE, WHY, WHY.replace('約束がある', '情報処理推進機構に聞く')],
    ]);
    expect(lintCatalog(files)).toEqual([]);
  });

  test('limits and phrases that a catalogue does not set', () => {
    const { files } = sampleWith([
      [PEOPLE, WHY, WHY.replace('約束', '▼まず最初に、NDAと秘密情報管理規程を読んで相手と話しておく約束')],
    ]);
    expect(lintCatalog(files)).toEqual([]);
  });
});
