import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { gateJunit } from '../../src/report/gate/junit.ts';
import { PAGES } from '../report/gate/sample.ts';

const SCHEMA = fileURLToPath(new URL('../fixtures/junit.xsd', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wazamori-junit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function xmllint(xml: string): { readonly status: number | null; readonly stderr: string } {
  const path = join(folder, 'report.xml');
  writeFileSync(path, xml);
  return spawnSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, path], { encoding: 'utf8' });
}

describe('JUnit XML', () => {
  it.each(PAGES)('%s is well-formed and valid', (_, page) => {
    const { status, stderr } = xmllint(gateJunit(page));
    expect(stderr).toContain('validates');
    expect(status).toBe(0);
  });

  it('the schema would refuse what is wrong', () => {
    for (const [, page] of PAGES) {
      expect(xmllint(gateJunit(page).replace(/ tests="\d+"/, '')).status).not.toBe(0);
    }
  });
});
