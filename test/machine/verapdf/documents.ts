import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { sampleFiles } from '../../../scripts/sample-files.ts';
import { shippedCatalog } from '../../../src/cli/assets.ts';
import { withReportOptions } from '../../../src/cli/commands/report/line.ts';
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

/** An answer file called so; the name goes into the PDF with it. */
const NAMED = `${RARE.slice(0, 12)}.yaml`;

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
  { name: '`--handouts`', reports: ofSamples('--pages', 'full', '--handouts') },
  { name: '`--hide notes,evidence`', reports: ofSamples('--pages', 'full', '--hide', 'notes,evidence') },
  { name: '`--attach`', reports: [...ofSamples('--attach'), [NAMED, '--pages', 'full', '--attach']] },
  {
    name: '`--pages worksheet`, of all sections too',
    reports: [
      [null, '--pages', 'worksheet'],
      ['rare.yaml', '--pages', 'worksheet'],
      ...SECTIONS.map((id) => [null, '--pages', 'worksheet', '--section', id] as const),
    ],
  },
  {
    name: '`--catalog`: own questions',
    reports: [['parts-maker.yaml', '--pages', 'full', '--catalog', 'plating']],
  },
  { name: 'nothing answered yet', reports: [['bare.yaml', '--pages', 'full', '--handouts']] },
  {
    name: 'names with `&<>`, 𠮷﨑髙葛󠄀',
    reports: [...PAGE_SETS.map((set) => ['rare.yaml', '--pages', set] as const), ['rare.yaml', '--handouts']],
  },
  {
    name: 'strange words in every free text',
    reports: SAMPLES.map((sample) => [`strange-${sample}.yaml`, '--pages', 'full', '--handouts']),
  },
  { name: 'every character the fonts have', reports: [['characters.yaml', '--pages', 'full']] },
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
const LOCKED_REPORTS = [...PAGE_SETS.map((set) => ['--pages', set]), ['--attach'], ['--handouts']];

/** A finished document: its file is named after the place it has here. */
export interface Made {
  readonly kind: string;
  readonly name: string;
  /** What was typed. */
  readonly typed: string;
}

/** Makes all of them, the PDFs alone in the folder `pdf` of `folder`, those with a password in `locked`. */
export async function makeAll(folder: string): Promise<readonly Made[]> {
  writeAnswers(folder);
  for (const out of ['pdf', 'locked']) mkdirSync(join(folder, out));
  const made: Made[] = [];
  for (const lang of LANGS) {
    for (const { name: kind, reports } of KINDS) {
      for (const [answers, ...options] of reports) {
        const line = [...(answers === null ? [] : [answers]), ...options, '--lang', lang];
        made.push(...(await report(line, folder, { kind, into: 'pdf', name: `${lang}-${made.length}` })));
      }
    }
    for (const { kind, line, out } of batches(folder, lang)) {
      const put = { kind, into: 'pdf', name: `${lang}-${made.length}` };
      for (const one of collected(join(folder, out), folder, line, put))
        made.push(
          /reports/.test(one.from) ? one : { ...one, kind: kind.includes('--reports') ? PORTFOLIO : kind },
        );
    }
    for (const options of LOCKED_REPORTS) {
      const line = ['rare.yaml', ...options, '--password', LOCKED.password, '--lang', lang];
      const put = { kind: LOCKED.kind, into: 'locked', name: `locked-${lang}-${made.length}` };
      made.push(...(await report(line, folder, put)));
    }
  }
  return made;
}

interface Put {
  readonly kind: string;
  readonly into: string;
  readonly name: string;
}

/** What one report is: the plan, and whatever is written beside it. */
async function report(line: readonly string[], cwd: string, put: Put): Promise<readonly Made[]> {
  const out = `made-${put.name}`;
  mkdirSync(join(cwd, out));
  const args = ['report', ...line, ...TODAY, '-o', `${out}/plan.pdf`];
  const said: string[] = [];
  const code = await main(args, { ...processIo(), cwd, err: (text) => said.push(text) });
  if (code !== 0) throw new Error(`wazamori ${args.join(' ')} ended with ${code}: ${said.join('')}`);
  return collected(join(cwd, out), cwd, args, put);
}

function batches(folder: string, lang: (typeof LANGS)[number]) {
  return BATCHES.map(([kind, name, count, ...options]) => {
    const out = `out-${lang}-${name}`;
    const later = options.includes('--since');
    const clients = later ? 'clients-later' : `clients-${count}`;
    writeClients(join(folder, clients), count, later);
    const line = ['batch', clients, ...options, '--out', out, '--lang', lang, ...TODAY];
    execFileSync(process.execPath, [join(ROOT, 'bin/wazamori.js'), ...line], { cwd: folder, stdio: 'pipe' });
    return { kind, line, out };
  });
}

/** The PDFs a command has left, copied to where they are validated. */
function collected(out: string, folder: string, line: readonly string[], { kind, into, name }: Put) {
  const found = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.pdf'),
  );
  if (found.length === 0) throw new Error(`wazamori ${line.join(' ')} made no PDF`);
  return found.sort().map((from, i) => {
    cpSync(join(out, from), join(folder, into, `${name}-${i}.pdf`));
    return { kind, name: `${name}-${i}`, typed: line.join(' '), from };
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
    keep(NAMED, text);
  }
  keep('bare.yaml', 'wazamori: 1\n');
  keep('characters.yaml', everyCharacter(catalog.items.map(({ id }) => id)));
  cpSync(join(ROOT, 'templates/own-checklists/plating'), join(folder, 'plating'), { recursive: true });
}
