import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaBeside } from '../../../src/files/shipped/schema-beside.ts';
import { SCHEMAS, schemaFile } from '../../../src/files/shipped/schema-files.ts';
import { runCli } from '../../cli/run-cli.ts';
import { PACKAGE } from '../../setup/package.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'wazamori-schema-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const put = (path: string): void => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), '{}');
};
const INSTALLED = 'node_modules/wazamori/dist/schema/answers.ja.json';
const OWN = { catalog: {}, texts: {}, folder: 'plating' } as never;

describe('the schemas that come with the program', () => {
  it.each(SCHEMAS.flatMap((name) => (['ja', 'en'] as const).map((lang) => [name, lang] as const)))(
    '%s in %s is what wazamori schema prints',
    async (name, lang) => {
      const { stdout } = await runCli(['--lang', lang, 'schema', name], cwd);
      expect(readFileSync(join(PACKAGE, 'dist', schemaFile(name, lang)), 'utf8')).toBe(stdout);
    },
  );
});

describe('the schema a new answer file points to', () => {
  const beside = (file: string, own: Parameters<typeof schemaBeside>[1]['own'] = null) =>
    schemaBeside(join(cwd, file), { lang: 'ja', own }, join(cwd, 'package'));

  it.each([
    ['installed here', INSTALLED, 'a.yaml', `./${INSTALLED}`],
    ['installed above', INSTALLED, '顧問先/c001/a.yaml', `../../${INSTALLED}`],
    ['made here', 'wazamori.schema.json', 'a.yaml', './wazamori.schema.json'],
    [
      'the folder of the program itself',
      'package/dist/schema/answers.ja.json',
      'package/a.yaml',
      './dist/schema/answers.ja.json',
    ],
    ['in another place', 'elsewhere/dist/schema/answers.ja.json', 'a.yaml', null],
    ['beside another folder', 'c001/wazamori.schema.json', 'a.yaml', null],
    ['below a name with a space', `my clients/${INSTALLED}`, 'my clients/a.yaml', `./${INSTALLED}`],
  ])('%s', (_, schema, file, expected) => {
    put(schema);
    put(`${dirname(file)}/x`);
    expect(beside(file)).toBe(expected);
  });

  it('is not the shipped one where own checklists ask more', () => {
    put(INSTALLED);
    expect(beside('a.yaml', OWN)).toBeNull();
    put('wazamori.schema.json');
    expect(beside('a.yaml', OWN)).toBe('./wazamori.schema.json');
  });

  it('stands in the file init writes', async () => {
    put(INSTALLED);
    await runCli(['init', 'clients.yaml'], cwd);
    expect(readFileSync(join(cwd, 'clients.yaml'), 'utf8').split('\n')[2]).toBe(
      `# yaml-language-server: $schema=./${INSTALLED}`,
    );
  });
});
