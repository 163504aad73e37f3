import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepDrafts, readDrafts } from '../../../src/files/state/drafts.ts';
import { keepPace, readPace } from '../../../src/files/state/pace.ts';
import { folder } from '../../setup/folder.ts';
import { allow, allowAfterEach, refuse } from '../../setup/refusing-disk.ts';

allowAfterEach();

const NOTES = new Map([['guidance.core-technology-list', '図面は2階の棚']]);
const FILE = '/clients/a.yaml';

function kept() {
  const home = folder();
  const env = { XDG_STATE_HOME: home };
  expect(keepDrafts(env, FILE, NOTES)).toBe(true);
  keepPace(env, { milliseconds: 90_000, work: 12 });
  const drafts = join(home, 'wazamori/drafts');
  const [name = ''] = readdirSync(drafts);
  return { env, home, drafts: join(drafts, name), pace: join(home, 'wazamori/pace.json') };
}

describe('notes and pace between two sittings', () => {
  it('are read again', () => {
    const { env } = kept();
    expect(readDrafts(env, FILE)).toEqual(NOTES);
    expect(readPace(env)).toEqual({ milliseconds: 90_000, work: 12 });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '["x"]',
    '3',
    '{"a":3,"b":null}',
    '\u0000',
    '{"milliseconds":-1,"work":1}',
  ])('are as if there were none where a file holds %j, and kept again', (content) => {
    const { env, drafts, pace } = kept();
    for (const path of [drafts, pace]) writeFileSync(path, content);
    expect(readDrafts(env, FILE)).toEqual(new Map());
    expect(readPace(env)).toBeNull();
    expect(keepDrafts(env, FILE, NOTES)).toBe(true);
    expect(readDrafts(env, FILE)).toEqual(NOTES);
  });

  it('stay as they were on a full disk, with nothing half written', () => {
    const { env, home } = kept();
    const before = readdirSync(home, { recursive: true });
    refuse(['writeFileSync', 'writeSync'], '', 'ENOSPC');
    expect(keepDrafts(env, FILE, new Map([['x', 'y']]))).toBe(false);
    keepPace(env, { milliseconds: 1, work: 1 });
    allow();
    expect(readDrafts(env, FILE)).toEqual(NOTES);
    expect(readPace(env)).toEqual({ milliseconds: 90_000, work: 12 });
    expect(readdirSync(home, { recursive: true })).toEqual(before);
  });

  it('are said not to be kept where their folder is a file', () => {
    const home = folder({ 'wazamori/drafts': '' });
    expect(keepDrafts({ XDG_STATE_HOME: home }, FILE, NOTES)).toBe(false);
    expect(readFileSync(join(home, 'wazamori/drafts'), 'utf8')).toBe('');
  });
});
