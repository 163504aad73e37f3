import { describe, expect, it } from 'vitest';
import { ownRoles } from '../../../src/core/plan/own-role.ts';
import { catalog } from '../sample.ts';

describe('the roles of the person who fills in', () => {
  it.each<[string | null, readonly string[]]>([
    ['社長', ['owner-president']],
    ['owner-president', ['owner-president']],
    ['President', ['owner-president']],
    ['general AFFAIRS', ['general-affairs']],
    [' 社長　山田 ', ['owner-president']],
    ['山田太郎（社長）', ['owner-president']],
    ['社長兼製造の責任者', ['owner-president', 'production-head']],
    ['総務の担当・パソコンとネットの担当', ['general-affairs', 'it-person']],
    ['Ｐｒｅｓｉｄｅｎｔ', ['owner-president']],
    // Somebody else, although the word is in it.
    ['副社長', []],
    ['社長室', []],
    ['vice-presidents', []],
    ['総務課長', []],
    ['', []],
    [null, []],
  ])('%j holds %j', (by, expected) => {
    expect([...ownRoles(catalog(), by)]).toEqual(expected);
  });
});
