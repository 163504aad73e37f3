import { describe, expect, it } from 'vitest';
import { placesOf, type Sample } from '../sample.ts';

const TABLE: readonly (readonly [string, Sample, readonly string[]])[] = [
  [
    'twice is no copy',
    {
      answers:
        'answers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: 一人}\n  guidance.others-secrets: {answer: 当てはまらない, reason: 一人}',
    },
    [],
  ],
  [
    'three times, in any width and with any stop',
    {
      answers:
        'answers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: Ａ社だけ}\n  guidance.others-secrets: {answer: 当てはまらない, reason: a社だけ。}\n  guidance.retiring-experts: {answer: 当てはまらない, reason: "A社 だけ"}',
    },
    ['5:56'],
  ],
  [
    'as many as the policy says',
    {
      policy: 'xray: {sameReason: 2}',
      answers:
        'answers:\n  guidance.leaver-returns: {answer: 当てはまらない, reason: 一人}\n  guidance.others-secrets: {answer: 当てはまらない, reason: 一人}',
    },
    ['4:54'],
  ],
];

describe('reason-copied', () => {
  it.each(TABLE)('%s', (_, sample, places) => {
    expect(placesOf('reason-copied', sample)).toEqual(places);
  });
});
