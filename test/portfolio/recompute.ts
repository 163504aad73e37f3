import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { assess } from '../../src/core/assess.ts';
import { rating } from '../../src/core/score/rating.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { type ResultsInput, standingsOf } from '../../src/portfolio/tables/standings.ts';
import { findInputs } from '../../src/portfolio/work/inputs.ts';
import { writeTables } from '../../src/portfolio/written/results.ts';
import { decodeText } from '../../src/text/decode.ts';
import { catalog, newFolder, run, sampleFolder, TODAY, texts, WORDS } from './sample.ts';

/** The slow and obvious way: every file assessed by itself and all results in memory. */
interface Slow {
  readonly path: string;
  readonly assessment: Assessment | null;
  readonly number: string | null;
  readonly codes: readonly string[];
  /** Nothing of an answer file in it: told, and left out. */
  readonly leftOut: boolean;
}

function slowly(folder: string): readonly Slow[] {
  return [...findInputs('/', [folder], []).entries].map(({ path }) => {
    const decoded = decodeText(readFileSync(join(folder, path)));
    const leftOut = decoded.ok && !/^$|wazamori/.test(decoded.value.text);
    if (leftOut) return { path, assessment: null, number: null, codes: ['file-not-answers'], leftOut };
    const read = decoded.ok ? readAnswers(decoded.value.text, catalog) : decoded;
    const codes = [...(decoded.ok ? decoded.findings : []), ...read.findings].map(({ code }) => code);
    if (!read.ok) return { path, assessment: null, number: null, codes, leftOut };
    const answers = read.value;
    const assessment = assess({ catalog, answers, today: TODAY, version: 'test' });
    return { path, assessment, number: answers.company.corporateNumber, codes, leftOut };
  });
}

const WORTH = ['no', 'unknown', 'unanswered', 'partial', 'yes', 'notApplicable', 'notAsked', 'outOfScope'];

/** Of each item the worst site's answer and the worst of both ends, and the score of those. */
function worst(sites: readonly Assessment[]) {
  const items = catalog.items.map(({ id, severity }) => {
    const all = sites.flatMap((site) => site.items.find((item) => item.id === id) ?? []);
    const states = [...all.map(({ state }) => state)].sort((a, b) => WORTH.indexOf(a) - WORTH.indexOf(b));
    // Known to be partial somewhere: that is worse than what nobody knows.
    const partial = states.includes('partial') && (states[0] === 'unknown' || states[0] === 'unanswered');
    const ends = all.flatMap((item) => rating(item.state) ?? []);
    const weight = ends.length === 0 ? 0 : catalog.weights.severity[severity];
    return {
      state: partial ? 'partial' : states[0],
      counts: all.some((item) => item.inOverall),
      weight,
      low: Math.min(...ends.map(({ low }) => low)),
      high: Math.min(...ends.map(({ high }) => high)),
    };
  });
  const counted = items.filter(({ state, counts }) => state !== undefined && counts);
  return { low: points(counted, 'low'), high: points(counted, 'high'), counted };
}

