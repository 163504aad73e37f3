import type { CatalogFinding } from '../../model/catalog-finding.ts';
import { error, field, type Placed } from '../source/place.ts';
import type { ItemSource } from '../source/schema.ts';
import { itemsOf, type LintRule } from './content.ts';

/** A question is heard, not studied: short, one thing, and 「はい」 means it is done. */
export const questions: LintRule = (catalog) => itemsOf(catalog).flatMap(questionFindings);

const MAX_LENGTH = 40;

/** Joins of two deeds. 「や」「と」「または」 join two words of one deed and are fine. */
const TWO_THINGS =
  /(?:^|、)また(?!は)|および|及び|並びに|ならびに|かつ(?!て)|さらに、|とともに|た(?:うえ|上)で|ますか.+ますか/;

/** 「〜していませんか」: nobody knows what 「はい」 would say. */
const NEGATIVE = /(?:ません|ない|ないの?です|なかったです)か$/;

const CLOSING_MARK = /[。？?]$/;

function questionFindings(item: Placed<ItemSource>): readonly CatalogFinding[] {
  const question = field(item, 'question');
  const ja = field(question, 'ja');
  const text = ja.value.replace(/\s/g, '');
  const bare = text.replace(CLOSING_MARK, '');
  const length = [...text].length;
  const two = TWO_THINGS.exec(text)?.[0];
  const negative = NEGATIVE.exec(bare)?.[0];
  return [
    ...(length > MAX_LENGTH ? [error('question-too-long', { length, limit: MAX_LENGTH }, ja)] : []),
    ...(two === undefined ? [] : [error('question-of-two-things', { found: two }, ja)]),
    ...(bare.endsWith('か') ? [] : [error('question-without-ka', {}, ja)]),
    ...(negative === undefined ? [] : [error('question-negative', { found: negative }, ja)]),
    ...(question.value.en.trimEnd().endsWith('?')
      ? []
      : [error('question-without-ka', {}, field(question, 'en'))]),
  ];
}
