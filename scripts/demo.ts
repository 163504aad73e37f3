import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { shippedWords } from '../src/cli/assets.ts';
import { EXIT } from '../src/cli/exit-codes.ts';
import { processIo } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';

/** `npm run demo`: a bundled sample company from answers to PDF, and what to type for one's own. */

const SAMPLE = 'templates/samples/parts-maker.yaml';
const FOLDER = 'wazamori-demo';
const PDF = `${FOLDER}/parts-maker.pdf`;

const lang = process.env['WAZAMORI_LANG'] === 'en' ? 'en' : 'ja';
const words = shippedWords(lang);
// Hints come out as lines that work in this folder.
const io = { ...processIo(), script: resolve('bin/wazamori.js'), err: () => {} };

mkdirSync(FOLDER, { recursive: true });
const codes = [
  await main(['score', SAMPLE, '--lang', lang], io),
  await main(['report', SAMPLE, '-o', PDF, '--lang', lang], io),
];
process.stdout.write(`\n${words.t('cli.demo', { sample: SAMPLE, pdf: PDF })}\n`);
process.exitCode = codes.find((code) => code !== EXIT.fine) ?? EXIT.fine;
