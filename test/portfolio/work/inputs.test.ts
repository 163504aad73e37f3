import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patternsIn } from '../../../src/files/find/patterns.ts';
import { fileOf, findInputs, type Inputs } from '../../../src/portfolio/work/inputs.ts';
import { newFolder, put } from '../sample.ts';

const paths = (cwd: string, given: readonly string[], skip: readonly string[] = []): readonly string[] =>
  named(findInputs(cwd, given, skip));

const named = ({ entries }: Inputs): readonly string[] =>
  [...entries].map(({ path, problem }) => (problem === undefined ? path : `${path} ${problem.code}`));

/** The same where patterns may be among the places. */
async function matching(cwd: string, given: readonly string[]): Promise<readonly string[]> {
  const patterns = await patternsIn(cwd, given);
  return named(findInputs(cwd, given, [], patterns.ok ? patterns.value : undefined));
}

const NOBODY = 65534;

/** Root may look everywhere: there, and only there, the work is done with the rights of nobody. */
function asNobody<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

const FILES = {
  '東京/青木精機.yaml': '',
  '東京/板橋鍍金.YML': '',
  '大阪/上田食品.yaml': '',
  '大阪/.上田食品.yaml.lock': '',
  'メモ.txt': '',
};

describe('what is read', () => {
  it('is every YAML file below a folder, by its path there', () => {
    const cwd = newFolder();
    put(cwd, Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`顧問先/${path}`, text])));
    expect(paths(cwd, ['顧問先'])).toEqual(['大阪/上田食品.yaml', '東京/板橋鍍金.YML', '東京/青木精機.yaml']);
    expect(paths(cwd, ['./顧問先/'])).toEqual(paths('/', [join(cwd, '顧問先')]));
  });

  it.each([
    [
      ['東京', '大阪/上田食品.yaml'],
      ['大阪/上田食品.yaml', '東京/板橋鍍金.YML', '東京/青木精機.yaml'],
    ],
    [
      ['東京/青木精機.yaml', './東京/青木精機.yaml', '東京'],
      ['東京/板橋鍍金.YML', '東京/青木精機.yaml'],
    ],
    [['*/*精機.yaml'], ['東京/青木精機.yaml']],
    [['**/{青木,上田}*.yaml'], ['大阪/上田食品.yaml', '東京/青木精機.yaml']],
    [['京都/*.yaml'], ['京都/*.yaml file-not-found']],
    // As a shell hands them over: a folder that matches is read whole.
    [['*'], ['大阪/上田食品.yaml', '東京/板橋鍍金.YML', '東京/青木精機.yaml']],
    [['東*'], ['東京/板橋鍍金.YML', '東京/青木精機.yaml']],
    [['**'], ['大阪/上田食品.yaml', '東京/板橋鍍金.YML', '東京/青木精機.yaml']],
    [['./東京/**'], ['東京/板橋鍍金.YML', '東京/青木精機.yaml']],
    [['大阪/../東京/*.yaml'], ['大阪/up/東京/青木精機.yaml']],
    [['メモ.txt'], ['メモ.txt']],
    [['ない.yaml'], ['ない.yaml']],
  ])('%j gives %j', async (given, found) => {
    const cwd = newFolder();
    put(cwd, FILES);
    expect(await matching(cwd, given)).toEqual(found);
  });

  it('loses none of two places that are called alike, and names none above the reports', () => {
    const cwd = newFolder();
    put(cwd, { 'a/青木精機.yaml': '', 'b/a/青木精機.yaml': '', 'b/板橋鍍金.yaml': '' });
    const given = ['../a', join(cwd, 'a'), 'a', '板橋鍍金.yaml'];
    const inputs = findInputs(join(cwd, 'b'), given, []);
    expect(new Set([...inputs.entries].map((entry) => fileOf(inputs, entry)))).toEqual(
      new Set(['a/青木精機.yaml', 'b/a/青木精機.yaml', 'b/板橋鍍金.yaml'].map((path) => join(cwd, path))),
    );
    for (const { path } of inputs.entries) expect(path).not.toMatch(/^[./]|\.\./);
  });

  it('leaves out the folder the results go to', () => {
    const cwd = newFolder();
    put(cwd, { ...FILES, '結果/reports/見本.yaml': '' });
    expect(paths(cwd, ['.'], [join(cwd, '結果')])).not.toContain('結果/reports/見本.yaml');
    expect(paths(cwd, ['.'])).toContain('結果/reports/見本.yaml');
  });

  it('names a link back to a folder it has read, and ends', () => {
    const cwd = newFolder();
    put(cwd, FILES);
    symlinkSync('..', join(cwd, '大阪/上'));
    symlinkSync(join(cwd, '輪'), join(cwd, '輪'));
    expect(paths(cwd, ['.'])).toEqual([
      '大阪/上 batch-link-again',
      '大阪/上田食品.yaml',
      '東京/板橋鍍金.YML',
      '東京/青木精機.yaml',
    ]);
  });

  it('reads a linked folder from elsewhere under the name of the link', () => {
    const [cwd, other] = [newFolder(), newFolder()];
    put(other, { '上田食品.yaml': '' });
    symlinkSync(other, join(cwd, '大阪'));
    expect(paths(cwd, ['.'])).toEqual(['大阪/上田食品.yaml']);
  });

  it('looks into a folder called like a file, and says so where it is empty', () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, '青木精機.yaml'));
    expect(paths(cwd, ['.'])).toEqual(['青木精機.yaml file-is-folder']);
    put(cwd, { '青木精機.yaml/2026.yaml': '' });
    expect(paths(cwd, ['.'])).toEqual(['青木精機.yaml/2026.yaml']);
  });

  it('names a folder it may not look into', () => {
    const cwd = newFolder();
    put(cwd, FILES);
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, '大阪'), 0o000);
    const found = asNobody(() => paths(cwd, ['.']));
    expect(found).toEqual(['大阪 file-unreadable', '東京/板橋鍍金.YML', '東京/青木精機.yaml']);
  });

  it('finds the same file in the folder of another round', () => {
    const cwd = newFolder();
    put(cwd, { '2026/東京/青木精機.yaml': '' });
    const inputs = findInputs(cwd, ['2026'], []);
    const [entry = { path: '', source: 0 }] = inputs.entries;
    expect(fileOf(inputs, entry)).toBe(join(cwd, '2026/東京/青木精機.yaml'));
    expect(fileOf(inputs, entry, join(cwd, '2025'))).toBe(join(cwd, '2025/東京/青木精機.yaml'));
  });
});
