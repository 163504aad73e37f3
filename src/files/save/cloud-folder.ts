// Folder names the usual synchronising services make; matched on whole path parts.
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive|my drive|マイドライブ)(-.*)?$/i, 'Google ドライブ'],
  [/^(com~apple~clouddocs|icloud ?drive|mobile documents)$/i, 'iCloud Drive'],
  [/^box( sync)?$/i, 'Box'],
];

/** The synchronising service a path lies in, or `null`. */
export function cloudService(path: string): string | null {
  for (const part of path.split(/[/\\]/)) {
    const found = SERVICES.find(([pattern]) => pattern.test(part));
    if (found !== undefined) return found[1];
  }
  return null;
}
