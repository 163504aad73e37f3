import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageKeys, readMessages } from '../../scripts/messages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KEYS_FILE = 'src/words/keys.ts';

const textsIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && `${folder}/${name}` !== KEYS_FILE)
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));

const source = [...textsIn('src', '.ts'), ...textsIn('scripts', '.ts')].join('\n');
/** Words of the checklists: kinds, levels, states that are data. */
const data = new Set(
  textsIn('checklists', '.yaml').flatMap((text) =>
    [...text.matchAll(/[A-Za-z][\w-]*/g)].map(([word]) => word),
  ),
);
const literals = new Set([...source.matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text));

/** `a.${kind === 'x' ? 'y' : 'z'}More` as its pieces: text, or what may stand in a hole (`null` = any word, or nothing). */
type Piece = string | readonly string[] | null;

function piecesOf(template: string): readonly Piece[] {
  return template.split(/(\$\{[^}]*\})/).map((piece): Piece => {
    if (!piece.startsWith('${')) return piece;
    const [, yes, no] = /[^?]\? '([^']*)' : '([^']*)'/.exec(piece) ?? [];
    return yes === undefined || no === undefined ? null : [yes, no];
  });
}

const templates = [...source.matchAll(/`([a-z][\w-]*\.[^`\s]*?\$\{[^`]*)`/g)].map(([, text = '']) =>
  piecesOf(text),
);

/** A word as it stands somewhere, or put together: `shared${listed}`. */
const isWord = (word: string): boolean =>
  isToken(word) || begun.some((start) => word.startsWith(start) && isToken(word.slice(start.length)));
const isToken = (word: string): boolean => literals.has(word) || data.has(word);
const begun = [...source.matchAll(/`([a-z]\w*)\$\{/g)].map(([, start = '']) => start);

/** Whether the pieces from the first on can spell the text. */
function spells([first, ...rest]: readonly Piece[], text: string): boolean {
  if (first === undefined) return text === '';
  const holes = typeof first === 'string' ? [first] : first;
  if (holes !== null)
    return holes.some((hole) => text.startsWith(hole) && spells(rest, text.slice(hole.length)));
  for (let end = 0; end <= text.length; end++) {
    const part = text.slice(0, end);
    const known = part === '' || literals.has(part) || part.split('.').every(isWord);
    if (known && spells(rest, text.slice(end))) return true;
  }
  return false;
}

const isUsed = (key: string): boolean => literals.has(key) || templates.some((pieces) => spells(pieces, key));

/** Asked for by what another program says: codes of commander, titles and names of its help, kinds of zod. */
const OF_OTHERS = /^cli\.(?:usage|helpTitle|help)\.|^catalog\.expected\./;

describe('messages', () => {
  it('are typed as they stand (`npm run docs:write`)', () => {
    expect(readFileSync(join(ROOT, KEYS_FILE), 'utf8')).toBe(messageKeys()[KEYS_FILE]);
  });

  it('are asked for somewhere: a message nobody prints is nobody’s to mend', () => {
    const unused = Object.keys(readMessages('ja')).filter((key) => !OF_OTHERS.test(key) && !isUsed(key));
    expect(unused).toEqual([]);
  });

  it.each(['cli.interview.converted-never', 'report.gap.maybe', 'nothing.at.all'])(
    '%s would be found',
    (key) => {
      expect(isUsed(key)).toBe(false);
    },
  );
});
