import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Their builds for browsers: those for node look for their fonts and colour profiles beside themselves. */
const BUILDS: Readonly<Record<string, string>> = {
  pdfkit: `${MODULES}pdfkit/js/pdfkit.browser.mjs`,
  fontkit: `${MODULES}fontkit/dist/browser-module.mjs`,
  '@noble/hashes/crypto': `${MODULES}@noble/hashes/esm/crypto.js`,
};

/** What would have to be there for a thing no document of ours has; whoever comes to need it is told at once. */
const leftOut = (what: string, name = 'default'): string =>
  `function leftOut() { throw new Error(${JSON.stringify(`${what}: left out of dist/ by scripts/pdf-engine.ts`)}); }\nexport { leftOut as ${name} };`;

/** By what they import: what they get instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  // Half a megabyte, to read WOFF2.
  'brotli/decompress.js': leftOut('fonts in WOFF2'),
  linebreak: leftOut("PDFKit's own text()"),
  'png-js': leftOut('pictures in PNG'),
  // The press deflates what PDFKit would, with the packer it is handed.
  fflate: leftOut("PDFKit's own packing", 'zlibSync'),
};
const ID = '\0pdf-engine:';
const OF_ENGINE = /[\\/]node_modules[\\/](pdfkit|fontkit)[\\/]/;

/**
 * PDFKit and fontkit inside the bundle, without what no document of ours uses: nothing but node is needed to run the
 * program, and the first PDF has less to load. `test/cli/golden-pdf.test.ts` holds it against the packages as they come.
 */
export const pdfEngine: Plugin = {
  name: 'pdf-engine',
  resolveId: (source, importer) => {
    if (INSTEAD[source] !== undefined && OF_ENGINE.test(importer ?? '')) return `${ID}${source}`;
    return BUILDS[source] ?? null;
  },
  load: (id) => (id.startsWith(ID) ? (INSTEAD[id.slice(ID.length)] ?? null) : null),
};
