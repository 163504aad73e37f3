import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const source = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));

/** What leaves the program, and the files that may do it. Each lets text through `words/visible.ts`, or says why not. */
const WAYS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['standard output and error', /process\.(?:stdout|stderr)\.write/, ['cli/io.ts']],
  [
    'the terminal of an interview',
    /\boutput\.write\(/,
    [
      // Behind the one face (`interview/visible-face.ts`): what they get is visible already.
      'cli/faces/plain/plain-face.ts',
      'cli/faces/terminal/terminal-face.ts',
      // Modes of the terminal and the clearing of the screen: no text at all.
      'cli/faces/terminal/terminal-mode.ts',
      'cli/faces/terminal/keypress.ts',
    ],
  ],
  [
    'a face made, of which the interview has the visible one alone',
    /(?<!function )\b(?:plainFace|promptFace)\(/,
    ['cli/faces/face-to-face.ts'],
  ],
  [
    'a file',
    /\b(?:writeFileSync|writeSync|appendFileSync|createWriteStream)\(/,
    [
      // Bytes; text becomes bytes in `cli/define/print-to-file.ts`, `cli/commands/report/run.ts` and `cli/commands/check/outputs.ts`.
      'files/save/save.ts',
      'files/save/output-place.ts',
      // Behind `wayOut`, as all that goes to standard output.
      'cli/io.ts',
      'portfolio/written/write-whole.ts',
      // JSON line by line, with its escapes.
      'portfolio/written/line-file.ts',
      // The program's own state, read by itself alone.
      'files/save/lock.ts',
    ],
  ],
  [
    'text made into the bytes of a file',
    /new TextEncoder\(\)/,
    [
      'words/visible.ts',
      'portfolio/written/write-whole.ts',
      // An answer file keeps every byte that is not edited: it is no page to look at.
      'files/save/save-results.ts',
      'files/save/save.ts',
      'text/decode.ts',
      // The JSON result inside a PDF, with its escapes.
      'cli/print-plan.ts',
      // Counted, and written by nobody.
      'report/gate/sarif-limits.ts',
    ],
  ],
  [
    'JSON on the screen or in a result',
    /JSON\.stringify\([^\n]*(?:, null, [12]\)|\)\}\\n)/,
    [
      'words/visible.ts',
      'files/save/lock.ts',
      'files/state/own-state.ts',
      // A file of ours, written by `npm run edition`.
      'catalog/compiled/edition.ts',
    ],
  ],
  [
    'colours by their codes',
    /from 'chalk'|styleText|\\u001b\[/,
    [
      'words/ink.ts',
      'cli/faces/theme.ts',
      'cli/faces/terminal/keypress.ts',
      'cli/faces/terminal/terminal-mode.ts',
      // Keys as terminals send them.
      'cli/faces/terminal/pastes.ts',
    ],
  ],
];

describe('text of strangers has one way out', () => {
  it.each(WAYS)('%s', (_, way, allowed) => {
    const users = files.filter((path) => way.test(source.get(path) ?? ''));
    expect(users.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it.each([
    ['cli/main.ts', /const io = wayOut\(outside\);/],
    ['cli/commands/report/run.ts', /typeof content === 'string' \? visibleBytes\(content\)/],
    ['cli/define/print-to-file.ts', /typeof result === 'string' \? visibleBytes\(result\)/],
    ['cli/commands/check/outputs.ts', /signed\(visibleBytes\(text\)/],
    ['portfolio/written/write-whole.ts', /waiting \+= visible\(text\)/],
    ['portfolio/written/client-report.ts', /visibleBytes\(made\)/],
    ['interview/run.ts', /face: visibleFace\(input\.face\)/],
    ['interview/menu.ts', /const face = visibleFace\(input\.face\);/],
    ['press/lines/typesetter.ts', /composed\(visible\(text\)\)/],
    ['words/messages.ts', /visibleLine\(String\(value\)\)/],
  ])('%s lets it through there', (path, seam) => {
    expect(source.get(path)).toMatch(seam);
  });

  it('each way is still taken by somebody it is meant for', () => {
    for (const [name, way, allowed] of WAYS)
      expect(
        allowed.some((path) => way.test(source.get(path) ?? '')),
        name,
      ).toBe(true);
  });
});

/** Messages in which a name stands behind our command: whoever fills them in quotes it (`typable`, `commandLine`). */
const TYPED = ['file-exists', 'refused'];

describe('what is suggested to be typed is quoted by one function', () => {
  it.each(['ja', 'en'])('in the messages of %s: no name stands unquoted behind our command', (lang) => {
    const folder = resolve(SRC, '../templates/messages', lang);
    const keys = readdirSync(folder).flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(
          /^ *([\w-]+):.*wazamori [a-z -]*\{(?!version)/gm,
        ),
      ].map(([, key]) => key),
    );
    expect(keys.sort()).toEqual(TYPED);
  });

  it('and nobody puts quotes around a word by hand, or our command into a filled message', () => {
    const quoting = files.filter((path) => /\[\\s"'\$&|replaceAll\('wazamori /.test(source.get(path) ?? ''));
    expect(quoting).toEqual([]);
    expect(files.filter((path) => /export (?:const|function) typed\b/.test(source.get(path) ?? ''))).toEqual([
      'words/typed.ts',
    ]);
  });
});
