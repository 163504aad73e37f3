import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../../src/cli/faces/terminal/line.ts';
import { readDrafts } from '../../src/files/state/drafts.ts';
import { rowLine } from '../../src/portfolio/rows/row-line.ts';
import { growthBelow } from '../setup/cpu.ts';
import { folder } from '../setup/folder.ts';
import { ROOT, runCli } from './run-cli.ts';

/**
 * A long text in every field of every file, and many of everything: 16 times as much may take 40 times as long and no
 * longer, in CPU time. Taken by the square it would take 256 times as long.
 */
const MOST = 40;
const growth = growthBelow(MOST);
const TODAY = ['--today', '2026-11-21'] as const;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const ANSWERS: Json = {
  wazamori: 1,
  company: {
    name: '株式会社みなと精工',
    formerNames: ['湊製作所'],
    site: '本社工場',
    headquarters: '福岡県',
    corporateNumber: '7000012050002',
    industry: '製造業',
    employees: 48,
    strength: '薄肉部品',
  },
  assessment: {
    date: '2026-11-21',
    by: '総務課長',
    depth: 'full',
    goals: ['tics'],
    keepUntil: '2027-11-30',
    editions: { guidance: '2026.1' },
  },
  profile: { overseasProduction: 'planning' },
  answers: {
    'guidance.core-technology-list': 'はい',
    'guidance.information-rules': {
      answer: '一部',
      note: '本社のみ',
      basis: '聞き取り',
      by: '総務課長',
      on: '2026-11-20',
      evidence: [
        { what: '規程', where: '書庫', seen: '2026-04-01' },
        { file: 'a.pdf', sha256: '9f' },
      ],
    },
    'guidance.exhibition-review': { answer: '当てはまらない', reason: '出ない' },
  },
  technologies: [
    {
      id: 't1',
      name: '誘電体の成形',
      family: ['mlcc'],
      familyAsOf: '2025-06-09',
      familyBasis: '表',
      familyCheckedBy: '技術部',
      kind: 'manufacture',
      definitionBasis: '図',
      countries: ['VN'],
      onwardBasis: '契約',
      trigger: 'subsidiary',
      exclusion: 'none',
      exclusionBasis: '無し',
      stage: 'negotiating',
      decisionDate: '2027-03-31',
    },
  ],
  plan: {
    start: '2026-12-01',
    capacity: 3,
    actions: { 'identify-core-technology': { owner: '製造部長', due: '2027-01-31', status: 'doing' } },
  },
  accepted: [{ item: 'guidance.exit-plan', reason: '予定なし', until: '2027-03-31', by: '代表取締役' }],
  suppressed: [{ code: 'all-yes-streak', about: 'guidance.exit-plan', reason: '直後' }],
};

const POLICY: Json = {
  policy: 1,
  depth: 'full',
  score: { overall: { low: 60, grade: 'C' }, checklists: { guidance: { low: 1 } } },
  required: ['guidance.core-technology-list'],
  evidence: { severities: ['critical'], maxAgeDays: 365 },
  plan: { ownerFor: ['critical'] },
  accepted: { most: 3, approvers: ['代表取締役'] },
  editions: { guidance: '2026.1' },
  rules: { 'secret-in-note': 'error' },
  clients: ['a.yaml', { name: 'c001', company: '株式会社青木精機', files: ['a.yaml', 'b/*.yaml'] }],
  exclude: ['samples'],
};

/** The ways to what is no list and no map. */
function* leaves(value: Json, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
}

function replaced(value: Json, [key, ...rest]: Path, by: string): Json {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, i) => (String(i) === String(key) ? replaced(part, rest, by) : part));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]),
  );
}

/** What patterns and line ends have stumbled over. */
const UNITS = [
  'あ',
  'a',
  '漢',
  'a ',
  '0-',
  '（',
  '技術を守る、',
  '1',
  'a.',
  '\n',
  'か\u3099',
  'a@a.',
  '「',
  '/',
];
const SHORT = 1500;
const LENGTH = { short: SHORT, long: 16 * SHORT } as const;

const text = (unit: string, length: number, attempt: number): string =>
  `${attempt}${unit.repeat(length / unit.length)}`;

/** The value with a long text in some of its leaves, another kind of text in each. */
function grown(value: Json, paths: readonly Path[], length: number, turn: number, attempt: number): string {
  const put = (into: Json, path: Path, i: number): Json =>
    replaced(into, path, text(UNITS[(i + turn) % UNITS.length] ?? 'あ', length, attempt));
  return JSON.stringify(paths.reduce(put, value));
}

/** As many leaves at once as a file has room for. */
function* groups(value: Json): Generator<readonly Path[]> {
  const all = [...leaves(value)];
  const count = Math.ceil(all.length / 4);
  for (let first = 0; first < count; first++) yield all.filter((_, i) => i % count === first);
}

