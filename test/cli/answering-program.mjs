// A built package in a process of its own that runs one command line after another: `… <package>/dist/cli.js`, told over the
// channel of `fork`. What is asked about is the package and the process (its zone, its language), not each start of node.
import { pathToFileURL } from 'node:url';

const [, , entry] = process.argv;
const { main } = await import(pathToFileURL(entry).href);

let before = Promise.resolve();
process.on('message', (args) => {
  before = before.then(async () => process.send(await run(args)));
});

async function run(args) {
  const out = [];
  let stderr = '';
  const status = await main(args, {
    cwd: process.cwd(),
    env: process.env,
    out: (result) => out.push(Buffer.from(result)),
    err: (text) => {
      stderr += text;
    },
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    columns: 80,
    rows: 24,
    now: () => new Date(),
    script: entry,
  });
  return { stdout: Buffer.concat(out).toString('utf8'), stderr, status };
}