interface Ends {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

function points(items: readonly Ends[], end: 'low' | 'high'): number | null {
  const weighing = items.filter(({ weight }) => weight > 0);
  const weight = weighing.reduce((sum, item) => sum + item.weight, 0);
  const sum = weighing.reduce((all, item) => all + item.weight * item[end], 0);
  return weight === 0 ? null : Math.round((1e6 * sum) / weight) / 1e4;
}

/** Holds the results of a run over so many invented clients to the slow and obvious way. */
export async function holdsAgainstRecomputation(count: number): Promise<void> {
  const folder = sampleFolder(count);
  const slow = slowly(folder);
  const { rows, header } = await run(folder);
  const out = newFolder();
  const input: ResultsInput = {
    catalog,
    texts: texts(),
    words: WORDS.ja,
    rows,
    header,
    out,
    min: 40,
    anonymous: false,
  };
  const standings = standingsOf(input);
  for (const file of writeTables(input, standings)) file.commit();
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  type Client = (typeof summary.clients)[number];
  const clients = new Map<string, Client>(summary.clients.map((c: { path: string }) => [c.path, c]));
  const companies = new Map<string, Slow[]>();
  for (const file of slow) {
    if (file.assessment === null) continue;
    const key = file.number ?? file.path;
    companies.set(key, [...(companies.get(key) ?? []), file]);
  }

  it('has every client once, in order of path', () => {
    const firsts = [...companies.values()].map(([first]) => first?.path ?? '').sort();
    expect(summary.clients.map((c: { path: string }) => c.path)).toEqual(firsts);
    expect(summary.totals.clients).toBe(firsts.length);
  });

  it('scores each client as its worst sites give it', () => {
    for (const files of companies.values()) {
      const own = worst(files.flatMap(({ assessment }) => assessment ?? []));
      const client = clients.get(files[0]?.path ?? '');
      expect([client.path, client.score.low, client.score.high]).toEqual([client.path, own.low, own.high]);
      expect(client.score.coverage.no).toBe(own.counted.filter(({ state }) => state === 'no').length);
      expect(client.score.coverage.asked).toBe(own.counted.length);
    }
  });

  it('gives a client of one file the very score of that file', () => {
    for (const { path, assessment } of slow) {
      const client = clients.get(path);
      if (assessment === null || client?.sites.length !== 1) continue;
      expect(client.score.low).toBe(assessment.score.low);
      expect(client.score.high).toBe(assessment.score.high);
      expect(client.score.grade?.low ?? null).toBe(assessment.score.grade?.low ?? null);
    }
  });

  it('counts who is under --min, and what each item is answered', () => {
    const lows = [...companies.values()].map(
      (files) => worst(files.flatMap(({ assessment }) => assessment ?? [])).low ?? 0,
    );
    expect(summary.totals.underMin).toBe(lows.filter((low) => low < 40).length);
    const id = 'guidance.core-technology-list';
    const states = [...companies.values()].map(
      (files) =>
        files
          .map(({ assessment }) => assessment?.items.find((item) => item.id === id)?.state ?? 'outOfScope')
          .sort((a, b) => WORTH.indexOf(a) - WORTH.indexOf(b))[0],
    );
    const { tally } = summary.totals.items.find((i: { item: string }) => i.item === id);
    expect(tally.no).toBe(states.filter((state) => state === 'no').length);
    expect(tally.yes).toBe(states.filter((state) => state === 'yes').length);
  });

  it('lists every error of every file, and nothing else', () => {
    const lines = readFileSync(join(out, 'errors.csv'), 'utf8').trim().split('\r\n').slice(1);
    const told = lines.map((line) =>
      line
        .split(',')
        .slice(1, 2)
        .concat(line.split(',')[5] ?? ''),
    );
    const expected = slow.flatMap(({ path, codes }) => codes.map((code) => [path, code]));
    expect(told).toEqual(expected);
    const left = slow.filter(({ leftOut }) => leftOut).length;
    expect(left).toBeGreaterThan(0);
    expect(summary.files.leftOut).toBe(left);
    expect(summary.files.failed + left).toBe(slow.filter(({ assessment }) => assessment === null).length);
    expect(summary.files.failed + left).toBe(Math.floor((count + 50) / 100));
  });

  it('gives every client a turn of its own, legal dates before all others', () => {
    const turns = summary.clients.map((c: { visit: { turn: number } }) => c.visit.turn);
    expect([...turns].sort((a: number, b: number) => a - b)).toEqual(
      turns.map((_: number, i: number) => i + 1),
    );
    const byTurn = [...summary.clients].sort((a, b) => a.visit.turn - b.visit.turn);
    const kinds = byTurn.map((c) =>
      ['legal', 'critical', 'unknown', 'old', 'steady'].indexOf(c.visit.reasons[0].code),
    );
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
    const legal = byTurn.filter((c) => c.legal.length > 0).map((c) => c.legal[0].due);
    expect(legal.length).toBeGreaterThan(10);
    expect(legal).toEqual([...legal].sort());
  });
}
