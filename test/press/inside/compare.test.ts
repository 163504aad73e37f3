import { deflateSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { inflate } from '../../../src/files/inflate.ts';
import { type Difference, difference, readPdf } from '../../../src/press/inside/read.ts';
import { renderPdf } from '../../../src/report/pdf/render.ts';
import { fixture } from '../../report/pdf/fixture.ts';
import { type Pieces, packedText, pieces, updated, whole } from './forge.ts';

/** A printed plan against the plan it should be: what stands behind the forgeries is the very plan. */
let plan: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const answers = new TextEncoder().encode('wazamori: 1\ncompany: {name: 株式会社サンプル精機}\n');
  const attachment = {
    name: 'answers.yaml',
    bytes: answers,
    type: 'application/yaml',
    description: '回答',
    relationship: 'Source' as const,
  };
  const record = '{"version":"0.1.0"}';
  plan = (await renderPdf({ ...fixture({ pages: 'plan' }), record, attachments: [attachment] })).bytes;
});

function found(printed: Uint8Array): Difference | string {
  const reading = readPdf(printed, inflate);
  if (reading.kind !== 'read') return reading.kind;
  const compared = difference(reading.pdf, plan);
  return compared.kind === 'compared' ? compared.difference : compared.kind;
}

const SAME: Difference = { added: [], pages: [], changed: [] };
const forged = (change: (p: Pieces) => void): Difference | string => {
  const p = pieces(plan);
  change(p);
  return found(whole(p));
};
const page = (p: Pieces, n = 0): number => p.find(/\/Type \/Page /, n);
const catalog = (p: Pieces): number => p.find(/\/Type \/Catalog/);
const onPage =
  (entry: string, n = 0) =>
  (p: Pieces) =>
    p.edit(page(p, n), (v) => v.replace(/>>$/, `${entry} >>`));
const inCatalog = (entry: (p: Pieces) => string) => (p: Pieces) => {
  const added = entry(p);
  p.edit(catalog(p), (v) => v.replace(/>>$/, `${added} >>`));
};
const box = '/BBox [0 0 9 9]';

describe('the same plan', () => {
  it('is itself', () => expect(found(plan)).toEqual(SAME));

  it.each<[string, (p: Pieces) => void]>([
    ['taken apart and written with a table', () => {}],
    [
      'with other numbers',
      (p) => {
        const shift = 1000;
        const moved = [...p.objects].map(([id, { value, raw }]) => {
          const renumbered = value.replace(/(\d+) 0 R/g, (_, ref) => `${Number(ref) + shift} 0 R`);
          return [id + shift, { value: renumbered, raw }] as const;
        });
        p.objects.clear();
        for (const [id, part] of moved.reverse()) p.objects.set(id, part);
        p.trailer = p.trailer.replace(/(\d+) 0 R/g, (_, ref) => `${Number(ref) + shift} 0 R`);
      },
    ],
    [
      'unpacked',
      (p) => {
        for (const part of p.objects.values()) {
          if (part.raw === null || !part.value.includes('/FlateDecode')) continue;
          part.raw = inflateSync(part.raw);
          part.value = part.value.replace('/Filter /FlateDecode', '');
        }
      },
    ],
    [
      'packed harder, and padded',
      (p) => {
        for (const part of p.objects.values())
          if (part.raw !== null && part.value.includes('/FlateDecode'))
            part.raw = Buffer.concat([deflateSync(inflateSync(part.raw), { level: 9 }), Buffer.from('\0\n')]);
      },
    ],
    [
      'with a drawing in a list of one',
      (p) => p.edit(page(p), (v) => v.replace(/\/Contents (\d+ 0 R)/, '/Contents [$1]')),
    ],
    [
      'with the filter in a list, its length elsewhere',
      (p) =>
        p.edit(p.find(/\/FlateDecode/), (v) => v.replace('/Filter /FlateDecode', '/Filter [/FlateDecode]')),
    ],
  ])('%s', (_, change) => expect(forged(change)).toEqual(SAME));
});

