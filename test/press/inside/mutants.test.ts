import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inflate } from '../../../src/files/inflate.ts';
import { difference, readPdf } from '../../../src/press/inside/read.ts';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { fixture } from '../../report/pdf/fixture.ts';
import { runs } from '../../setup/random.ts';
import { readPdf as readText } from '../read-pdf.ts';
import { pieces, whole } from './forge.ts';

/** A plan changed at random is never called the same where another program reads something else in it. */
let plan: Uint8Array = new Uint8Array();
beforeAll(async () => {
  plan = (await renderPdf({ ...fixture({ pages: 'president' }), record: '{"version":"0.1.0"}' })).bytes;
});

function isSame(printed: Uint8Array): boolean {
  const reading = readPdf(printed, inflate);
  if (reading.kind !== 'read') return false;
  const compared = difference(reading.pdf, plan);
  return (
    compared.kind === 'compared' && Object.values(compared.difference).every((found) => found.length === 0)
  );
}

const text = async (bytes: Uint8Array): Promise<string> =>
  JSON.stringify((await readText(new Uint8Array(bytes))).pages.map(({ pieces: drawn }) => drawn));

const place = fc.double({ min: 0, max: 0.999999, noNaN: true });

describe('a plan', () => {
  it('with a changed byte', async () => {
    const honest = await text(plan);
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (share, change) => {
        const spoiled = plan.slice();
        const at = Math.floor(share * spoiled.length);
        spoiled[at] = (spoiled[at] ?? 0) ^ change;
        if (isSame(spoiled)) expect(await text(spoiled)).toBe(honest);
      }),
      runs(120),
    );
  }, 60_000);

  it('with something cut out, put in or repeated', async () => {
    const honest = await text(plan);
    const inserted = fc.constantFrom('\n', '/A 1 ', '%x\n', '9 0 obj\n1\nendobj\n', 'startxref\n9\n%%EOF\n');
    await fc.assert(
      fc.asyncProperty(place, fc.nat(200), fc.option(inserted), async (share, length, between) => {
        const at = Math.floor(share * plan.length);
        const parts =
          between === null ? [plan.subarray(at + length + 1)] : [Buffer.from(between), plan.subarray(at)];
        const edited = new Uint8Array(Buffer.concat([plan.subarray(0, at), ...parts]));
        if (isSame(edited)) expect(await text(edited)).toBe(honest);
      }),
      runs(80),
    );
  }, 60_000);

  // Written out cleanly, so that no reader stumbles: any number, name, text or reference that is another one is found.
  it('with a changed value in a well-made file', () => {
    fc.assert(
      fc.property(place, place, (which, where) => {
        const p = pieces(plan);
        const ids = [...p.objects.keys()];
        const part = p.objects.get(ids[Math.floor(which * ids.length)] ?? 0);
        if (part === undefined) throw new Error('no object');
        const values = [...part.value.matchAll(/(?<=[ [])(?:-?[\d.]+|<[0-9a-f]+>|\/[A-Za-z]+)(?=[ \]]|$)/g)];
        const value = values[Math.floor(where * values.length)];
        // What is packed how is written anew by `whole`.
        if (value === undefined || part.raw !== null) return;
        const [said] = value;
        const other = said.startsWith('/')
          ? `${said}X`
          : said.startsWith('<')
            ? `<00${said.slice(1)}`
            : `${Number(said) + 1}`;
        part.value = part.value.slice(0, value.index) + other + part.value.slice(value.index + said.length);
        expect(isSame(whole(p)), part.value).toBe(false);
      }),
      runs(80),
    );
  }, 60_000);
});