/** Growth of a command over a file that grows. */
const growthOf = (cwd: string, args: readonly string[], name: string, make: Grow) =>
  growth(async (size, attempt) => {
    writeFileSync(join(cwd, name), make(LENGTH[size], attempt));
    const { status, stderr } = await runCli([...args, ...TODAY], cwd);
    expect([0, 1, 2], stderr).toContain(status);
  });

type Grow = (length: number, attempt: number) => string | Uint8Array;

const cwd = folder({ 'before.yaml': JSON.stringify(ANSWERS), 'a.yaml': JSON.stringify(ANSWERS) });

// What a command loads it loads once: that is no growth.
beforeAll(async () => {
  for (const args of COMMANDS) await runCli([...args, ...TODAY], cwd);
}, 60_000);

const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['check', 'a.yaml', '--policy', 'for-customers'],
  ['check', 'a.yaml', '--baseline', 'before.yaml', '--format', 'md'],
  ['score', 'a.yaml'],
  ['diff', 'before.yaml', 'a.yaml'],
  ['diff', 'a.yaml', 'before.yaml', '--format', 'md'],
  ['report', 'a.yaml', '--format', 'md', '--pages', 'full'],
  ['report', 'a.yaml', '-o', 'a.pdf', '--pages', 'plan'],
  ['answer', 'a.yaml', 'guidance.exit-plan=いいえ:本社のみ'],
];

describe('a long text', () => {
  it.each(COMMANDS.map((args, turn) => ({ args, turn, line: args.join(' ') })))(
    'in every field of an answer file: $line',
    { timeout: 60_000 },
    async ({ args, turn }) => {
      for (const [i, paths] of [...groups(ANSWERS)].entries()) {
        const make: Grow = (length, attempt) => grown(ANSWERS, paths, length, turn + 5 * i, attempt);
        expect([paths, await growthOf(cwd, args, 'a.yaml', make)]).toSatisfy(isBelow);
      }
    },
  );

  it('in every field of a policy', { timeout: 60_000 }, async () => {
    const args = ['check', 'before.yaml', '--policy', 'own.yaml'];
    for (const [i, paths] of [...groups(POLICY)].entries()) {
      const make: Grow = (length, attempt) => grown(POLICY, paths, length, i, attempt);
      expect([paths, await growthOf(cwd, args, 'own.yaml', make)]).toSatisfy(isBelow);
    }
  });

  it('in every field of a result to hold a file against', { timeout: 60_000 }, async () => {
    const { stdout } = await runCli(['score', 'before.yaml', '--format', 'json', ...TODAY], cwd);
    const result: Json = JSON.parse(stdout);
    const args = ['check', 'before.yaml', '--baseline', 'result.json'];
    for (const part of ['items', 'verdicts', 'editions', 'company', 'score']) {
      const paths = [...leaves(result)].filter(([first]) => first === part).slice(0, 12);
      const make: Grow = (length, attempt) => grown(result, paths, length, 0, attempt);
      expect([paths, await growthOf(cwd, args, 'result.json', make)]).toSatisfy(isBelow);
    }
  });

  it('in every file of own checklists', { timeout: 60_000 }, async () => {
    const from = join(ROOT, 'templates/own-checklists/plating');
    cpSync(from, join(cwd, 'plating'), { recursive: true });
    const args = ['catalog', 'lint', '--catalog', 'plating'];
    // All values of a file; ids among them, so that its shape is refused.
    for (const name of [
      'remove.yaml',
      'plating/checklist.yaml',
      'plating/bath.yaml',
      'actions/plating.yaml',
    ]) {
      const path = join('plating', name);
      const own = readFileSync(join(cwd, path), 'utf8');
      let line = 0;
      const put = (length: number, attempt: number) => (): string =>
        `: ${JSON.stringify(text(UNITS[line++ % UNITS.length] ?? '', length / 4, attempt))}`;
      const make: Grow = (length, attempt) => own.replace(/: (\S.*)$/gm, put(length, attempt));
      expect([name, await growthOf(cwd, args, path, make)]).toSatisfy(isBelow);
      writeFileSync(join(cwd, path), own);
    }
    // The Japanese texts alone, each below its limit: what looks at sentences looks at them.
    const path = 'plating/plating/bath.yaml';
    const own = readFileSync(join(cwd, path), 'utf8');
    for (const unit of ['漢', '漢の', '技術を守る、', 'a']) {
      const make: Grow = (length, attempt) =>
        own.replace(/ja: [^,}\n]+/g, () => `ja: ${text(unit, length / 15, attempt)}`);
      expect([unit, await growthOf(cwd, args, path, make)]).toSatisfy(isBelow);
    }
  });

  it('in every field of the rows of a batch', { timeout: 60_000 }, async () => {
    await runCli(['batch', 'before.yaml', '--out', 'part', ...TODAY], cwd);
    const [head = '', row = ''] = readFileSync(join(cwd, 'part/rows.jsonl'), 'utf8').split('\n');
    const args = ['batch', 'merge', 'part', '--out', 'whole'];
    for (const line of [head, row]) {
      const { hash: _, ...value } = JSON.parse(line);
      for (const paths of groups(value)) {
        const make: Grow = (length, attempt) => {
          const text = grown(value, paths, length, 0, attempt);
          const long = line === head ? text : rowLine(JSON.parse(text));
          return `${line === head ? long : head}\n${line === head ? row : long}\n`;
        };
        expect([paths, await growthOf(cwd, args, 'part/rows.jsonl', make)]).toSatisfy(isBelow);
      }
    }
  });

  it('in a PDF to verify, and in the notes that wait for an answer', { timeout: 60_000 }, async () => {
    await runCli(['report', 'before.yaml', '-o', 'plan.pdf', '--pages', 'president', ...TODAY], cwd);
    const pdf = readFileSync(join(cwd, 'plan.pdf'));
    const args = ['verify', 'plan.pdf', '--answers', 'before.yaml'];
    for (const unit of [
      '(',
      '<',
      '[',
      '<<',
      '1 0 ',
      '%',
      ' ',
      '\\',
      '/a',
      'endobj ',
      '\nstartxref\n1\n%%EOF',
    ]) {
      for (const at of [20, pdf.length - 30]) {
        const make: Grow = (length, attempt) =>
          Buffer.concat([pdf.subarray(0, at), Buffer.from(text(unit, length, attempt)), pdf.subarray(at)]);
        expect([unit, at, await growthOf(cwd, args, 'plan.pdf', make)]).toSatisfy(isBelow);
      }
    }
    for (const unit of UNITS) {
      const waits = await growth((size, attempt) => lineOf(text(unit, LENGTH[size], attempt)));
      expect([unit, waits]).toSatisfy(isBelow);
    }
    expect(readDrafts({ XDG_STATE_HOME: cwd }, 'none.yaml').size).toBe(0);
  });
});

