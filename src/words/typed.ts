/** Whose rules of quoting hold where a command will be typed. */
export type Shell = 'posix' | 'windows';

/** What no shell makes anything of, wherever it stands in a word; letters and digits of every script among them. */
const PLAIN = /^(?!=)[\p{L}\p{M}\p{N}_./:,@+=-]+$/u;
const PLAIN_WINDOWS = /^[\p{L}\p{M}\p{N}_./:\\+-]+$/u;

/**
 * A word of a command line that can be typed as it stands, whoever named it: `$(touch x).yaml` is a file, no command.
 *
 * Single quotes hold everything but themselves (POSIX.1-2024 XCU §2.2.2), in sh, bash, zsh and fish, and PowerShell reads them alike.
 * cmd.exe knows double quotes alone, and a name there can hold none: on Windows those it is. PowerShell still fills in `$` between
 * them, so there it gets a backtick; cmd.exe fills in `%NAME%` and nothing can stop it.
 *
 * A word that begins with `-` would be an option: as a path it begins with `./`.
 */
export function typed(word: string, shell: Shell = 'posix'): string {
  const path = word.startsWith('-') && /[./\\]/.test(word) ? `./${word}` : word;
  if (shell === 'windows')
    return PLAIN_WINDOWS.test(path) ? path : `"${path.replaceAll('"', '').replace(/[$`]/g, '`$&')}"`;
  return PLAIN.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
