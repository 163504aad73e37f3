import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../setup/folder.ts';
import { runCli } from './run-cli.ts';

const ITEM = 'guidance.core-technology-list';
const file = (company: string, answer: string): string =>
  `wazamori: 1\ncompany: {${company}}\nanswers: {${ITEM}: ${answer}}\n`;

/** `check now --baseline then` over such files: codes by file, and what is remarked. */
async function checked(files: Readonly<Record<string, string>>) {
  const cwd = folder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text, { mode: 0o600 });
  }
  const args = ['check', 'now', '--baseline', 'then/', '--format', 'json', '--no-redact'];
  const ran = await runCli([...args, '--today', '2026-11-21'], cwd);
  const report: { files: { file: string; findings: { code: string; severity: string }[] }[] } = JSON.parse(
    ran.stdout,
  );
  const told = report.files.map(({ file: name, findings }) => [
    name,
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  ]);
  return { told: Object.fromEntries(told), stderr: ran.stderr };
}

const WORSE = ['score-fell', 'gap-new'];
const numbered = 'corporateNumber: "7000012050002"';

describe('the earlier version of a file', () => {
  it('is that of the same company, whatever its file is called', async () => {
    const { told, stderr } = await checked({
      'then/古い名前.yaml': file('name: 株式会社甲', 'はい'),
      'now/新しい名前.yaml': file('name: ㈱甲', 'いいえ'),
    });
    expect(told).toEqual({ 'now/新しい名前.yaml': WORSE });
    expect(stderr).toMatch(
      /now\/新しい名前\.yaml：会社名と法人番号から、比べる元の 古い名前\.yaml と比べました/,
    );
  });

  it('is found where two companies swapped their file names', async () => {
    const { told } = await checked({
      'then/a.yaml': file('name: 甲社', 'はい'),
      'then/b.yaml': file('name: 乙社', 'いいえ'),
      'now/a.yaml': file('name: 乙社', 'いいえ'),
      'now/b.yaml': file('name: 甲社', 'いいえ'),
    });
    expect(told).toEqual({ 'now/a.yaml': [], 'now/b.yaml': WORSE });
  });

  it('stays that of the same file name where only the company name was changed: no way to lose a gap', async () => {
    const { told, stderr } = await checked({
      'then/a.yaml': file('name: 甲社', 'はい'),
      'now/a.yaml': file('name: 乙社', 'いいえ'),
    });
    expect(told).toEqual({ 'now/a.yaml': WORSE });
    expect(stderr).toMatch(/now\/a\.yaml：比べる元の a\.yaml とは、会社名か法人番号が違います/);
  });

  it('of a renamed company is its own, and nothing is remarked', async () => {
    const { told, stderr } = await checked({
      'then/a.yaml': file(`name: 甲社, ${numbered}`, 'はい'),
      'now/a.yaml': file(`name: 乙社, formerNames: [甲社], ${numbered}`, 'いいえ'),
    });
    expect(told).toEqual({ 'now/a.yaml': WORSE });
    expect(stderr).not.toMatch(/比べる元/);
  });

  it('is nobody of another site, and whoever is gone is missed', async () => {
    const { told } = await checked({
      'then/本社.yaml': file('name: 甲社, site: 本社', 'はい'),
      'now/工場.yaml': file('name: 甲社, site: 工場', 'いいえ'),
    });
    expect(told).toEqual({ 'now/工場.yaml': ['baseline-none-compared'], '本社.yaml': ['file-gone'] });
  });

  it('came through a Mac', async () => {
    const { told } = await checked({
      [`then/${'がく製作所'.normalize('NFC')}.yaml`]: file('name: がく製作所', 'はい'),
      [`now/${'がく製作所'.normalize('NFD')}.yml`]: file('name: がく製作所', 'いいえ'),
    });
    expect(Object.values(told)).toEqual([WORSE]);
  });
});