const HEAD = 'wazamori: 1\ncompany: {name: 株式会社みなと精工}\n';
const each = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

describe('many', () => {
  it.each<[string, (count: number) => string]>([
    [
      'technologies',
      (n) => `technologies:\n${each(n / 8, (i) => `  - {id: t${i}, family: [none], stage: signed}\n`)}`,
    ],
    ['technologies of one id', (n) => `technologies:\n${each(n, () => '  - {id: t}\n')}`],
    [
      'pieces of evidence',
      (n) =>
        `answers:\n  guidance.information-rules:\n    answer: はい\n    evidence:\n${each(n, (i) => `      - {file: a${i}.pdf, sha256: ab}\n`)}`,
    ],
    ['unknown keys', (n) => each(n, (i) => `key${i}: 1\n`)],
    ['unknown questions', (n) => `answers:\n${each(n, (i) => `  guidance.x${i}: はい\n`)}`],
    ['wrong words', (n) => `answers:\n${each(n, (i) => `  guidance.x${i}: まあ${i}\n`)}`],
    ['actions', (n) => `plan:\n  actions:\n${each(n, (i) => `    a${i}: {owner: 製造部長}\n`)}`],
    [
      'gaps accepted',
      (n) =>
        `accepted:\n${each(n, (i) => `  - {item: guidance.exit-plan, reason: r${i}, until: 2027-01-01, by: x}\n`)}`,
    ],
    [
      'findings silenced',
      (n) => `suppressed:\n${each(n, (i) => `  - {code: all-yes-streak, reason: r${i}}\n`)}`,
    ],
    ['long ways to write a key', (n) => each(n, (i) => `? k${i}\n`)],
    ['keys twice', (n) => 'a: 1\n'.repeat(n)],
    ['full-width colons', (n) => 'company：x\n'.repeat(n)],
    ['lines without a colon', (n) => 'abc\n'.repeat(4 * n)],
    ['tabs', (n) => '\ta: 1\n'.repeat(n)],
    ['comment signs in a line', (n) => `x: a${' #'.repeat(8 * n)}`],
    ['colons in a line', (n) => 'a:#'.repeat(8 * n)],
    ['empty lines', (n) => `x: |\n${'  \n'.repeat(4 * n)}`],
    ['quotes that never end', (n) => `x: "a\n${'  - "b\n'.repeat(n)}`],
  ])('%s', { timeout: 60_000 }, async (_, make) => {
    for (const args of [
      ['check', 'many.yaml', '--policy', 'for-customers'],
      ['answer', 'many.yaml', 'guidance.exit-plan=いいえ'],
    ]) {
      const grow: Grow = (length) => HEAD + make(length / 8);
      expect([args, await growthOf(cwd, args, 'many.yaml', grow)]).toSatisfy(isBelow);
    }
  });
});

/** The last of a tuple is a growth; what stands before it names what grew. */
function isBelow(tuple: readonly unknown[]): boolean {
  return Number(tuple.at(-1)) <= MOST;
}
