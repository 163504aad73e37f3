import { writeFileSync } from 'node:fs';
import { asideOf } from '../../../src/files/save/aside.ts';
import { onInterrupt } from '../../../src/files/save/signals.ts';

/** A program in the middle of a save: `node --import tsx waiting-file.ts FOLDER [polite]`. */
const [, , folder = '', polite] = process.argv;
const keptAlive = setInterval(() => {}, 60_000);
writeFileSync(asideOf(`${folder}/answers.yaml`), 'wazamori: 1\n');
if (polite === 'polite') onInterrupt(() => process.stdout.write('stopping\n'));
if (polite === 'end') {
  clearInterval(keptAlive);
  process.exitCode = 0;
}
process.stdout.write('waiting\n');
