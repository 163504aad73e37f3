import type { Talk } from '../talk.ts';

/** After 「わからない」: who usually knows, and the sentence to ask with. Not knowing is an answer like any other. */
export function askWhom(
  { texts, words }: Pick<Talk, 'texts' | 'words'>,
  role: string,
  question: string,
): string {
  const prose = texts.roles[role];
  const title = prose?.title ?? role;
  const sentence = (prose?.ask ?? '{question}').replace('{question}', () => question);
  return words.t('interview.unknown', { role: title, sentence });
}
