/**
 * The words and marks people answer with, by what they mean. Circles, crosses and bars of Japanese keyboards look alike,
 * so that people cannot tell which one they typed: each is listed. Read in any width and case, with or without the
 * selector that makes a mark an emoji.
 */
export const YES: readonly string[] = [
  ...['yes', 'はい', 'ハイ', 'y', '実施', '実施済', '実施済み', '済', '済み'],
  // ◎ is "very good" where ○ is "good": both are a yes, no report knows a better one.
  ...['○', '◯', '〇', '⭕', '◎'],
  ...['✓', '✔', '☑', '✅'],
];
export const PARTIAL: readonly string[] = [
  ...['partial', '一部', '△', '一部実施', '一部済', '一部済み', '部分的', 'partly'],
];
export const NO: readonly string[] = [
  ...['no', 'いいえ', 'イイエ', 'n', '未実施', '未', '未済', '未対応'],
  ...['×', '✕', '✗', '✖', '✘', '❌'],
];
export const UNKNOWN: readonly string[] = [
  ...['unknown', 'わからない', '分からない', '不明', '?', 'わかりません', '分かりません', '判らない'],
];
export const NOT_APPLICABLE: readonly string[] = [
  ...['n/a', 'notApplicable', '当てはまらない', '対象外', '該当なし', '非該当', '該当しない'],
  ...['-', '−', 'ー', '―', '—', '‐', '–'],
];

/**
 * What could mean two things, with what is asked back: 実施中 may be under way or the practice, ☒ is a chosen box on one
 * form and a cross on the next, なし answers "do you have it" and "is there anything", and a digit depends on the list.
 */
export const DOUBTFUL: Readonly<Record<'yes' | 'partial' | 'no' | 'notApplicable', readonly string[]>> = {
  yes: ['●', '◉', '■', 'o', 'レ', 'v', '1', 'ok', '有', '有り', 'あり', '完了'],
  partial: ['▲', '▽', '▼', '2', '実施中', '対応中', '作成中', '進行中', '一部未実施'],
  no: ['x', '☒', '□', '☐', '0', '3', 'ng', '無', '無し', 'なし', '予定', '計画中', '検討中', '準備中'],
  notApplicable: ['/', 'na', '不要', '対象なし'],
};
