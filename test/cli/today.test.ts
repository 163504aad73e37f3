import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { folder } from '../setup/folder.ts';

const ANSWERS = { 'answers.yaml': 'wazamori: 1\nassessment: {date: 2026-11-20}\nanswers: {}\n' };
const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

async function score(
  now: string,
  ...more: readonly string[]
): Promise<{ out: string; err: string; status: number }> {
  const written = { out: '', err: '' };
  const status = await main(['score', 'answers.yaml', ...more], {
    cwd: folder(ANSWERS),
    env: { LANG: 'C.UTF-8' },
    out: (text) => {
      written.out += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    err: (text) => {
      written.err += text;
    },
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    columns: 80,
    rows: 24,
    script: null,
    now: () => new Date(now),
  });
  return { ...written, status };
}

describe('today', () => {
  // 16:00 UTC on the 29th is one in the morning of the 30th in Japan, where a CI runner stands in UTC.
  it.each([
    ['UTC', 0],
    ['America/Los_Angeles', 480],
    ['Asia/Tokyo', -540],
    ['Pacific/Kiritimati', -840],
  ])('is the day in Japan, in %s as well', async (place, offset) => {
    process.env['TZ'] = place;
    expect(new Date('2026-11-29T16:00:00Z').getTimezoneOffset()).toBe(offset);
    expect((await score('2026-11-29T14:59:59Z')).out).toContain('2026年11月29日');
    expect((await score('2026-11-29T16:00:00Z')).out).toContain('2026年11月30日');
  });

  it.each(['2026-11-30', '令和8年11月30日', 'R8.11.30', '2026/11/30', '２０２６年11月30日（月）'])(
    'is what --today says, as people write days: %s',
    async (day) => {
      expect((await score('2027-01-01T00:00:00Z', '--today', day)).out).toContain('2026年11月30日');
    },
  );

  it.each([
    [
      '11/30/2026',
      '「11/30/2026」は日付として読めません。2026-11-21 の形で指定してください。もしかして『2026-11-30』ですか。\n',
    ],
    [
      '5/11/2026',
      '「5/11/2026」がどの日か、1つに決まりません（2026-05-11・2026-11-05）。2026-11-21 の形で書いてください。\n',
    ],
  ])('is asked back where it could mean two days: %s', async (day, says) => {
    const { out, err, status } = await score('2027-01-01T00:00:00Z', '--today', day);
    expect([out, err, status]).toEqual(['', says, 2]);
  });
});
