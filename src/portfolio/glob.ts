/** Whether a path that leads nowhere was meant as a pattern. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

/** The folder above the first part of a pattern that has a sign in it: where the search begins. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isPattern);
  return parts.slice(0, first === -1 ? parts.length - 1 : first).join('/');
}

/**
 * A pattern as shells write it: `*` and `?` within a name, `**` over folders, `[ab]`, `{a,b}`. Node 20 has none of its
 * own, and on Windows no shell fills patterns in.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  let source = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (pattern.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '{') {
      source += '(?:';
      braces++;
    } else if (char === '}' && braces > 0) {
      source += ')';
      braces--;
    } else if (char === ',' && braces > 0) source += '|';
    else if (char === '[' && pattern.indexOf(']', at) > at) {
      const end = pattern.indexOf(']', at);
      source += `[${pattern
        .slice(at + 1, end)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')}]`;
      at = end;
    } else source += char.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  const matcher = new RegExp(`^${source}${')'.repeat(braces)}$`, 'u');
  return (path) => matcher.test(path);
}
