import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { coverageTables } from './content-table.ts';
import { messageKeys } from './messages.ts';
import { rulePages } from './rule-pages.ts';
import { interviewScreens } from './screens.ts';

/**
 * `npm run docs:check`: docs agree with what they describe. Counts are computed, never typed: generated parts stand
 * between `<!-- NAME -->` and `<!-- /NAME -->`; `docs:write` writes them. Exit 1 with a line for each disagreement.
 */

const ROOT = resolve(import.meta.dirname, '..');
const write = process.argv.includes('--write');
const problems: string[] = [];

written({ ...rulePages(), ...messageKeys() });
const documents = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
  ...readdirSync(join(ROOT, 'docs/rules'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/rules/${f}`),
];

generated('docs/content.md', coverageTables());
generated(
  'docs/interview.md',
  Object.fromEntries(
    [...(await interviewScreens())].map(([name, text]) => [
      name,
      ['', '```text', text, '```', '', ''].join('\n'),
    ]),
  ),
);
for (const path of documents) {
  const text = read(path);
  links(path, text);
  paths(path, text);
}
dependencies();

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0)
  process.stdout.write(`${documents.length} documents agree with the code and the checklists\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Files that are computed as a whole; a page of a rule that is gone goes too. */
function written(pages: Readonly<Record<string, string>>): void {
  for (const [path, page] of Object.entries(pages)) {
    if (existsSync(join(ROOT, path)) && read(path) === page) continue;
    if (write) writeFileSync(join(ROOT, path), page);
    else problems.push(`${path}: is old; npm run docs:write`);
  }
  const stray = readdirSync(join(ROOT, 'docs/rules')).map((name) => `docs/rules/${name}`);
  for (const path of stray.filter((p) => p.endsWith('.md') && !Object.hasOwn(pages, p))) {
    if (write) rmSync(join(ROOT, path));
    else problems.push(`${path}: there is no such rule`);
  }
}

/** Parts of a document that are computed. */
function generated(path: string, parts: Readonly<Record<string, string>>): void {
  let text = read(path);
  for (const [name, part] of Object.entries(parts)) {
    const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!between.test(text)) problems.push(`${path}: no part <!-- ${name} -->`);
    text = text.replace(between, (_, open: string, close: string) => `${open}${part}${close}`);
  }
  if (text === read(path)) return;
  if (write) writeFileSync(join(ROOT, path), text);
  else problems.push(`${path}: generated parts are old; npm run docs:write`);
}

/** Relative links lead somewhere. */
function links(path: string, text: string): void {
  for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(resolve(ROOT, dirname(path), target)))
      problems.push(`${path}: link to ${target} leads nowhere`);
  }
}

/** Files named in code style exist. */
function paths(path: string, text: string): void {
  for (const [, file = ''] of text.matchAll(
    /`((?:src|test|scripts|checklists|templates|docs|bin)\/[\w./-]+\.\w+)`/g,
  )) {
    if (!existsSync(join(ROOT, file))) problems.push(`${path}: ${file} does not exist`);
  }
}

/** Every dependency has its line with its exact version, and no line speaks of one that is gone. */
function dependencies(): void {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const text = read('docs/dependencies.md');
  for (const [name, version] of Object.entries(dependencies ?? {})) {
    if (!text.includes(`${name} ${version}`))
      problems.push(`docs/dependencies.md: ${name} ${version} has no line`);
  }
  for (const name of Object.keys(devDependencies ?? {})) {
    if (!text.includes(name)) problems.push(`docs/dependencies.md: ${name} has no line`);
  }
  for (const [, name = '', version = ''] of text.matchAll(/((?:@[\w-]+\/)?[\w-]+) (\d+\.\d+\.\d+)/g)) {
    const known = dependencies?.[name] ?? devDependencies?.[name];
    if (known !== version)
      problems.push(
        `docs/dependencies.md: ${name} ${version} is not what package.json says (${known ?? 'nothing'})`,
      );
  }
}
