import { describe, expect, it } from 'vitest';
import { assessStream, type StreamSetup } from '../../../src/portfolio/work/assess-stream.ts';
import { catalog, TODAY, texts, WORDS } from '../sample.ts';

const SETUP: StreamSetup = {
  catalog,
  texts,
  words: WORDS.ja,
  today: TODAY,
  version: '0.0.0',
  capacity: null,
  min: null,
};
const GOOD = '{"wazamori": 1, "company": {"name": "株式会社サンプル精機"}}';

async function lines(text: string, setup: Partial<StreamSetup> = {}) {
  const written: string[] = [];
  async function* blocks() {
    yield new TextEncoder().encode(text);
  }
  const counts = await assessStream(blocks(), { ...SETUP, ...setup }, (line) => void written.push(line));
  return { counts, results: written.map((line) => JSON.parse(line)) };
}

describe('a stream of answer documents', () => {
  it('gives an assessment a line, in order, named after its line', async () => {
    const { counts, results } = await lines(`${GOOD}\n\n${GOOD}\n`);
    expect(counts).toEqual({ failed: 0, underMin: 0 });
    expect(results.map(({ source }) => source.file)).toEqual(['-:1', '-:3']);
    expect(results.map(({ asOf }) => asOf)).toEqual([TODAY, TODAY]);
  });

  it('gives findings where a line is no answers, at the line of the stream', async () => {
    const { counts, results } = await lines(`${GOOD}\n{"wazamori": 1, "company": 3}\n{`);
    expect(counts).toEqual({ failed: 2, underMin: 0 });
    expect(results.slice(1).map(({ line }) => line)).toEqual([2, 3]);
    expect(results[1].findings[0]).toMatchObject({ severity: 'error', location: { line: 2 } });
    expect(results[1].findings[0].message).not.toBe('');
  });

  it('lets go what is longer than any answer file', async () => {
    const { results } = await lines(`${'x'.repeat(300_000)}\n`);
    expect(results).toMatchObject([{ line: 1, findings: [{ code: 'file-too-large' }] }]);
  });

  it('counts who stays below the bar', async () => {
    expect((await lines(`${GOOD}\n`, { min: 50 })).counts).toEqual({ failed: 0, underMin: 1 });
  });
});
