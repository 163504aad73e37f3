import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLines } from '../../../src/portfolio/written/line-file.ts';
import { folder } from '../../setup/folder.ts';

const OURS = '{"schemaVersion":2,"tool":{"name":"wazamori","version":"0.0.0"}}\n';

const two = async (write: (line: string) => void): Promise<number> => {
  write(OURS);
  write(OURS);
  return 2;
};

describe('lines written to a file', () => {
  it('are there whole, and nothing beside them', async () => {
    const cwd = folder();
    const path = join(cwd, '結果.jsonl');
    await expect(writeLines(path, '結果.jsonl', two)).resolves.toMatchObject({
      value: { value: 2, kept: true },
    });
    expect(readFileSync(path, 'utf8')).toBe(OURS + OURS);
    expect(readdirSync(cwd)).toEqual(['結果.jsonl']);
  });

  it('leave what was there as it was when they break off', async () => {
    const cwd = folder();
    const path = join(cwd, '結果.jsonl');
    writeFileSync(path, OURS);
    const broken = writeLines(path, '結果.jsonl', async (write) => {
      write(OURS);
      throw new RangeError('a defect');
    });
    await expect(broken).rejects.toThrow('a defect');
    expect(readFileSync(path, 'utf8')).toBe(OURS);
    expect(readdirSync(cwd)).toEqual(['結果.jsonl']);
  });

  it('replace nothing of somebody else', async () => {
    const path = join(folder(), 'メモ.txt');
    writeFileSync(path, '工場の鍵は事務所\n');
    const refused = await writeLines(path, 'メモ.txt', two);
    expect(refused).toMatchObject({ ok: false, findings: [{ code: 'output-other-kind' }] });
    expect(readFileSync(path, 'utf8')).toBe('工場の鍵は事務所\n');
  });

  it('go to no folder, and to a device without being kept', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, '結果'));
    expect(await writeLines(join(cwd, '結果'), '結果', two)).toMatchObject({
      findings: [{ code: 'file-is-folder' }],
    });
    expect(await writeLines('/dev/null', '/dev/null', two)).toMatchObject({
      value: { value: 2, kept: false },
    });
  });

  it('tell a place that is not there as a trouble of the disk', async () => {
    const refused = await writeLines(join(folder(), 'ない/結果.jsonl'), 'ない/結果.jsonl', two);
    expect(refused.ok).toBe(false);
  });
});