describe('a page that shows something else', () => {
  it.each<[string, (p: Pieces) => void]>([
    [
      'another drawing',
      (p) => {
        const id = Number(/\/Contents (\d+)/.exec(p.objects.get(page(p, 1))?.value ?? '')?.[1]);
        p.objects.set(id, { value: '<< /Filter /FlateDecode >>', raw: packedText('0 0 600 900 re f') });
      },
    ],
    [
      'a drawing on top',
      (p) => {
        const top = p.add('<< >>', Buffer.from('0 0 600 900 re f'));
        p.edit(page(p, 1), (v) => v.replace(/\/Contents (\d+ 0 R)/, `/Contents [$1 ${top}]`));
      },
    ],
    [
      'a drawing in a file elsewhere',
      (p) => {
        const id = Number(/\/Contents (\d+)/.exec(p.objects.get(page(p, 1))?.value ?? '')?.[1]);
        p.edit(id, (v) => v.replace(/>>$/, '/F (other.bin) >>'));
      },
    ],
    [
      'something behind its packed drawing',
      (p) => {
        const id = Number(/\/Contents (\d+)/.exec(p.objects.get(page(p, 1))?.value ?? '')?.[1]);
        const part = p.objects.get(id);
        if (part?.raw == null) throw new Error('no drawing');
        part.raw = Buffer.concat([part.raw, Buffer.from('hidden')]);
      },
    ],
    ['a crop', onPage('/CropBox [0 400 595 842]', 1)],
    ['a turn', onPage('/Rotate 180', 1)],
    ['a size', (p) => p.edit(page(p, 1), (v) => v.replace('/UserUnit 1', '/UserUnit 2'))],
    ['a transparency group', onPage('/Group << /S /Transparency /K true >>', 1)],
    [
      'something to draw among its resources',
      (p) => {
        const form = p.add(`<< /Type /XObject /Subtype /Form ${box} >>`, Buffer.from('0 0 9 9 re f'));
        const id = Number(/\/Resources (\d+)/.exec(p.objects.get(page(p, 1))?.value ?? '')?.[1]);
        p.edit(id, (v) => v.replace(/>>$/, `/XObject << /Fx ${form} >> >>`).replace(/\/XObject << >>/, ''));
      },
    ],
  ])('%s: page 2', (_, change) => {
    const said = forged(change);
    expect(said).toMatchObject({ pages: [2], added: [] });
  });

  it.each(['FontFile2', 'ToUnicode'])('another %s: the pages of that font', (key) => {
    const said = forged((p) => {
      const reference = new RegExp(`/${key} (\\d+)`);
      const holder = p.objects.get(p.find(reference))?.value ?? '';
      const stream = p.objects.get(Number(reference.exec(holder)?.[1]));
      if (stream?.raw == null) throw new Error('no stream');
      const bytes = inflateSync(stream.raw);
      const at = bytes.length >> 1;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      stream.raw = deflateSync(bytes);
    });
    expect(said).toMatchObject({ pages: expect.arrayContaining([1]), added: [] });
  });

  it('an inherited crop: every page', () => {
    const said = forged((p) =>
      p.edit(p.find(/\/Type \/Pages/), (v) => v.replace(/>>$/, '/CropBox [0 0 9 9] >>')),
    );
    expect(typeof said === 'string' ? 0 : said.pages.length).toBeGreaterThan(2);
  });

  it('two pages that changed places', () => {
    const said = forged((p) =>
      p.edit(p.find(/\/Type \/Pages/), (v) => v.replace(/\[(\d+ 0 R) (\d+ 0 R)/, '[$2 $1')),
    );
    expect(said).toMatchObject({ pages: [1, 2], added: [] });
  });

  it('a page too many', () => {
    const said = forged((p) => {
      const root = p.find(/\/Type \/Pages/);
      const extra = p.add(`<< /Type /Page /Parent ${root} 0 R /MediaBox [0 0 9 9] >>`);
      p.edit(root, (v) =>
        v.replace(/\]/, ` ${extra}]`).replace(/\/Count (\d+)/, (_, n) => `/Count ${Number(n) + 1}`),
      );
    });
    expect(said).toMatchObject({ added: ['pages'] });
  });
});

