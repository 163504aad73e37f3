#!/usr/bin/env node
import { main } from '../dist/cli.js';

// A reader that closes early (`| head`) is not a failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
