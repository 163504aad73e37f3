import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/gate/places.ts';
import { placesOfText } from './sample.ts';

const TEXT = `wazamori: 1
assessment:
  date: 2026-11-10
  by:
answers:
  guidance.exit-plan:
    answer: はい
    evidence: [{what: 規程, seen: 2026-11-01}, {what: 台帳}]
`;

describe('where things stand', () => {
  it.each<[Path, string]>([
    [['assessment', 'date'], '3:9'],
    [['assessment', 'by'], '4:3'],
    [['assessment', 'depth'], '2:1'],
    [['answers', 'guidance.exit-plan'], '6:3'],
    [['answers', 'guidance.exit-plan', 'note'], '6:3'],
    [['answers', 'guidance.use-records'], '5:1'],
    [['answers', 'guidance.exit-plan', 'evidence', 0, 'seen'], '8:33'],
    [['answers', 'guidance.exit-plan', 'evidence', 1, 'seen'], '8:46'],
    [['answers', 'guidance.exit-plan', 'evidence', 2, 'seen'], '8:5'],
    [['technologies'], '1:1'],
    [[], '1:1'],
  ])('%j', (path, place) => {
    const { line, column } = placesOfText(TEXT).at(path);
    expect(`${line}:${column}`).toBe(place);
  });
});
