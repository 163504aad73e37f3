import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Lang } from '../../model/text.ts';
import { schemaFile } from './schema-files.ts';

/** As `wazamori schema -o …` is shown to write it. */
const MADE_HERE = 'wazamori.schema.json';

/**
 * The JSON Schema an editor can complete a new answer file with, as a path from its folder: the one made there, or the
 * one that came with the package where it is installed at or above that folder. `null` where there is none: a line that
 * points to nothing makes an editor complain in every new file, and one to another place would break for the next reader.
 *
 * @param own the checklists laid over the shipped ones
 * @param packageRoot the folder of this program's own package
 */
export function schemaBeside(
  path: string,
  { lang, own }: { readonly lang: Lang; readonly own: object | null },
  packageRoot: string,
): string | null {
  const folder = dirname(path);
  if (existsSync(join(folder, MADE_HERE))) return `./${MADE_HERE}`;
  // The shipped one does not know the questions and families of own checklists.
  if (own !== null) return null;
  const shipped = join('dist', schemaFile('answers', lang));
  for (const above of foldersFrom(folder)) {
    const roots = [join(above, 'node_modules/wazamori'), ...(above === packageRoot ? [above] : [])];
    const found = roots.map((root) => join(root, shipped)).find((file) => existsSync(file));
    if (found !== undefined) return written(relative(folder, found));
  }
  return null;
}

/** A space would end the path for the editor. */
function written(path: string): string | null {
  if (/\s/.test(path)) return null;
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('../') ? slashed : `./${slashed}`;
}

function foldersFrom(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}
