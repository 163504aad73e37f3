import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { shippedWords } from '../../src/cli/assets.ts';
import type { Io } from '../../src/cli/io.ts';
import { commandLineOf, run } from '../../src/cli/program.ts';
import { displayWidth } from '../../src/words/width.ts';

const said: string[] = [];
const IO: Io = {
  cwd: '/',
  script: null,
  env: {},
  columns: 80,
  rows: 24,
  stdinIsTerminal: false,
  stdoutIsTerminal: false,
  now: () => new Date(0),
  out: () => {},
  err: (text) => said.push(text),
};
const program = commandLineOf(shippedWords('ja'), IO, () => {});
/** Each command with those above it. */
const COMMANDS: readonly (readonly Command[])[] = program.commands.flatMap((c) => [
  ...(c.commands.length > 0 && c.name() === 'catalog' ? [] : [[program, c]]),
  ...c.commands.map((inner) => [program, c, inner]),
]);
const optionsOf = (chain: readonly Command[]): readonly string[] =>
  chain.flatMap(({ options }) =>
    options.flatMap(({ long, short }) => [long, short].filter((o) => o != null)),
  );
const ALL = [...new Set(COMMANDS.flatMap(optionsOf))];

async function saysOf(chain: readonly Command[], option: string, lang: 'ja' | 'en' = 'ja'): Promise<string> {
  said.length = 0;
  expect(await run([...chain.slice(1).map((c) => c.name()), option], IO, lang)).toBe(2);
  return said.join('');
}

describe('an option another command has', () => {
  it.each(COMMANDS.map((chain) => [chain.map((c) => c.name()).join(' '), chain] as const))(
    '%s: no hint is the option just typed, and each hint is an option of it',
    async (_, chain) => {
      const own = optionsOf(chain);
      for (const option of ALL.filter((one) => !own.includes(one))) {
        const text = await saysOf(chain, option);
        const hint = /もしかして『(.+?)』/.exec(text)?.[1];
        expect(text).toContain(`「${option}」というオプションはありません`);
        if (hint === undefined) expect(text).toMatch(/wazamori [\w ・-]+ のオプションです。/);
        else expect(own, `${option} → ${hint}`).toContain(hint);
      }
    },
  );

  it.each([
    ['report', '--outt', '『--out』'],
    ['batch', '--outfolder', '『--out』'],
    ['interview', '--out', 'のオプションです。'],
    ['score', '--hide', 'wazamori report のオプションです。'],
    ['batch', '--hide', 'wazamori report のオプションです。'],
    ['report', '--hid', '『--hide』'],
  ])('%s %s: %s', async (name, option, expected) => {
    const chain = COMMANDS.find((one) => one.at(-1)?.name() === name) ?? [];
    expect(await saysOf(chain, option)).toContain(expected);
  });

  it('is told of in English too', async () => {
    const chain = COMMANDS.find((one) => one.at(-1)?.name() === 'score') ?? [];
    expect(await saysOf(chain, '--hide', 'en')).toContain('It is an option of wazamori report.');
  });
});

describe('the help', () => {
  it.each([80, 100])('stays within %i columns, in every command and language', (columns) => {
    for (const lang of ['ja', 'en'] as const) {
      const here = commandLineOf(shippedWords(lang), { ...IO, columns }, () => {});
      const all = [here, ...here.commands.flatMap((c) => [c, ...c.commands])];
      for (const one of all) {
        const lines = one.helpInformation().split('\n');
        expect(
          lines.filter((line) => displayWidth(line) > columns),
          `${lang} ${one.name()}`,
        ).toEqual([]);
      }
    }
  });
});
