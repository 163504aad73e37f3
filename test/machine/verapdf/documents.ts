import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { sampleFiles } from '../../../scripts/sample-files.ts';
import { shippedCatalog } from '../../../src/cli/assets.ts';
import { withReportOptions } from '../../../src/cli/define/report-options.ts';
import { processIo } from '../../../src/cli/io.ts';
import { main } from '../../../src/cli/main.ts';
import { ROOT } from '../../cli/run-cli.ts';
import { everyCharacter, RARE, rarely, strangely } from './strange.ts';

/** Every kind of PDF the command line makes, as it makes them. A new page set or section is among them by itself. */
const LANGS = ['ja', 'en'] as const;
const SAMPLES = ['parts-maker', 'machining-shop', 'materials-maker'] as const;
const TODAY = ['--today', '2026-11-21'];
const { catalog } = shippedCatalog('ja');

/** What `--pages` takes; the worksheet is a kind of its own. */
const PAGE_SETS = (
  withReportOptions(new Command(), (key) => key).options.find(({ long }) => long === '--pages')?.argChoices ??
  []
).filter((pages) => pages !== 'worksheet');

const SECTIONS = catalog.checklists.flatMap(({ sections }) => sections.map(({ id }) => id));

interface Kind {
  /** As the docs call it. */
  readonly name: string;
  /** Answer file, and options behind it; `null` for none. */
  readonly reports: readonly (readonly [answers: string | null, ...options: readonly string[]])[];
}

const ofSamples = (...options: readonly string[]): Kind['reports'] =>
  SAMPLES.map((sample) => [`${sample}.yaml`, ...options]);

const KINDS: readonly Kind[] = [
  {
    name: '`--pages`, each but the worksheet',
    reports: PAGE_SETS.flatMap((set) => ofSamples('--pages', set)),
  },
  { name: '`--handouts`', reports: ofSamples('--handouts') },
  { name: '`--hide notes,evidence`', reports: ofSamples('--hide', 'notes,evidence') },
  { name: '`--attach`', reports: [...ofSamples('--attach'), [`${RARE.slice(0, 12)}.yaml`, '--attach']] },
  {
    name: '`--pages worksheet`, of all sections too',
    reports: [
      [null, '--pages', 'worksheet'],
      ['rare.yaml', '--pages', 'worksheet'],
      ...SECTIONS.map((id) => [null, '--pages', 'worksheet', '--section', id] as const),
    ],
  },
  { name: '`--catalog`: own questions', reports: [['parts-maker.yaml', '--catalog', 'plating']] },
  { name: 'nothing answered yet', reports: [['bare.yaml', '--handouts']] },
  {
    name: 'names with `&<>`, 𠮷﨑髙葛󠄀',
    reports: [...PAGE_SETS.map((set) => ['rare.yaml', '--pages', set] as const), ['rare.yaml', '--handouts']],
  },
  {
    name: 'strange words in every free text',
    reports: SAMPLES.map((sample) => [`strange-${sample}.yaml`, '--handouts']),
  },
  { name: 'every character the fonts have', reports: [['characters.yaml']] },
];

const PORTFOLIO = '`batch`: portfolio of 5, 40, 500 clients';

const BATCHES: readonly (readonly [
  kind: string,
  out: string,
  clients: number,
  ...options: readonly string[],
])[] = [
  ['`batch --reports pdf`', 'five', 5, '--reports', 'pdf'],
  [PORTFOLIO, 'forty', 40],
  [PORTFOLIO, 'many', 500],
  ['`batch --anonymous`', 'nobody', 40, '--anonymous'],
  ['`batch --since`', 'later', 40, '--since', 'clients-40'],
];

export const LOCKED = { kind: '`--password`', password: 'ひみつ' } as const;

/** Encrypted ones, alone in the folder `locked`: they are opened with their password, and cannot be PDF/A. */
async function lock(folder: string): Promise<readonly Made[]> {
  mkdirSync(join(folder, 'locked'));
  const made: Made[] = [];
  for (const lang of LANGS) {
    for (const options of [...PAGE_SETS.map((set) => ['--pages', set]), ['--attach'], ['--handouts']]) {
      const name = `locked-${lang}-${made.length}`;
      const line = ['report', 'rare.yaml', ...options, '--password', LOCKED.password, '--lang', lang];
      await report([...line, ...TODAY, '-o', `locked/${name}.pdf`], folder);
      made.push({ kind: LOCKED.kind, name, typed: line.join(' ') });
    }
  }
  return made;
}

/** A finished document: its file is named after the place it has here. */
export interface Made {
  readonly kind: string;
  readonly name: string;
  /** What was typed. */
  readonly typed: string;
}

/** Makes all of them, the PDFs alone in the folders `pdf` and `locked` of `folder`. */
export async function makeAll(folder: string): Promise<readonly Made[]> {
  writeAnswers(folder);
  mkdirSync(join(folder, 'pdf'));
  const made: Made[] = [];
  for (const lang of LANGS) {
    for (const { name: kind, reports } of KINDS) {
      for (const [answers, ...options] of reports) {
        const name = `${lang}-${made.length}`;
        const line = ['report', ...(answers === null ? [] : [answers]), ...options, '--lang', lang];
        await report([...line, ...TODAY, '-o', `pdf/${name}.pdf`], folder);
        made.push({ kind, name, typed: line.join(' ') });
      }
    }
    made.push(...batches(folder, lang));
  }
  return [...made, ...(await lock(folder))];
}

async function report(args: readonly string[], cwd: string): Promise<void> {
  const said: string[] = [];
  const code = await main(args, { ...processIo(), cwd, err: (text) => said.push(text) });
  if (code !== 0) throw new Error(`wazamori ${args.join(' ')} ended with ${code}: ${said.join('')}`);
}

function batches(folder: string, lang: (typeof LANGS)[number]): readonly Made[] {
  return BATCHES.flatMap(([kind, name, count, ...options]) => {
    const out = `out-${lang}-${name}`;
    const later = options.includes('--since');
    const clients = later ? 'clients-later' : `clients-${count}`;
    writeClients(join(folder, clients), count, later);
    const line = ['batch', clients, ...options, '--out', out, '--lang', lang, ...TODAY];
    execFileSync(process.execPath, [join(ROOT, 'bin/wazamori.js'), ...line], { cwd: folder, stdio: 'pipe' });
    return readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.pdf'))
      .sort()
      .map((path, i) => {
        const copy = `${lang}-${name}-${i}`;
        cpSync(join(folder, out, path), join(folder, 'pdf', `${copy}.pdf`));
        const portfolio = name === 'five' && path === 'portfolio.pdf';
        return { kind: portfolio ? PORTFOLIO : kind, name: copy, typed: line.join(' ') };
      });
  });
}

function writeClients(folder: string, count: number, later: boolean): void {
  for (const { path, bytes } of sampleFiles({ catalog, count, seed: 1, later, full: false, broken: false })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function writeAnswers(folder: string): void {
  const keep = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const sample of SAMPLES) {
    const text = readFileSync(join(ROOT, 'templates/samples', `${sample}.yaml`), 'utf8');
    keep(`${sample}.yaml`, text);
    keep(`strange-${sample}.yaml`, strangely(text));
    if (sample !== 'parts-maker') continue;
    keep('rare.yaml', rarely(text));
    keep(`${RARE.slice(0, 12)}.yaml`, text);
  }
  keep('bare.yaml', 'wazamori: 1\n');
  keep('characters.yaml', everyCharacter(catalog.items.map(({ id }) => id)));
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(folder, 'plating'), { recursive: true });
}
