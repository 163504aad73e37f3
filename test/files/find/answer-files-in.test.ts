import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerFilesIn } from '../../../src/files/find/answer-files-in.ts';
import { folder } from '../../setup/folder.ts';

describe('the answer files of a folder', () => {
  it('are found by what is in them, the newest first', () => {
    const cwd = folder({
      '本社.yaml': 'wazamori: 1\n',
      '第二工場.yml': 'wazamori: 1\n',
      'compose.yaml': 'services: {}\n',
      'メモ.txt': 'wazamori: 1\n',
      '控え.yaml': `wazamori: 1\n# ${'x'.repeat(300_000)}\n`,
      'clients.yaml/山田.yaml': 'wazamori: 1\n',
    });
    utimesSync(join(cwd, '本社.yaml'), 1_000, 1_000);
    utimesSync(join(cwd, '第二工場.yml'), 2_000, 2_000);
    expect(answerFilesIn(cwd)).toEqual(['第二工場.yml', '本社.yaml']);
  });
});
