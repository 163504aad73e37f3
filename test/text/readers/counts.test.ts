import { describe, expect, it } from 'vitest';
import { type Counted, countOf, readCount } from '../../../src/text/readers/counts.ts';

describe('a number as people write it', () => {
  it.each<[string | number, Counted, number]>([
    ['48', 'people', 48],
    ['４８', 'people', 48],
    ['48名', 'people', 48],
    ['48 人', 'people', 48],
    ['約50名', 'people', 50],
    ['約５０', 'people', 50],
    ['およそ50人', 'people', 50],
    ['50人くらい', 'people', 50],
    ['50名程度', 'people', 50],
    ['about 50 people', 'people', 50],
    ['1,200', 'people', 1200],
    ['１，２００名', 'people', 1200],
    ['五十名', 'people', 50],
    ['四十八', 'people', 48],
    ['千二百三十四', 'people', 1234],
    ['二〇名', 'people', 20],
    ['1万2千人', 'people', 12_000],
    ['48.0', 'people', 48],
    ['0', 'people', 0],
    [48, 'people', 48],
    ['2台', 'things', 2],
    ['3か所', 'things', 3],
    ['0.5', 'person-days', 0.5],
    ['3人日', 'person-days', 3],
    ['約３日', 'person-days', 3],
    [1.25, 'person-days', 1.25],
    ['60点', 'points', 60],
    ['90日', 'days', 90],
  ])('%s (%s) is %s', (given, counted, value) => {
    expect(countOf(given, counted)).toEqual({ ok: true, value });
  });

  it.each<[string, readonly string[]]>([
    ['10〜20', []],
    ['10～20名', []],
    ['10-20', []],
    ['10名から20名', []],
    ['10 to 20', []],
    // Two or three, not twenty-three.
    ['二三人', []],
    ['数十名', []],
    ['50名以上', ['50']],
    ['50人未満', ['50']],
    ['50名弱', ['50']],
    ['50+', ['50']],
    ['~50', ['50']],
  ])('%s is not one number', (text, could) => {
    expect(readCount(text, 'people')).toEqual({ ok: false, why: 'not-one', could });
  });

  it.each<[string, Counted, readonly string[]]>([
    ['', 'people', []],
    ['-3', 'people', []],
    ['△3', 'people', []],
    ['多め', 'people', []],
    ['従業員48名', 'people', ['48']],
    ['48名（うちパート12名）', 'people', []],
    ['1,20', 'people', ['120']],
    ['48.5', 'people', []],
    ['2台', 'people', ['2']],
    ['1e3', 'people', []],
    ['0x10', 'people', []],
    ['9999999999', 'people', []],
  ])('%j (%s) is none', (text, counted, could) => {
    expect(readCount(text, counted)).toEqual({ ok: false, why: 'no-number', could });
  });

  it.each([-1, 48.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9])('%s of YAML is none', (given) => {
    expect(countOf(given, 'people').ok).toBe(false);
  });
});
