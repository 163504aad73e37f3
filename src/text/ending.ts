/**
 * The ending of a file's name with its dot, as node's `extname` has it, without node: `.pdf` of `out/plan.pdf`, nothing of
 * `.gitignore` and of `..`. A backslash parts folders as well: where a shell takes it for a letter, hardly a name has one.
 */
export function endingOf(path: string): string {
  const [name = ''] = /[^/\\]*(?=[/\\]*$)/.exec(path) ?? [];
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}
