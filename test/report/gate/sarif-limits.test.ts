import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gateSarif } from '../../../src/report/gate/sarif.ts';
import { cutTo, SARIF_LIMITS } from '../../../src/report/gate/sarif-limits.ts';
import { file, finding, page } from './sample.ts';

const run = (given: Parameters<typeof gateSarif>[0]) => JSON.parse(gateSarif(given)).runs[0];
const levels = (results: readonly { readonly level: string }[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(results.map(({ level }) => level))].map((level) => [
      level,
      results.filter((result) => result.level === level).length,
    ]),
  );

/** Clients of an association: ten thousand notes first, then warnings, and what is grave in the last files. */
const many = (infos: number, warnings: number, errors: number) =>
  page([
    file({
      file: '顧問先/甲.yaml',
      findings: Array.from({ length: infos }, () => finding({ severity: 'info' })),
      suppressed: [{ ...finding(), reason: '社長が受け入れた' }],
    }),
    file({
      file: '顧問先/乙.yaml',
      findings: Array.from({ length: warnings }, () => finding({ severity: 'warning' })),
    }),
    file({ file: '顧問先/丙.yaml', findings: Array.from({ length: errors }, () => finding()) }),
  ]);

describe('SARIF within what code scanning takes', () => {
  it('lists all of 5,000, the gravest first, what has a written reason last', () => {
    const { results, tool } = run(many(4000, 989, 10));
    expect(results).toHaveLength(5000);
    expect(levels(results)).toEqual({ error: 11, warning: 989, note: 4000 });
    expect(results.slice(0, 11).map(({ level }: { level: string }) => level)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      'warning',
    ]);
    expect(results.at(-1)).toHaveProperty('suppressions');
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['gap-new']);
  });

  it('of more lists the gravest 4,999, and one result that counts the rest and is as grave as they are', () => {
    const { results, tool } = run(many(10_000, 6000, 10));
    expect(results).toHaveLength(SARIF_LIMITS.results);
    expect(levels(results)).toEqual({ error: 10, warning: 4990 });
    const last = results.at(-1);
    expect(last).toMatchObject({ ruleId: 'results-left-out', level: 'warning' });
    expect(tool.driver.rules[last.ruleIndex].id).toBe('results-left-out');
    // 6,000 − 4,989 warnings, all notes, and the one with a reason.
    expect(last.message.text).toContain('ほかに11,012件（2ファイル。誤り1・注意1,011・お知らせ10,000）');
    expect(decodeURIComponent(last.locations[0].physicalLocation.artifactLocation.uri)).toBe(
      '顧問先/乙.yaml',
    );
  });

  it('stays below 10 MB whatever is quoted, and cuts no message into nothing', () => {
    // Letters that do not pack.
    const text = (seed: number): string =>
      Array.from({ length: 3000 }, (_, i) =>
        String.fromCharCode(0x4e00 + ((seed * 7919 + i * i * 31) % 20_000)),
      ).join('');
    const findings = Array.from({ length: 3000 }, (_, i) =>
      finding({ code: 'contradicts-note', args: { item: 'guidance.take-out-rules', text: text(i) } }),
    );
    const written = gateSarif(page([file({ findings })]));
    expect(Buffer.byteLength(written)).toBeLessThan(10_000_000);
    expect(gzipSync(written).length).toBeLessThan(10_000_000);
    const { results } = JSON.parse(written).runs[0];
    expect(results.length).toBeGreaterThan(1000);
    expect(results.at(-1).ruleId).toBe('results-left-out');
    expect(results[0].message.text).toHaveLength(SARIF_LIMITS.message);
    expect(results[0].message.text).toMatch(/…$/);
  });

  it('names what was not looked at as far as it fits', () => {
    const leftOut = Array.from({ length: 50_000 }, (_, i) => ({
      file: `顧問先/${i}/compose.yaml`,
      reason: 'other-yaml' as const,
    }));
    const [{ toolExecutionNotifications }] = run(page([file()], { leftOut })).invocations;
    for (const { message } of toolExecutionNotifications)
      expect(message.text.length).toBeLessThanOrEqual(SARIF_LIMITS.notification);
  });

  it('cuts no letter in two', () => {
    expect(cutTo('𠮷'.repeat(3), 4)).toBe('𠮷…');
    expect(cutTo('四文字だ', 4)).toBe('四文字だ');
  });
});
