import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Mutated, mutated } from './mutations.ts';
import { mutatedPdf, mutatedRows } from './mutations-of-ours.ts';
import { oneOf, type Random, whole } from './random.ts';

/** The kinds of files that come from others, and what reads them. */
export interface Kind {
  readonly name: string;
  /** How many of a hundred files. */
  readonly share: number;
  /** The mutated file, and the words of the command line that read it. */
  readonly make: (random: Random, folder: string) => Mutated & { readonly path: string; readonly args: Args };
  /** What the command writes anew belongs to it. */
  readonly rewritten?: true;
}

type Args = readonly string[];
type Make = Kind['make'];

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const yamlBelow = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
const some = <T>(random: Random, values: readonly T[]): T => {
  const value = values[whole(random, values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

const SAMPLES = ['machining-shop', 'materials-maker', 'parts-maker'].map((name) =>
  read(`templates/samples/${name}.yaml`),
);
const SUPPRESSED = 'suppressed:\n  - {code: gap-new, about: guidance.exit-plan, reason: 撤退しない}\n';
const POLICIES = ['for-customers', 'small-start'].map((name) => read(`templates/policies/${name}.yaml`));
const PLATING = 'templates/own-checklists/plating';
const OVERLAY = yamlBelow(PLATING);
const SHIPPED = yamlBelow('checklists').filter(
  (name) => !name.startsWith('editions/') && name !== 'lint.yaml',
);

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'md'] as const;

/** What stands in the folder of a run before anything is broken. */
export const STANDING: Readonly<Record<string, string>> = {
  'before.yaml': `${SAMPLES[0]}${SUPPRESSED}`,
  'other.yaml': SAMPLES[1] ?? '',
};

/** What is made once by the program itself: rows to merge and plans to verify. */
export const PREPARING: readonly Args[] = [
  // What checklists are read with is loaded once: that is no file's fault.
  ['catalog', 'lint'],
  ['batch', 'before.yaml', 'other.yaml', '--out', 'kept'],
  ['report', 'before.yaml', '-o', 'kept.pdf', '--pages', 'president'],
  ['report', 'before.yaml', '-o', 'carrying.pdf', '--attach'],
];

const answers: Make = (random) => {
  const sample = `${some(random, SAMPLES)}${random() < 0.5 ? SUPPRESSED : ''}`;
  const path = 'a.yaml';
  const others: readonly Args[] = [
    ['score', path],
    ['score', path, '--format', 'json'],
    ['diff', 'before.yaml', path],
    ['explain', path],
    ['ask', path],
    ['report', path, '--format', 'md', '--pages', 'full'],
    ['report', path, '--format', 'html', '--pages', 'full'],
    ['report', path, '-o', 'a.pdf', '--pages', 'plan'],
    ['batch', path, 'before.yaml', '--out', 'out'],
  ];
  const policy = oneOf(random, ['for-customers', 'small-start']);
  const check = ['check', path, '--policy', policy, '--format', oneOf(random, FORMATS)];
  const compared = random() < 0.3 ? [...check, '--baseline', 'before.yaml'] : check;
  return { ...mutated(sample, random), path, args: random() < 0.6 ? compared : some(random, others) };
};

const policy: Make = (random) => ({
  ...mutated(some(random, POLICIES), random),
  path: 'own.yaml',
  args: ['check', 'before.yaml', '--policy', 'own.yaml', '--format', oneOf(random, FORMATS)],
});

/** A folder of own checklists in which one file is broken. */
const own =
  (from: string, names: readonly string[], whole_: boolean): Make =>
  (random, folder) => {
    const name = some(random, names);
    rmSync(join(folder, 'own'), { recursive: true, force: true });
    if (whole_) cpSync(join(ROOT, from), join(folder, 'own'), { recursive: true });
    const command = oneOf(random, [
      ['score', 'before.yaml'],
      ['catalog', 'lint'],
    ]);
    return {
      ...mutated(read(`${from}/${name}`), random),
      path: `own/${name}`,
      args: [...command, '--catalog', 'own'],
    };
  };

const rows: Make = (random, folder) => {
  rmSync(join(folder, 'part'), { recursive: true, force: true });
  cpSync(join(folder, 'kept'), join(folder, 'part'), { recursive: true });
  const kept = readFileSync(join(folder, 'kept/rows.jsonl'), 'utf8');
  const again = ['batch', 'before.yaml', 'other.yaml', '--out', 'part'];
  const merge = ['batch', 'merge', 'part', '--out', 'whole'];
  return {
    ...mutatedRows(kept, random),
    path: 'part/rows.jsonl',
    args: random() < 0.5 ? merge : again,
  };
};

const pdf: Make = (random, folder) => ({
  ...mutatedPdf(readFileSync(join(folder, oneOf(random, ['kept.pdf', 'carrying.pdf']))), random),
  path: 'a.pdf',
  args: ['verify', 'a.pdf', ...(random() < 0.5 ? ['--answers', 'before.yaml'] : [])],
});

export const KINDS: readonly Kind[] = [
  { name: 'answers', share: 40, make: answers },
  { name: 'policy', share: 20, make: policy },
  { name: 'rows', share: 18, make: rows, rewritten: true },
  { name: 'own catalogue', share: 6, make: own('checklists', SHIPPED, false) },
  { name: 'overlay', share: 6, make: own(PLATING, OVERLAY, true) },
  { name: 'pdf', share: 10, make: pdf },
];

/** Puts what every run needs into an empty folder. */
export function furnish(folder: string): void {
  for (const [name, text] of Object.entries(STANDING)) writeFileSync(join(folder, name), text);
}
