import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

/** The package as others get it: packed, installed in a folder of its own, compiled against and run. */
const folder = mkdtempSync(join(tmpdir(), 'wazamori-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROJECT = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    // All that a project may ask for, of the declarations it takes in too.
    ...{
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    },
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    outDir: 'out',
  },
  files: ['program.ts'],
};
const PROGRAM = readFileSync(join(ROOT, 'test/machine/consumer/program.ts'), 'utf8');

beforeAll(() => {
  const said = execFileSync('npm', ['pack', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // All of it is the name: pre-commit and shell scripts read it so.
  expect(said).toMatch(/^wazamori-[\d.]+\.tgz\n$/);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  // A machine that has never asked a registry for anything, and cannot.
  const alone = [
    '--offline',
    '--cache',
    join(folder, 'no-cache'),
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  execFileSync('npm', ['install', ...alone, `./${said.trim()}`], { cwd: folder, stdio: 'pipe' });
}, 600_000);

/** What the compiler says of a program that uses the package; nothing where it is right. */
function compiled(program: string): string {
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(PROJECT));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: folder, encoding: 'utf8' }).stdout;
}

/** Bytes of all files below a folder. */
const sizeOf = (path: string): number =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

describe('the package', () => {
  const installed = join(folder, 'node_modules');

  it('is all that is installed, and no more than 20 MB', () => {
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['wazamori']);
    expect(existsSync(join(installed, 'wazamori/node_modules'))).toBe(false);
    expect(sizeOf(installed) / 1e6).toBeLessThanOrEqual(20);
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    expect(statSync(join(folder, packed)).size / 1e6).toBeLessThanOrEqual(10);
  });

  it('says whose work it holds, and has each font once', () => {
    const ours = join(installed, 'wazamori');
    expect(readFileSync(join(ours, 'dist/THIRD-PARTY.txt'), 'utf8')).toMatch(/^pdfkit [\d.]+ \(MIT\)$/m);
    const fonts = readdirSync(ours, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.[to]tf$/.test(name),
    );
    expect(fonts.sort()).toEqual(
      ['BIZUDPGothic-Bold', 'BIZUDPGothic-Regular', 'NotoSansJP-fallback'].map(
        (name) => `dist/fonts/${name}.ttf`,
      ),
    );
  });
});

describe('a TypeScript project that uses the package', () => {
  it('compiles, strict to the declarations themselves, and runs', () => {
    expect(compiled(PROGRAM)).toBe('');
    cpSync(join(ROOT, 'templates/samples/parts-maker.yaml'), join(folder, 'answers.yaml'));
    writeFileSync(
      join(folder, 'run.js'),
      `import { readFileSync } from 'node:fs';
       import { changed, client, gate, schema } from './out/program.js';
       const text = readFileSync('answers.yaml', 'utf8');
       const made = await client(text);
       const refused = await client('wazamori: 1\\nanswers: {guidance.device-updates: はあ}\\n');
       const findings = gate(text, 'policy: 1\\nscore: {overall: {low: 99}}\\n');
       const change = changed(text, text)?.score;
       console.log(JSON.stringify({ ...made, pdf: made.pdf.length, refused, findings, change, schema: await schema() }));`,
    );
    const ran = JSON.parse(execFileSync(process.execPath, ['run.js'], { cwd: folder, encoding: 'utf8' }));
    expect(ran).toMatchObject({ company: '株式会社サンプル精機', low: expect.any(Number) });
    expect(ran.pdf).toBeGreaterThan(10_000);
    expect(ran.verdicts).toHaveLength(2);
    expect(ran.refused).toHaveLength(1);
    expect(ran.findings.length).toBeGreaterThan(0);
    expect(ran.schema.type).toBe('object');
  });

  it.each([
    [
      'a day that is a number',
      "today: TODAY, version: '0.1.0'",
      "today: 20261121, version: '0.1.0'",
      'TS2322',
    ],
    ['a result that may be none', "answers.company.name ?? '?'", 'answers.company.name', 'TS2322'],
    ['a value before it is known to be one', 'if (!read.ok)', 'if (read.ok)', 'TS2339'],
    ['a page set there is none of', "pages: 'president'", "pages: 'presidents'", 'TS2820'],
    [
      'a change to what is read only',
      'const { bytes }',
      'assessment.score.low = 1;\n  const { bytes }',
      'TS2540',
    ],
    ['a function there is none of', 'shippedWords,', 'shippedWord,', 'TS2724'],
  ])('does not compile with %s', (_, right, wrong, code) => {
    expect(PROGRAM).toContain(right);
    expect(compiled(PROGRAM.replace(right, wrong))).toContain(code);
  });
});

it('npm keeps no log of what is typed in this folder, answers and passwords among it', () => {
  const cache = join(folder, 'cache');
  execFileSync('npm', ['exec', '--cache', cache, '--', 'node', '-e', '0', 'ひみつ'], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  const logs = join(cache, '_logs');
  expect(existsSync(logs) ? readdirSync(logs) : []).toEqual([]);
});

describe('the command line from the package', () => {
  const bin = join(folder, 'node_modules/.bin/wazamori');
  it('needs no sources to print, to check and to go through many', () => {
    expect(existsSync(join(folder, 'node_modules/wazamori/src'))).toBe(false);
    mkdirSync(join(folder, 'clients'), { recursive: true });
    cpSync(join(ROOT, 'templates/samples'), join(folder, 'clients'), { recursive: true });
    const run = (...args: readonly string[]): number | null =>
      spawnSync(bin, [...args, '--today', '2026-11-21'], { cwd: folder, stdio: 'ignore' }).status;
    expect(run('report', 'clients/parts-maker.yaml', '--attach', '-o', 'plan.pdf')).toBe(0);
    expect(run('verify', 'plan.pdf')).toBe(0);
    expect(run('batch', 'clients', '--reports', 'pdf', '--out', 'out')).toBe(0);
    expect(existsSync(join(folder, 'out/portfolio.pdf'))).toBe(true);
    expect(run('check', 'clients', '--policy', 'small-start')).toBe(1);
    expect(run('catalog', 'lint')).toBe(0);
  });
});
