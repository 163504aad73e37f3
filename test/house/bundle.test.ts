import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { pdfEngine } from '../../scripts/pdf-engine.ts';
import { licencesOf } from '../../scripts/third-party.ts';
import { type Files, folder } from '../setup/folder.ts';
import { PACKAGE, ROOT } from '../setup/package.ts';

/** What is built needs node and nothing else, and says whose work it holds. */
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const built = (path: string): string => join(realpathSync(PACKAGE), 'dist', path);

/** Every module that these load, at once or when they need it. */
async function loadedBy(input: readonly string[]): Promise<readonly string[]> {
  const loaded = new Set<string>();
  await build({
    cwd: ROOT,
    input: [...input],
    external: /^[^./]/,
    treeshake: false,
    write: false,
    plugins: [
      {
        name: 'loaded',
        moduleParsed: ({ importedIds, dynamicallyImportedIds }) => {
          for (const id of [...importedIds, ...dynamicallyImportedIds]) loaded.add(id);
        },
      },
    ],
  });
  return [...loaded];
}

/** The packages that the sources name. */
function packagesOfSources(): readonly string[] {
  const named = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...read(`src/${path}`).matchAll(/^import (?!type ).*?from '([^'.][^']*)';/gms)])
    .map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return [...new Set(named)].filter((name) => !isBuiltin(name)).sort();
}

describe('what is built', () => {
  it('loads nothing but itself and node', async () => {
    const loaded = await loadedBy(['cli.js', 'batch-worker.js', 'index.js'].map(built));
    const others = loaded.filter((id) => !isBuiltin(id));
    expect(others.length).toBeGreaterThan(30);
    expect(others.filter((id) => !id.startsWith(built('')))).toEqual([]);
  });

  it('has npm install no package for it', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(read('package.json'));
    expect([dependencies, optionalDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
  });
});

describe('whose work is in it', () => {
  const text = readFileSync(built('THIRD-PARTY.txt'), 'utf8');

  it.each(packagesOfSources())('%s is named in its version, with its licence', (name) => {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`));
    const said = text
      .split(`\n${'-'.repeat(79)}\n\n`)
      .find((part) => part.startsWith(`${name} ${version} (`));
    expect(said).toMatch(/copyright/i);
    expect(said).toMatch(/permission is hereby granted|permission to use, copy/i);
  });

  it('so are packages of packages, and none that is left out', () => {
    for (const name of ['restructure', 'unicode-trie', '@noble/ciphers', 'fast-wrap-ansi', '@swc/helpers']) {
      expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    }
    expect(text).not.toMatch(/^(?:brotli|linebreak|png-js|fflate|vitest) /m);
  });

  it('the fonts have theirs beside them', () => {
    const fonts = readdirSync(built('fonts'));
    expect(fonts.filter((name) => name.endsWith('.ttf')).sort()).toEqual([
      'BIZUDPGothic-Bold.ttf',
      'BIZUDPGothic-Regular.ttf',
      'NotoSansJP-fallback.ttf',
    ]);
    for (const family of ['BIZUDPGothic', 'NotoSansJP-fallback'])
      expect(readFileSync(built(`fonts/${family}.LICENSE.txt`), 'utf8')).toContain(
        'SIL OPEN FONT LICENSE Version 1.1',
      );
  });

  it('a package that gives no licence stops the build', () => {
    const files = (name: string, manifest: object): Files => ({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.2.3', ...manifest }),
    });
    const at = folder({
      ...files('said', { license: 'MIT', author: { name: 'A. Writer' } }),
      ...files('@of/nobody', {}),
      ...files('closed', { license: 'SEE LICENSE IN terms.html' }),
    });
    const module = (name: string): string => join(at, 'node_modules', name, 'dist/index.js');
    expect(licencesOf([module('said')])).toMatch(
      /^said 1\.2\.3 \(MIT\)\n\nMIT License\n\nCopyright \(c\) A\. Writer\n/,
    );
    for (const silent of ['@of/nobody', 'closed'])
      expect(() => licencesOf([module('said'), module(silent)])).toThrow('no text of its licence');
  });
});

describe('PDFKit inside the bundle', () => {
  /** Prints what a PDFKit makes of a document, of the same packed, of text and of a picture. */
  const program = (pdfkit: string): string => `
    import { readFileSync } from 'node:fs';
    import { createHash } from 'node:crypto';
    import PDFDocument from ${JSON.stringify(pdfkit)};
    const face = readFileSync(${JSON.stringify(built('fonts/BIZUDPGothic-Regular.ttf'))});
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
    const made = (draw, compress = false) => new Promise((resolve, reject) => {
      const doc = new PDFDocument({ font: null, compress, info: { CreationDate: new Date(0) } });
      const hash = createHash('sha256');
      doc.on('data', (bytes) => hash.update(bytes));
      doc.on('end', () => resolve(hash.digest('hex')));
      try { draw(doc); doc.end(); } catch (error) { resolve(error.message); }
    });
    const lines = (doc) => { for (let i = 0; i < 500; i++) doc.moveTo(i, 0).lineTo(i * 7 % 300, 400).stroke(); };
    console.log(JSON.stringify({
      lines: await made(lines),
      packed: await made(lines, true),
      text: await made((doc) => doc.font(face).text('技守')),
      picture: await made((doc) => doc.image(png)),
    }));`;

  it('writes as the one for node does, and says so where a thing was left out that somebody needs', async () => {
    const at = folder({
      'npm.mjs': program(join(ROOT, 'node_modules/pdfkit/js/pdfkit.node.mjs')),
      'ours.mjs': program('pdfkit'),
    });
    const output = { file: join(at, 'bundled.mjs') };
    await build({ cwd: ROOT, input: join(at, 'ours.mjs'), platform: 'node', plugins: [pdfEngine], output });
    const run = (file: string): Record<string, string> =>
      JSON.parse(execFileSync(process.execPath, [join(at, file)], { encoding: 'utf8' }));
    const [npm, ours] = [run('npm.mjs'), run('bundled.mjs')];
    expect(ours['lines']).toBe(npm['lines']);
    expect(npm).toEqual({
      lines: npm['lines'],
      packed: expect.stringMatching(/^\w{64}$/),
      text: expect.stringMatching(/^\w{64}$/),
      picture: expect.stringMatching(/^\w{64}$/),
    });
    for (const what of ['packed', 'text', 'picture']) expect(ours[what]).toContain('left out of dist/');
  });
});
