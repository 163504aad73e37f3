#!/usr/bin/env node
// Nothing is imported above this line: where even that fails, a person gets a sentence and no trace.
const argv = process.argv.slice(2);
let code;
/** Says what went wrong once the program is there to say it; before that, in both languages. */
let say = (error) =>
  `プログラムを読み込めませんでした（${error.code ?? error.message}）。入れ直すか、開いているファイルを減らしてから、もう一度動かしてください。\n` +
  `The program could not be loaded (${error.code ?? error.message}). Reinstall it, or open fewer files, and try again.\n`;

const fail = (error) => {
  code = 3;
  process.exitCode = 3;
  process.stderr.write(say(error));
};
process.stdout.on('error', (error) => {
  // A reader that closes early (`| head`) or a terminal that is gone is not a failure; a full disk is one.
  if (error.code !== 'EPIPE' && error.code !== 'EIO') fail({ output: error.code });
});
// Nobody is left to tell.
process.stderr.on('error', () => {});
process.on('uncaughtException', (error) => {
  fail(error);
  // What is still under way may wait for ever for what has failed.
  process.exit();
});

try {
  const { main, failure } = await import('../dist/cli.js');
  say = (error) => failure(error, argv, process.env);
  const ended = await main(argv);
  if (code === undefined) process.exitCode = ended;
} catch (error) {
  fail(error);
}
