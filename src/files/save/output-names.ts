/** `-` as everywhere, and the names under which a shell knows stdout: no file beside them could be renamed over them. */
export const isStdout = (output: string): boolean =>
  ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(output);

/** A screen by its name, beside {@link isStdout}, which may be one. */
export const isScreen = (output: string): boolean => output === '/dev/tty';
