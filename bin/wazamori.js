#!/usr/bin/env node
import { main } from '../dist/cli.js';

let written = true;
process.stdout.on('error', (error) => {
  // A reader that closes early (`| head`) is not a failure; a full disk is one, told in a line.
  if (error.code === 'EPIPE') return;
  written = false;
  process.exitCode = 3;
  process.stderr.write(`wazamori: ${error.message}\n`);
});
const code = await main(process.argv.slice(2));
if (written) process.exitCode = code;
