import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Made } from './bench-pdf-maker.ts';

/** Documents made before the clock starts: the code is compiled by then, as in a batch of hundreds. */
const WARM_UP = 20;
/** The two kinds take turns, so that a slow minute slows both. */
const [TURNS, TURN] = [10, 4];

export interface PdfBench {
  readonly ms: number;
  readonly plainMs: number;
  readonly bytes: number;
  readonly plainBytes: number;
}

/** The report of an answer file against the same words through PDFKit's own `text()`. Medians in ms. */
export async function benchPdf(file: string): Promise<PdfBench> {
  const [ours, plain] = [maker('ours', file), maker('plain', file)];
  const times: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] };
  let [bytes, plainBytes] = [0, 0];
  await made(ours, WARM_UP);
  await made(plain, WARM_UP);
  for (let turn = 0; turn < TURNS; turn++) {
    const own = await made(ours, TURN);
    const other = await made(plain, TURN);
    times.ours.push(...own.times);
    times.plain.push(...other.times);
    [bytes, plainBytes] = [own.bytes, other.bytes];
  }
  for (const child of [ours, plain]) child.disconnect();
  return { ms: median(times.ours), plainMs: median(times.plain), bytes, plainBytes };
}

const maker = (kind: string, file: string): ChildProcess =>
  fork(new URL('bench-pdf-maker.ts', import.meta.url), [kind, file]);

async function made(child: ChildProcess, count: number): Promise<Made> {
  child.send(count);
  const [answer] = (await once(child, 'message')) as [Made];
  return answer;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