describe('what was added', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const attachment = (p: Pieces): string => {
    const file = p.add('<< /Type /EmbeddedFile >>', Buffer.from('x'));
    return p.add(`<< /Type /Filespec /F (x) /EF << /F ${file} >> >>`);
  };
  it.each<[string, (p: Pieces) => void, Partial<Difference>]>([
    [
      'an annotation',
      (p) => {
        const look = p.add(`<< /Subtype /Form ${box} >>`, Buffer.from('0 0 9 9 re f'));
        onPage(`/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N ${look} >> >>]`)(p);
      },
      { added: ['annotations'], pages: [1] },
    ],
    ['a script that runs at once', inCatalog(() => `/OpenAction ${script}`), { added: ['scripts'] }],
    ['a script of a page', onPage(`/AA << /O ${script} >>`), { added: ['scripts'] }],
    [
      'a named script',
      (p) => {
        const names = Number(/\/Names (\d+)/.exec(p.objects.get(catalog(p))?.value ?? '')?.[1]);
        p.edit(names, (v) => v.replace(/>>$/, `/JavaScript << /Names [(a) ${script}] >> >>`));
      },
      { added: ['scripts'] },
    ],
    ['a form', inCatalog(() => '/AcroForm << /Fields [] >>'), { added: ['form'] }],
    [
      'layers',
      inCatalog((p) => {
        const layer = p.add('<< /Type /OCG /Name (a) >>');
        return `/OCProperties << /OCGs [${layer}] /D << /OFF [${layer}] >> >>`;
      }),
      { added: ['layers'] },
    ],
    ['labels of pages', inCatalog(() => '/PageLabels << /Nums [0 << /S /r >>] >>'), { added: ['view'] }],
    [
      'an attachment',
      (p) => {
        const file = attachment(p);
        p.edit(catalog(p), (v) => v.replace(/\/AF \[/, `/AF [${file} `));
      },
      { changed: ['attachments'] },
    ],
    ['an attachment of a page', (p) => onPage(`/AF [${attachment(p)}]`)(p), { added: ['attachments'] }],
    ['a part nothing uses', (p) => void p.add('<< /Type /Page /Contents 5 0 R >>'), { added: ['unused'] }],
    ['something the format does not know', inCatalog(() => '/Vendor (x)'), { added: ['other'] }],
    [
      'something in the trailer',
      (p) => {
        p.trailer += ' /Vendor (x)';
      },
      { added: ['other'] },
    ],
  ])('%s', (_, change, expected) => expect(forged(change)).toEqual({ ...SAME, ...expected }));
});

