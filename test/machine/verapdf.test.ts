import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { LOCKED, type Made, makeAll } from './verapdf/documents.ts';
import { fetchVeraPdf, type Validated, validate } from './verapdf/verapdf.ts';

/**
 * Every PDF the product makes, held by veraPDF against what it claims: PDF/A-3a and PDF/UA-1; an encrypted file is
 * PDF/UA-1 alone.
 */
const CLAIMED = ['PDF/A-3A', 'PDF/UA-1'];
const DOCS = join(ROOT, 'docs/report.md');
const [OPEN, CLOSE] = ['<!-- validated -->\n', '<!-- /validated -->'];
const folder = mkdtempSync(join(tmpdir(), 'wazamori-verapdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made: readonly Made[] = [];
const said = new Map<string, Validated>();
beforeAll(async () => {
  fetchVeraPdf();
  made = await makeAll(folder);
  plantFaults(made[0]?.name ?? '');
  const validated = [
    ...validate(join(folder, 'pdf')),
    ...validate(join(folder, 'locked'), '--password', LOCKED.password, '--flavour', 'ua1'),
  ];
  for (const one of validated) said.set(one.name, one);
}, 1_800_000);

describe('every PDF the product makes', () => {
  it('breaks no rule', () => {
    const broken = made.flatMap(({ name, typed }) =>
      (said.get(name)?.failures ?? ['was not validated']).map((failure) => `${typed}: ${failure}`),
    );
    expect(broken).toEqual([]);
  });

  it('was held against all it should claim, rule by rule', () => {
    for (const { name, kind, typed } of made) {
      expect(said.get(name)?.profiles, typed).toEqual(kind === LOCKED.kind ? ['PDF/UA-1'] : CLAIMED);
      // The smallest paper, a single question to one role, is held against some 950 checks.
      expect(said.get(name)?.checks, typed).toBeGreaterThan(500);
    }
  });

  it('stands in the table of the docs', () => {
    const docs = readFileSync(DOCS, 'utf8');
    const [head = '', rest = ''] = docs.split(OPEN);
    const [, tail = ''] = rest.split(CLOSE);
    const now = [head, OPEN, table(), CLOSE, tail].join('');
    if (process.env['UPDATE'] === '1') writeFileSync(DOCS, now);
    expect(readFileSync(DOCS, 'utf8')).toBe(now);
  });
});

describe('the validator', () => {
  it.each([
    ['no-language', 'PDF/UA-1', 'ISO 14289-1:2014 7.2-'],
    ['no-colours', 'PDF/A-3a', 'ISO 19005-3:2012 6.2.4.3-2'],
    ['no-alternative', 'PDF/UA-1', 'ISO 14289-1:2014 7.3-1'],
  ])('sees a fault: %s is not %s', (name, _, rule) => {
    expect(said.get(name)?.failures.join('\n')).toContain(rule);
  });
});

/** The same document without its language, its alternative texts, what its colours mean. */
function plantFaults(sound: string): void {
  const path = (name: string): string => join(folder, 'pdf', `${name}.pdf`);
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', path(sound), path('open')]);
  const text = readFileSync(path('open'), 'latin1');
  rmSync(path('open'));
  for (const [name, key] of [
    ['no-language', '/Lang ('],
    ['no-alternative', '/Alt <'],
    ['no-colours', '/OutputIntents ['],
  ] as const) {
    if (!text.includes(key)) throw new Error(`no ${key} to take away`);
    // Of the same length: places in the file stay as they are.
    writeFileSync(
      path(name),
      text.replaceAll(key, key.replace('/', '/X').replace(/(?<=X\w\w)\w/, '')),
      'latin1',
    );
  }
}

/** What each kind claims, and how much of it is broken. */
function table(): string {
  const kinds = [...new Set(made.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const of = made.filter((one) => one.kind === kind).map(({ name }) => said.get(name));
    const failures = of.reduce((sum, one) => sum + (one?.failures.length ?? 1), 0);
    const cell = (profile: string): string =>
      of.every((one) => one?.profiles.includes(profile)) ? `${failures} failures` : 'not claimed';
    return `| ${kind} | ${CLAIMED.map(cell).join(' | ')} |`;
  });
  return ['| document | PDF/A-3a | PDF/UA-1 |', '|---|---|---|', ...rows, ''].join('\n');
}
