import { describe, expect, it } from 'vitest';
import { lineOf, shownLine } from '../../src/cli/faces/terminal/line.ts';
import { matcherOf } from '../../src/files/find/glob.ts';
import { secretIn } from '../../src/gate/xray/secret-in-note.ts';
import { evenly } from '../../src/press/lines/evenly.ts';
import { clip } from '../../src/text/fullwidth.ts';
import { inOneLine, stepOf } from '../../src/text/layout.ts';
import { nearest } from '../../src/text/nearest.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { preparedLine } from '../../src/text/yaml/splice.ts';
import { wrapColumns, wrapPhrases } from '../../src/words/width.ts';
import { growthBelow } from '../setup/cpu.ts';

/**
 * What looks at texts of others, each alone and without the limit of a field before it: 16 times the length may take 40
 * times as long, in CPU time. By the square it would be 256 times.
 */
const MOST = 40;
const growth = growthBelow(MOST);

const UNITS = [
  'あ',
  'a',
  '漢',
  ' ',
  'a ',
  '0-',
  '（',
  '」',
  '技術を守る、',
  '1',
  'a.',
  '\n',
  '\u3099',
  'a@a.',
  ':#',
  '-',
  '#',
];

describe('takes time as its text is long', () => {
  it.each<[string, (text: string) => unknown]>([
    ['looking for secrets', secretIn],
    ['lines of a terminal', (text) => wrapColumns(text, 40)],
    ['lines of a terminal between phrases', (text) => wrapPhrases(text, 40)],
    ['lines of a page', (text) => evenly(text, 30, () => 1)],
    ['the step of a file', (text) => stepOf(`${text}\n`)],
    ['a text in one line', inOneLine],
    ['what a message holds of it', clip],
    ['the nearest word', (text) => nearest(text, ['はい', text.slice(1), 'いいえ'])],
    ['a prepared line', (text) => preparedLine(`# key: ${text}`, 'key', 0)],
    ['YAML, as a value', (text) => parseYaml(`a: ${text}`)],
    ['YAML, as a file', parseYaml],
    ['YAML, in quotes', (text) => parseYaml(`a: "${text}"\nb: [`)],
    ['a line being written', (text) => shownLine(lineOf(text), 40, 10)],
  ])('%s', { timeout: 60_000 }, async (_, look) => {
    for (const unit of UNITS) {
      const of = (length: number, attempt: number): string => attempt + unit.repeat(length / unit.length);
      const found = await growth((size, attempt) => look(of(size === 'short' ? 4000 : 64_000, attempt)));
      expect({ unit, found }).toSatisfy(() => found <= MOST);
    }
  });

  it.each(['*a*a*a*a*a*a*b', '**/*a*a*a*a*a*b', '?*?*?*?*?*b', '[ab]*[ab]*[ab]*[ab]*c', '*a*{b,c}*a*a*d'])(
    'the names a pattern means: %s',
    { timeout: 60_000 },
    async (pattern) => {
      const means = matcherOf(pattern, false);
      const found = await growth((size, attempt) =>
        means(`${attempt}${'a'.repeat(size === 'short' ? 100 : 1600)}`),
      );
      expect(found).toBeLessThanOrEqual(MOST);
    },
  );
});