describe('what is another one', () => {
  it.each<[string, (p: Pieces) => void, Partial<Difference>]>([
    [
      'the metadata',
      (p) => {
        const part = p.objects.get(p.find(/\/Type \/Metadata/));
        if (part?.raw == null) throw new Error('no metadata');
        part.raw = Buffer.from(Buffer.from(part.raw).toString('latin1').replace('0.1.0', '0.1.1'), 'latin1');
      },
      { changed: ['metadata'] },
    ],
    [
      'the title',
      (p) => {
        const info = p.objects.get(Number(/\/Info (\d+)/.exec(p.trailer)?.[1]));
        p.edit(Number(/\/Title (\d+) 0 R/.exec(info?.value ?? '')?.[1]), () => '(x)');
      },
      { changed: ['metadata'] },
    ],
    [
      'the language',
      (p) => p.edit(catalog(p), (v) => v.replace(/\/Lang (?:<\w+>|\d+ 0 R)/, '/Lang (fr)')),
      { changed: ['reading'] },
    ],
    [
      'what is read aloud',
      (p) => p.edit(p.find(/\/S \/H1/), (v) => v.replace('/S /H1', '/S /P')),
      { changed: ['reading'] },
    ],
    [
      'a bookmark',
      (p) => p.edit(p.find(/\/Dest \[/), (v) => v.replace(/\/Title (?:<\w+>|\d+ 0 R)/, '/Title (x)')),
      { changed: ['bookmarks'] },
    ],
    [
      'where a bookmark leads',
      (p) => {
        const other = page(p, 1);
        p.edit(p.find(/\/Dest \[/), (v) => v.replace(/\/Dest \[\d+ 0 R/, `/Dest [${other} 0 R`));
      },
      { changed: ['bookmarks'] },
    ],
    [
      'an attached file',
      (p) => {
        const part = p.objects.get(p.find(/\/Type \/EmbeddedFile/));
        if (part?.raw == null) throw new Error('no file');
        part.raw = deflateSync(Buffer.from('wazamori: 1\n'));
      },
      { changed: ['attachments'] },
    ],
  ])('%s', (_, change, expected) => expect(forged(change)).toEqual({ ...SAME, ...expected }));
});

describe('what lies behind', () => {
  const red = { value: '<< >>', raw: Buffer.from('q 0.8 0.1 0.1 rg 0 0 600 900 re f Q') };
  const drawingOf = (p: Pieces): number =>
    Number(/\/Contents (\d+)/.exec(p.objects.get(page(p))?.value ?? '')?.[1]);

  it('an update that repaints page 1', () => {
    const p = pieces(plan);
    expect(found(updated(plan, new Map([[drawingOf(p), red]]), p.trailer))).toEqual({
      ...SAME,
      added: ['revision', 'unlisted'],
      pages: [1],
    });
  });

  it('the same, with the honest drawing behind it for programs that scan', () => {
    const p = pieces(plan);
    const id = drawingOf(p);
    const honest = p.objects.get(id);
    if (honest?.raw == null) throw new Error('no drawing');
    const bytes = Buffer.from(updated(plan, new Map([[id, red]]), p.trailer));
    const at = bytes.lastIndexOf('xref\n0 1');
    const object = `${id} 0 obj\n${honest.value.replace(/\/Length \d+/, '').replace(/>>$/, `/Length ${honest.raw.length} >>`)}\nstream\n`;
    const copy = Buffer.concat([Buffer.from(object), honest.raw, Buffer.from('\nendstream\nendobj\n')]);
    const tail = bytes
      .subarray(at)
      .toString('latin1')
      .replace(/startxref\n\d+/, `startxref\n${at + copy.length}`);
    const said = found(Buffer.concat([bytes.subarray(0, at), copy, Buffer.from(tail, 'latin1')]));
    expect(said).toMatchObject({ added: ['revision', 'unlisted'], pages: [1] });
  });

  it('an update that changes nothing', () => {
    const p = pieces(plan);
    const info = Number(/\/Info (\d+)/.exec(p.trailer)?.[1]);
    const same = p.objects.get(info);
    if (same === undefined) throw new Error('no info');
    expect(found(updated(plan, new Map([[info, same]]), p.trailer))).toMatchObject({
      added: expect.arrayContaining(['revision']),
      pages: [],
    });
  });

  it('an object nobody lists', () => {
    const bytes = Buffer.from(whole(pieces(plan)));
    const at = bytes.lastIndexOf('xref\n0 1');
    const hidden = Buffer.from('9 0 obj\n(hidden)\nendobj\n');
    const tail = bytes
      .subarray(at)
      .toString('latin1')
      .replace(/startxref\n\d+/, `startxref\n${at + hidden.length}`);
    expect(found(Buffer.concat([bytes.subarray(0, at), hidden, Buffer.from(tail)]))).toEqual({
      ...SAME,
      added: ['unlisted'],
    });
  });

  it.each([
    ['a sign', 'x'],
    ['a page of the web', '\n<html>'],
    ['something far behind', `${'\n'.repeat(2000)}hidden`],
  ])('behind the end: %s', (_, tail) => {
    expect(found(Buffer.concat([plan, Buffer.from(tail)]))).toEqual({ ...SAME, added: ['behind-end'] });
  });

  it('a table for old programs and a stream for newer ones', () => {
    const p = pieces(plan);
    const before = Number(/startxref\s+(\d+)\s+%%EOF/.exec(Buffer.from(plan).toString('latin1'))?.[1]);
    const table = Buffer.from(
      `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 ${p.trailer} /XRefStm ${before} >>\nstartxref\n${plan.length}\n%%EOF\n`,
    );
    const said = found(Buffer.concat([plan, table]));
    expect(said).toMatchObject({ added: expect.arrayContaining(['two-readings']), pages: [] });
  });
});
