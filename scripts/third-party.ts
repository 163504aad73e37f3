import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of what others wrote and `dist/` holds: their condition for being handed on. */

/** The folder of the package that a module comes from. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** One text for the packages these modules come from, by name. Throws where one of them states no licence. */
export function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[0] ?? []));
  const texts = new Set([...folders].map((folder) => licenceOf(folder)));
  return `${[...texts].sort().join(`\n${'-'.repeat(79)}\n\n`)}`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (file !== undefined) return headed(manifest, readFileSync(join(folder, file), 'utf8'));
  if (license !== 'MIT') throw new Error(`${name} ${version}: no text of its licence`);
  return headed(manifest, mit(manifest));
}

const headed = ({ name, version, license }: Manifest, text: string): string =>
  `${name} ${version}${license === undefined ? '' : ` (${license})`}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;

/** Some say which licence is theirs and leave its text out. */
function mit({ name, author }: Manifest): string {
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
