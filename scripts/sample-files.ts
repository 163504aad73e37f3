import type { Catalog, Fact, Item } from '../src/model/catalog.ts';

/** Invented clients for tests, the bench and the docs: nobody real, spread as an adviser's clients are. */
export interface SampleInput {
  readonly catalog: Catalog;
  readonly count: number;
  readonly seed: number;
  /** The same clients a year later: some of their gaps are closed, a few have opened. */
  readonly later: boolean;
  /** Every question answered with notes, about 13 KB a file. */
  readonly full: boolean;
  /** One in a hundred cannot be read, each in its own way. */
  readonly broken: boolean;
}

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const TRADES = [
  ['金属加工', '精機'],
  ['樹脂成形・金型', '樹脂'],
  ['めっき・熱処理', '鍍金'],
  ['食品', '食品'],
  ['機械・装置', '機械'],
  ['電子部品・組立', '電子'],
  ['繊維', '繊維'],
  ['化学', '化成'],
] as const;
const PREFECTURES = ['福岡県', '大阪府', '愛知県', '東京都', '広島県', '新潟県', '北海道', '静岡県'];
const NOTES = [
  '本社のみ。現場の共有棚は来月に見直す',
  '担当が替わったばかり。前任者に確かめる',
  '決まりは紙であるが、3年前から見直していない',
  '取引先から言われて始めた。記録はまだ残していない',
  '工場ごとにやり方が違う。春までにそろえる',
];
/** Of a hundred sites of several: companies come in ones and twos, some in threes. */
const PEOPLE = [3, 5, 8, 12, 18, 25, 40, 65, 90, 150, 240, 420];

/** All files of a portfolio, one at a time: a hundred thousand of them need not fit into memory. */
export function* sampleFiles(input: SampleInput): Generator<SampleFile> {
  for (let n = 1; n <= input.count; n++) {
    const chance = chanceOf(input.seed * 1_000_003 + n);
    const broken = input.broken && n % 100 === 50;
    const text = broken ? brokenText(n) : clientText(n, chance, input);
    const trade = tradeOf(n, input.seed);
    const name = `${String(n).padStart(6, '0')}-${trade[1]}.yaml`;
    // A folder holds a thousand: more of them no person and few file systems like.
    const folder = String(Math.floor((n - 1) / 1000)).padStart(3, '0');
    yield { path: `${folder}/${name}`, bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text };
  }
}

const tradeOf = (n: number, seed: number) => {
  // Metal and parts are common, textiles and chemistry rare.
  const roll = chanceOf(seed * 7 + n)() ** 1.6;
  return TRADES[Math.floor(roll * TRADES.length)] ?? TRADES[0];
};

function clientText(n: number, chance: () => number, input: SampleInput): string {
  const trade = tradeOf(n, input.seed);
  // Every twelfth client is the second site of the one before it.
  const site = n % 12 === 0 ? '第二工場' : n % 12 === 11 ? '本社工場' : null;
  const company = n % 12 === 0 ? n - 1 : n;
  const people = PEOPLE[Math.floor(chance() ** 1.5 * PEOPLE.length)] ?? 12;
  const care = 0.15 + 0.7 * chance();
  const doubt = chance() < 0.15 ? 0.45 : 0.12 * chance();
  const quick = !input.full && chance() < 0.3;
  const depth = input.full ? 'evidence' : quick ? 'quick' : 'full';
  const year = input.later ? 2026 : 2025;
  const lines = [
    '# 見本：実在しない会社です。',
    'wazamori: 1',
    'company:',
    `  name: 株式会社みほん${tradeOf(company, input.seed)[1]}${company}`,
    ...(site === null ? [] : [`  site: ${site}`]),
    ...(site === null && chance() < 0.5 ? [] : [`  corporateNumber: "${invalidOffice(company)}"`]),
    `  headquarters: ${PREFECTURES[n % PREFECTURES.length]}`,
    `  industry: ${trade[0]}`,
    `  employees: ${people}`,
    'assessment:',
    `  date: ${year}-${two(1 + Math.floor(chance() * 11))}-${two(1 + Math.floor(chance() * 28))}`,
    `  depth: ${depth}`,
    'profile:',
    ...input.catalog.facts.filter((f) => f.place === 'profile').map((fact) => factLine(fact, chance)),
    'answers:',
    ...input.catalog.items.flatMap((item) => answerLines(item, { chance, care, doubt, input, quick })),
    ...technologyLines(chance),
  ];
  return `${lines.join('\n')}\n`;
}

function factLine(fact: Fact, chance: () => number): string {
  const value = fact.values[Math.floor(chance() * fact.values.length)]?.id ?? 'unknown';
  const word = chance() < 0.06 ? 'unknown' : value;
  return `  ${fact.id}: ${fact.kind === 'choices' ? `[${word}]` : word}`;
}

interface Mood {
  readonly chance: () => number;
  /** How much of what should be done is done. */
  readonly care: number;
  readonly doubt: number;
  readonly input: SampleInput;
  readonly quick: boolean;
}

function answerLines(item: Item, { chance, care, doubt, input, quick }: Mood): readonly string[] {
  const [first, second, third, fourth] = [chance(), chance(), chance(), chance()];
  if (!input.full && (item.checklist !== 'guidance' || (quick && item.depth !== 'quick'))) return [];
  const unknown = first < doubt;
  const before = second < care ? 'はい' : second < care + 0.2 ? '一部' : 'いいえ';
  const closed = input.later && before !== 'はい' && third < 0.25;
  const opened = input.later && before === 'はい' && third < 0.03;
  const word = closed ? 'はい' : opened ? 'いいえ' : unknown ? 'わからない' : before;
  if (!input.full && fourth < 0.04) return [];
  if (fourth < (input.full ? 0.45 : 0.8)) return [`  ${item.id}: ${word}`];
  const note = NOTES[Math.floor(first * NOTES.length)];
  return [`  ${item.id}:`, `    answer: ${word}`, `    note: ${note}`];
}

/** One in ten thinks of taking a technology abroad; half of those within sight. */
function technologyLines(chance: () => number): readonly string[] {
  if (chance() > 0.1) return [];
  const decided = chance() < 0.5;
  return [
    'technologies:',
    '  - id: t1',
    '    name: 見本の製造条件',
    '    family: unknown',
    '    kind: manufacture',
    '    listControl: not-listed',
    '    destination: non-group-a',
    '    trigger: subsidiary',
    `    stage: ${decided ? 'decided' : 'negotiating'}`,
    ...(decided ? [`    decisionDate: 2027-0${1 + Math.floor(chance() * 9)}-15`] : []),
  ];
}

/** What really arrives: an empty file, a picture, a tab, a wrong word, a copy of a spreadsheet. */
function brokenText(n: number): string | Uint8Array {
  const kinds: readonly (string | Uint8Array)[] = [
    '',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    'wazamori: 1\nanswers:\n\tguidance.device-updates: はい\n',
    'wazamori: 1\nanswers:\n  guidance.device-updates: たぶん\n',
    '会社名,回答\n見本,はい\n',
  ];
  return kinds[Math.floor(n / 100) % kinds.length] ?? '';
}

/** A corporate number with a right check digit that no company can have: there is no registry office 0000. */
function invalidOffice(n: number): string {
  const body = `000099${String(n).padStart(6, '0')}`;
  const sum = [...body]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${body}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
