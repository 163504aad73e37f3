import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedWords } from '../../src/cli/assets.ts';
import { CHECK_FORMATS } from '../../src/cli/commands/check/outputs.ts';
import { commandLineOf } from '../../src/cli/program.ts';
import { REPORT_FORMATS } from '../../src/report/formats.ts';
import { readPdf } from '../press/read-pdf.ts';
import { folder } from '../setup/folder.ts';
import { ROOT, runCli } from './run-cli.ts';

/** What acts on a terminal or turns a line around; tabs and newlines aside, which are looked at by themselves. */
const ACTS = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
/** A line of theirs that would pass for one of ours. */
const FORGED = /^(?:[#>*|-]+ ?)?偽の行|^\s*(?:::error::|##\[)/m;
/** Each kind of it: a title for the window, C1, an underline, DEL, directions, separators, a return, and line ends. */
const HOSTILE =
  '\u001b]0;乗っ取り\u0007\u009b2J\u001b[4m\u007f\u202e\u2066\u200f\u061c\u2028\u2029\u0085\r\n偽の行 100点\n::error::偽の行\n##[error]偽の行';
const text = (name: string): string => JSON.stringify(`${name}${HOSTILE}`);

/** A file every word of which is a stranger's. */
const ANSWERS = `wazamori: 1
company:
  name: ${text('甲社')}
  site: ${text('本社')}
  headquarters: ${text('福岡県')}
  industry: ${text('鋳物')}
  corporateNumber: ${text('1')}
  employees: 48
  strength: ${text('勘どころ')}
assessment: {date: 2026-11-20, depth: full, by: ${text('総務課長')}, editions: {guidance: ${text('2026.1')}}}
profile: {overseasProduction: planning, outsourcing: yes, ${text('fact')}: ${text('value')}}
answers:
  guidance.core-technology-list:
    answer: 一部
    note: ${text('覚え書き')}
    basis: ${text('現物')}
    by: ${text('製造部長')}
    on: 2026-11-19
    evidence: [{what: ${text('条件表')}, where: ${text('棚')}, seen: 2026-11-10, file: ${text('a.pdf')}}]
  guidance.information-rules: {answer: 当てはまらない, reason: ${text('理由')}}
  guidance.secrecy-training: {answer: いいえ, note: ${text('電話 090-1234-5678')}}
  guidance.rules-walk-round: いいえ
  ${text('guidance.no-such')}: ${text('はい')}
technologies:
  - {id: t1, name: ${text('炉')}, family: [mlcc], definitionBasis: ${text('見た')}, countries: [TH], stage: negotiating}
  - {id: ${text('t2')}, name: 泥, family: [mlcc]}
accepted:
  - {item: guidance.rules-walk-round, reason: ${text('残す')}, by: ${text('社長')}, until: 2027-01-31}
suppressed:
  - {code: yes-without-evidence, about: guidance.device-updates, reason: ${text('見送る')}}
plan:
  start: 2026-12-01
  actions: {identify-core-technology: {owner: ${text('部長')}, due: 2027-01-31}, ${text('no-such')}: {owner: a}}
${text('key')}: 1
`;
/** The same that can be read to its end. */
const READABLE = ANSWERS.split('\n')
  .filter((line) => !/corporateNumber|"t2|basis: "現物|editions|no-such/.test(line) || line.includes('plan'))
  .map((line) =>
    line.includes('no-such":')
      ? `  actions: {identify-core-technology: {owner: ${text('部長')}, due: 2027-01-31}}`
      : line,
  )
  .join('\n');

const NAME = '甲\u001b]0;x\u0007\u202e\n偽の行 100点\n::error::$(touch x).yaml';
const BROKEN = `壊\u009b\u2066${'\n'}偽の行.yaml`;
const COLOUR = { FORCE_COLOR: '1' };
const TODAY = ['--today', '2026-11-30'] as const;

let cwd = '';
beforeAll(() => {
  cwd = folder({
    [`c/${NAME}`]: READABLE,
    [`c/${BROKEN}`]: ANSWERS,
    'older.yaml': READABLE.replaceAll('甲社', '乙社').replace('いいえ', 'はい'),
    'wazamori.policy.yaml': `policy: 1\nrequired: [guidance.secrecy-training]\n${text('no')}: ${text('such')}\n`,
    'fine.policy.yaml':
      'policy: 1\nrequired: [guidance.secrecy-training]\nplan: {ownerFor: [critical], noOverdue: true}\nevidence: {severities: [critical], maxAgeDays: 1, verifyFiles: true}\naccepted: {most: 0, approvers: [代表取締役]}\nlegal: {noStop: true, reported: true, notExpired: true}\n',
    [`own\u001b\n偽の行/actions/a.yaml`]: `- id: ${text('own')}\n  title: ${text('own')}\n`,
    'other.txt': `${HOSTILE}`,
  });
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(cwd, 'plating'), { recursive: true });
  for (const file of [
    'plating/plating/bath.yaml',
    'plating/plating/checklist.yaml',
    'plating/actions/plating.yaml',
  ]) {
    const path = join(cwd, file);
    const worded = readFileSync(path, 'utf8').replace(
      /^(\s*(?:- )?ja: )(?:"(.*)"|([^"|>].*))$/gm,
      (_, key: string, quoted?: string, bare?: string) => key + text(quoted ?? bare ?? ''),
    );
    writeFileSync(path, worded);
  }
});

const FILE = `c/${NAME}`;
const OPTION = `--no\u001b\u202e\n偽の行`;

const POLICY = ['--policy', 'fine.policy.yaml'] as const;
const CHECKS_REFUSED = [
  ['check', 'c', '--no-redact'],
  ['check', HOSTILE, '--policy', HOSTILE],
  ['check', 'c', ...POLICY, '--baseline', HOSTILE],
  ['check', 'c', '--format', HOSTILE],
];

/** Command lines by the command and format they try. Each is run, and what it writes is looked at whole. */
const TABLE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [
    ['init', `new\u001b[4m\n偽の行.yaml`],
    ['init', FILE],
  ],
  interview: [['interview', FILE]],
  answer: [
    ['answer', FILE, 'guidance.device-updates=はい'],
    ['answer', FILE, `guidance.device-updates=一部:${HOSTILE}`],
    ['answer', FILE, `${HOSTILE}=はい`],
    ['answer', FILE, `guidance.device-updates=${HOSTILE}`],
    ['answer', `c/${BROKEN}`, 'guidance.device-updates=はい'],
  ],
  'score text': [
    ['score', FILE, '--verbose'],
    ['score', `c/${BROKEN}`],
    ['score', `${HOSTILE}.yaml`],
    ['score', FILE, '--set', `guidance.device-updates=${HOSTILE}`],
    ['score', FILE, '--today', HOSTILE],
    ['score', FILE, '--catalog', 'plating'],
    ['score', FILE, '--catalog', `own\u001b\n偽の行`],
    ['score', FILE, '--catalog', HOSTILE],
    ['score', 'other.txt'],
    ['score', FILE, OPTION],
    [`sco\u001bre\n偽の行`],
    ['score', FILE, '--format', HOSTILE],
  ],
  'score json': [['score', FILE, '--format', 'json']],
  'report pdf': [
    ['report', FILE, '--pages', 'full', '-o', 'a.pdf', '--handouts'],
    ['report', FILE, '--attach', '-o', 'attached.pdf'],
    ['report', FILE, '--pages', 'worksheet', '-o', 'w.pdf'],
    ['report', FILE, '-o', `${NAME}.pdf`],
    ['report', FILE, '-o', `no/${HOSTILE}.pdf`],
    ['report', '--pages', 'worksheet', '--section', HOSTILE],
  ],
  'report html': [['report', FILE, '--format', 'html', '-o', 'a.html', '--pages', 'full']],
  'report md': [['report', FILE, '--format', 'md', '-o', 'a.md', '--pages', 'full']],
  'report csv': [['report', FILE, '--format', 'csv', '-o', 'a.csv']],
  verify: [
    ['verify', 'attached.pdf'],
    ['verify', 'attached.pdf', '--answers', 'older.yaml'],
    ['verify', `${HOSTILE}.pdf`],
    ['verify', FILE],
  ],
  'diff text': [
    ['diff', 'older.yaml', FILE, '--verbose'],
    ['diff', FILE, `c/${BROKEN}`],
    ['diff', FILE, HOSTILE],
  ],
  'diff json': [['diff', 'older.yaml', FILE, '--format', 'json']],
  'diff md': [['diff', 'older.yaml', FILE, '--format', 'md']],
  explain: [
    ['explain', FILE],
    ['explain', FILE, 'guidance.core-technology-list'],
    ['explain', FILE, 'guidance.information-rules'],
    ['explain', FILE, '--verdict', 't1'],
    ['explain', FILE, '--verdict', HOSTILE],
    ['explain', FILE, HOSTILE],
    ['explain', FILE, 'plating.bath-recipe', '--catalog', 'plating'],
  ],
  'ask text': [
    ['ask', FILE],
    ['ask', FILE, '--catalog', 'plating'],
  ],
  'ask md': [
    ['ask', FILE, '--format', 'md'],
    ['ask', FILE, '--format', 'md', '--catalog', 'plating'],
  ],
  'ask csv': [
    ['ask', FILE, '--format', 'csv'],
    ['ask', FILE, '--format', 'csv', '--catalog', 'plating'],
  ],
  'batch pdf': [
    ['batch', 'c', 'older.yaml', '--out', 'o', '--reports', 'pdf', '--allow-errors', '--min', '90'],
  ],
  'batch html': [
    ['batch', 'c', '--out', 'html', '--reports', 'html', '--since', 'c2'],
    ['batch', FILE, '--out', `o\u001b\n偽の行`],
    ['batch', HOSTILE],
    ['batch', 'c', '--shard', HOSTILE],
    ['batch', 'c', '--out', 'secret', '--anonymous'],
  ],
  'batch merge': [
    ['batch', 'merge', 'o', '--out', 'merged', '--allow-errors'],
    ['batch', 'merge', HOSTILE],
  ],
  ...Object.fromEntries(
    CHECK_FORMATS.map((format) => [
      `check ${format}`,
      [
        ['check', 'c', '--no-redact', ...POLICY, '--format', format, '--verbose'],
        ['check', FILE, '--no-redact', ...POLICY, '--baseline', 'older.yaml', '--format', format],
        ['check', 'c', '--no-redact', ...POLICY, '--format', `${format}=check.${format}`],
        ...(format === 'text' ? CHECKS_REFUSED : []),
      ],
    ]),
  ),
  'catalog list text': [
    ['catalog', 'list', '--catalog', 'plating'],
    ['catalog', 'list', '--checklist', HOSTILE],
  ],
  'catalog list json': [['catalog', 'list', '--catalog', 'plating', '--format', 'json']],
  'catalog show': [
    ['catalog', 'show', 'plating.bath-recipe', '--catalog', 'plating'],
    ['catalog', 'show', HOSTILE],
  ],
  'catalog lint': [
    ['catalog', 'lint', '--catalog', 'plating'],
    ['catalog', 'lint', '--catalog', `own\u001b\n偽の行`],
    ['catalog', 'lint', HOSTILE],
  ],
  schema: [
    ['schema', '--catalog', 'plating'],
    ['schema', 'policy', '--catalog', 'plating'],
    ['schema', HOSTILE],
  ],
};

/** All that may be tried: commands, each with its formats. */
function ways(command: Command, above = ''): readonly string[] {
  const name = above === '' && command.name() === 'wazamori' ? '' : `${above} ${command.name()}`.trim();
  const inner = command.commands.flatMap((c) => ways(c, name));
  if (name === '' || (inner.length > 0 && name !== 'batch')) return inner;
  const format = command.options.find(({ long }) => long === '--format' || long === '--reports');
  const choices = name === 'check' ? CHECK_FORMATS : (format?.argChoices ?? []);
  return [...(choices.length === 0 ? [name] : choices.map((choice) => `${name} ${choice}`)), ...inner];
}

describe('a file, its name and arguments full of what acts', () => {
  it('go through every command and format there is', () => {
    const program = commandLineOf(shippedWords('ja'), { ...NOWHERE }, () => {});
    expect(Object.keys(TABLE).sort()).toEqual([...ways(program)].sort());
    expect(Object.keys(TABLE)).toEqual(expect.arrayContaining(REPORT_FORMATS.map((f) => `report ${f}`)));
  });

  describe.each(Object.keys(TABLE))('%s', (way) => {
    const lines = (TABLE[way] ?? []).map((args) => ({ args, env: {} }));
    const coloured = lines.slice(0, /text|explain|^answer/.test(way) ? 1 : 0);
    const tried = [...lines, ...coloured.map(({ args }) => ({ args, env: COLOUR }))];
    it.each(tried)('$args $env', async ({ args, env }) => {
      const ran = await runCli([...args, ...(args.includes('--today') ? [] : TODAY)], cwd, env);
      const [out, err] = [bare(ran.stdout), bare(ran.stderr)];
      expect(ran.status).not.toBe(3);
      expect(out).not.toMatch(ACTS);
      expect(err).not.toMatch(ACTS);
      expect(err).not.toMatch(FORGED);
      if (!/json|csv|sarif/.test(way)) expect(out).not.toMatch(FORGED);
    });
  });

  it('and through every file that was written', async () => {
    const written = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        /\.(?:html|md|csv|json|jsonl|txt|sarif|junit|text|github|pdf)$/.test(path) && path !== 'other.txt',
    );
    expect(written.length).toBeGreaterThan(20);
    for (const path of written) {
      const bytes = readFileSync(join(cwd, path));
      if (extname(path) === '.pdf') {
        const pdf = await readPdf(new Uint8Array(bytes));
        for (const { pieces, alts } of pdf.pages)
          for (const said of [...pieces.map((piece) => piece.text), ...alts])
            expect(said, path).not.toMatch(ACTS);
        expect(pdf.title, path).not.toMatch(ACTS);
        expect(JSON.stringify(pdf.outline), path).not.toMatch(ACTS);
        continue;
      }
      const content = bytes
        .toString('utf8')
        .replaceAll('\r\n', '\n')
        .replace(/^\uFEFF/, '');
      expect(content, path).not.toMatch(ACTS);
      if (/\.(?:md|text|github)$/.test(path)) expect(content, path).not.toMatch(FORGED);
    }
  });
});

/** Without the colours that are ours; the underline of the file is none of them. */
const OURS = [1, 2, 22, 31, 33, 34, 36, 39].map((code) => `\u001b[${code}m`);
const bare = (said: string): string =>
  OURS.reduce((rest, code) => rest.replaceAll(code, ''), said)
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF/, '');

const NOWHERE = {
  cwd: '/',
  script: null,
  env: {},
  out: () => {},
  err: () => {},
  stdinIsTerminal: false,
  stdoutIsTerminal: false,
  columns: 80,
  rows: 24,
  now: () => new Date(0),
};
