import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NOTICED } from '../src/gate/noticed.ts';
import { OTHER_RULES, RULE_CODES, RULES } from '../src/gate/rules.ts';
import type { GateKind } from '../src/model/gate.ts';
import { parseYaml } from '../src/text/yaml/parse.ts';
import { entryOf, type YamlNode } from '../src/text/yaml/tree.ts';
import { createWords } from '../src/words/messages.ts';
import { readMessages } from './messages.ts';

/** The pages of docs/rules/: written from the rules, their messages and their examples, so that they say what holds. */

const EXAMPLES = resolve(import.meta.dirname, '../docs/rules/examples.yaml');
const words = createWords('ja', readMessages('ja'));
const SUPPRESSED = {
  no: 'できません。検査の決まりを預かる人が、決まりのファイルを直します。',
  'one-by-one': '`suppressed:` に `about:`（質問・事実・技術の id）と理由を書いた時だけ。1行で1つです。',
  yes: '`suppressed:` に理由を書きます。1行で1つです。同じ決まりで2つ以上見つかる時は、`about:` で1つずつ指します。',
};
const KINDS: readonly GateKind[] = ['policy', 'regression', 'xray'];

interface Described {
  readonly code: string;
  readonly kind: GateKind;
  readonly severity: 'error' | 'warning' | 'info';
  readonly suppressible: keyof typeof SUPPRESSED;
}

/** Each code with its data. */
const described: readonly Described[] = RULE_CODES.map((code) => {
  const rule = RULES.find((candidate) => candidate.code === code);
  if (rule !== undefined) return rule;
  const other = [...OTHER_RULES].find(([known]) => known === code)?.[1];
  if (other !== undefined) return { code, ...other, suppressible: 'no' };
  const noticed = [...NOTICED].find(([known]) => known === code)?.[1];
  return { code, kind: 'xray', severity: noticed ?? 'warning', suppressible: 'yes' };
});

/** Files of docs/rules/ by path from the root. */
export function rulePages(): Readonly<Record<string, string>> {
  const parsed = parseYaml(withoutAliases(readFileSync(EXAMPLES, 'utf8')));
  if (!parsed.ok) throw new Error(`docs/rules/examples.yaml: ${JSON.stringify(parsed.findings)}`);
  const { value: examples } = parsed;
  const pages = described.map((rule) => [`docs/rules/${rule.code}.md`, page(rule, examples)]);
  return Object.fromEntries([...pages, [join('docs/rules', 'README.md'), index()]]);
}

/** Our reader takes no aliases; here one saves repeating a whole file. */
function withoutAliases(text: string): string {
  const blocks = new Map<string, string>();
  for (const [, name = '', block = ''] of text.matchAll(/: &(\w+) (\|\n(?: {4}.*\n)+)/g))
    blocks.set(name, block);
  return text
    .replace(/: &\w+ \|\n/g, ': |\n')
    .replace(/: \*(\w+)\n/g, (_, name: string) => `: ${blocks.get(name) ?? ''}`);
}

/** A message of a rule; a rule without its words fails the docs. */
function said(key: string, args = {}): string {
  if (!words.has(key)) throw new Error(`no message "${key}"`);
  return words.t(key, args);
}

function page(rule: Described, examples: YamlNode): string {
  const { code, kind, severity, suppressible } = rule;
  const title = said(`gate.rule.${code}.title`);
  const part = (name: string): string | null => exampleOf(examples, code, name);
  const typed = { program: 'wazamori', file: '回答.yaml', id: '質問のid', actionId: '行動のid', lifting: '' };
  const next = words.has(`gate.rule.${code}.next`) ? said(`gate.rule.${code}.next`, typed) : null;
  const blocks: readonly (readonly [string, string | null])[] = [
    ['検査の決まり（wazamori.policy.yaml）', withHead(part('policy'), 'policy: 1')],
    ['前の版', withHead(part('before'), 'wazamori: 1')],
    ['見つかる例', withHead(part('bad'), 'wazamori: 1')],
    ['直した例', withHead(part('good'), 'wazamori: 1')],
  ];
  const lines = [
    `# ${title}（\`${code}\`）`,
    '',
    '<!-- このページは scripts/rule-pages.ts が書きます。直す所：templates/messages/ja/gate.yaml と docs/rules/examples.yaml -->',
    '',
    said(`gate.rule.${code}.why`),
    '',
    `- 種類：${words.t(`gate.kind.${kind}`)}`,
    `- 強さ：${words.t(`gate.severity.${severity}`)}（検査の決まりに \`rules: {${code}: off}\` などと書くと変わります）`,
    `- 理由を書いて見送ること：${SUPPRESSED[suppressible]}`,
    ...(next === null ? [] : [`- 次の一手：${next}`]),
    ...blocks.flatMap(([label, text]) =>
      text === null ? [] : ['', `## ${label}`, '', '```yaml', text.trimEnd(), '```'],
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const withHead = (text: string | null, head: string): string | null =>
  text === null || text.trim() === '' ? null : `${head}\n${text}`;

function exampleOf(examples: YamlNode, code: string, name: string): string | null {
  const entry = examples.kind === 'map' ? entryOf(examples, code)?.value : undefined;
  const value = entry?.kind === 'map' ? entryOf(entry, name)?.value : undefined;
  return value?.kind === 'scalar' ? value.text : null;
}

function index(): string {
  const tables = KINDS.flatMap((kind) => [
    '',
    `## ${words.t(`gate.kind.${kind}`)}`,
    '',
    '| 名前 | 何を見るか | 強さ |',
    '|---|---|---|',
    ...described
      .filter((rule) => rule.kind === kind)
      .map(({ code, severity }) => {
        const title = said(`gate.rule.${code}.title`);
        return `| [\`${code}\`](${code}.md) | ${title} | ${words.t(`gate.severity.${severity}`)} |`;
      }),
  ]);
  const head = [
    '# 検査の決まりの一覧',
    '',
    '<!-- このページは scripts/rule-pages.ts が書きます。 -->',
    '',
    `\`wazamori check\` が見る${described.length}の決まりです。使い方は [CI で使う](../ci.md) にあります。`,
  ];
  return `${[...head, ...tables].join('\n')}\n`;
}
