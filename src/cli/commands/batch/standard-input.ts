/** The bytes of standard input as they come. */
export const standardInput = (): AsyncIterable<Uint8Array> => process.stdin;

/** Lines of standard input, all of them: a list of paths. Ends of any kind, also the zero bytes of `find -print0`. */
export async function standardInputLines(): Promise<readonly string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of standardInput()) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .split(/\r?\n|\0/)
    .filter((line) => line.trim() !== '');
}

/** Waits while whoever reads standard output is behind: a stream of any length must not pile up here. */
export async function drained(): Promise<void> {
  if (!process.stdout.writableNeedDrain) return;
  await new Promise<void>((done) => process.stdout.once('drain', () => done()));
}
