import { describe, expect, it } from 'vitest';
import { type Writing, writtenOtherwise } from '../../../src/engine/verify/writing.ts';
import { contentHash } from '../../../src/files/content-hash.ts';
import { decodeText } from '../../../src/text/decode.ts';
import { bytesOf, valueIn } from '../sample.ts';

const BOM = '\uFEFF';
const WRITTEN = 'wazamori: 1\ncompany:\n  name: 株式会社架空精機\n';

const told = (now: string, then: string): readonly Writing[] =>
  writtenOtherwise(
    { decoded: valueIn(decodeText(bytesOf(now))), sha256: contentHash(now) },
    contentHash(then),
    contentHash,
  );

describe('a file that was written again says how', () => {
  it.each<readonly [string, string, string, readonly Writing[]]>([
    ['not at all', WRITTEN, WRITTEN, []],
    ['with the line ends of Windows', WRITTEN.replaceAll('\n', '\r\n'), WRITTEN, ['lineEnds']],
    ['with those of git', WRITTEN, WRITTEN.replaceAll('\n', '\r\n'), ['lineEnds']],
    [
      'with ends of both kinds',
      WRITTEN.replace('\n', '\r\n'),
      WRITTEN.replaceAll('\n', '\r\n'),
      ['lineEnds'],
    ],
    ['with a mark before it', `${BOM}${WRITTEN}`, WRITTEN, ['mark']],
    ['without its mark', WRITTEN, `${BOM}${WRITTEN}`, ['mark']],
    ['without its last line end', WRITTEN.trimEnd(), WRITTEN, ['lastLine']],
    ['with empty lines behind', `${WRITTEN}\n\n`, WRITTEN, ['lastLine']],
    [
      'by an editor of Windows',
      `${BOM}${WRITTEN.trimEnd().replaceAll('\n', '\r\n')}`,
      WRITTEN,
      ['lineEnds', 'mark', 'lastLine'],
    ],
    ['with a comment', `# 社外秘\n${WRITTEN}`, WRITTEN, ['words']],
    ['with other answers', WRITTEN.replace('精機', '工業'), WRITTEN, ['words']],
  ])('%s', (_, now, then, writing) => {
    expect(told(now, then)).toEqual(writing);
  });
});
