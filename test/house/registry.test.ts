import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

/**
 * Lines that would have a registry look up a package called `wazamori`. The name is not ours there: whoever holds it
 * would run on the machines of our users. Paths (`./wazamori.tgz`, `bin/wazamori.js`) are no names. `npx --no` asks the
 * registry too before it gives up.
 */
const RESOLVING: readonly RegExp[] = [
  /\b(?:npx|pnpx|bunx|(?:npm|pnpm|yarn|bun)\s+(?:exec|x|dlx))\b[^\n;|&`]*?(?<![\w./-])wazamori\b(?![\w-]*[./])/,
  /\b(?:npm|pnpm|yarn|bun)\s+(?:(?:-\S+|--\S+[= ]\S+)\s+)*(?:i|in|install|add|update|global add)\b[^\n;|&`#]*?(?<![\w./-])wazamori\b(?!-?[\w*.-]*\.tgz)/,
  /(?<![\w/.-])wazamori@(?!example\b)/,
  /\bregistry\.npmjs\.org\/wazamori\b/,
];
const resolves = (line: string): boolean => RESOLVING.some((pattern) => pattern.test(line));

/** All that people copy from or that runs for them: documents, actions, hooks, messages, scripts. */
const READ =
  /^(?:[^/]+\.(?:md|ya?ml|json)|\.[^/]*\.ya?ml|docs\/|templates\/|scripts\/|src\/|\.ci\/|checklists\/)/;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((path) => READ.test(path) && /\.(?:md|ya?ml|json|ts|js|sh)$|^\.ci\//.test(path));

describe('no registry is asked for this tool', () => {
  it('by any document, action, hook, message or script', () => {
    const found = files.flatMap((path) =>
      readFileSync(join(ROOT, path), 'utf8')
        .split('\n')
        .flatMap((line, i) => (resolves(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
    for (const path of [
      'README.md',
      'README.en.md',
      'action.yml',
      '.pre-commit-hooks.yaml',
      'docs/ci.md',
      'docs/scale.md',
      'docs/own-checklists.md',
    ])
      expect(files).toContain(path);
  });

  it.each([
    'npx wazamori interview',
    'npx --yes wazamori check clients',
    'npx -y wazamori@latest check',
    'npx --no -- wazamori check',
    'npm exec wazamori -- check',
    'npm exec --yes -- wazamori check',
    'pnpm dlx wazamori check',
    'yarn dlx wazamori check',
    'bunx wazamori',
    'npm i wazamori',
    'npm i -g wazamori',
    'npm install wazamori',
    'npm install --global --ignore-scripts "wazamori@$WAZAMORI_VERSION"',
    'npm install --save-dev wazamori   # then npx',
    'npm --prefix tools install wazamori',
    'pnpm add -D wazamori',
    'yarn add wazamori',
    '      - name: wazamori@0.1.0',
    'curl https://registry.npmjs.org/wazamori/-/wazamori-0.1.0.tgz',
  ])('%s would be found', (line) => {
    expect(resolves(line)).toBe(true);
  });

  it.each([
    'node bin/wazamori.js interview',
    'npm start -- score wazamori.yaml',
    'npm ci && npm pack',
    'npm install --global ./wazamori-*.tgz',
    'npm install --global --ignore-scripts ./tools/wazamori.tgz',
    "npm install --prefix .wazamori --global --ignore-scripts ./tools/wazamori.tgz'",
    'node_modules/.bin/wazamori score wazamori.yaml',
    'npx tsx scripts/demo.ts',
    '  - uses: OWNER/wazamori@COMMIT',
    'entry: wazamori check',
  ])('%s is fine', (line) => {
    expect(resolves(line)).toBe(false);
  });
});
