import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

/**
 * Makes the fallback font of the PDF: only those characters of Noto Sans JP that BIZ UDPGothic lacks (𠮷, names in
 * older kanji, symbols). 1.6 MB in the package instead of a 49 MB dependency. Run it again when either font is upgraded.
 */
const require = createRequire(import.meta.url);
const target = new URL('../templates/fonts/', import.meta.url);
const noto = '@expo-google-fonts/noto-sans-jp';
const main = charactersOf('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf');
const notoFile = require.resolve(`${noto}/400Regular/NotoSansJP_400Regular.ttf`);
const missing = [...charactersOf(notoFile)].filter((codePoint) => !main.has(codePoint)).sort((a, b) => a - b);

const subset = await subsetFont(readFileSync(notoFile), String.fromCodePoint(...missing), {
  targetFormat: 'truetype',
});
writeFileSync(new URL('NotoSansJP-fallback.ttf', target), subset);
copyFileSync(
  require.resolve(`${noto}/LICENSE_FONT`),
  fileURLToPath(new URL('NotoSansJP-fallback.LICENSE.txt', target)),
);
process.stderr.write(`${missing.length} characters, ${Math.round(subset.length / 1024)} kB\n`);

function charactersOf(file: string): ReadonlySet<number> {
  const font = fontkit.openSync(file.startsWith('@') ? require.resolve(file) : file);
  if (!('characterSet' in font)) throw new Error(`${file} is a collection of fonts`);
  return new Set(font.characterSet);
}
