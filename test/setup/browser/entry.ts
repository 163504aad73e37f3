import { buildCatalog } from '../../../src/catalog/built/build.ts';
import { compileCatalog, decodeCatalog } from '../../../src/catalog/compiled/compile.ts';
import { assessOpened } from '../../../src/engine/assess.ts';
import { checkAnswers } from '../../../src/engine/check.ts';
import { openAnswers } from '../../../src/engine/open.ts';
import { readPolicy } from '../../../src/gate/policy/policy.ts';
import { RULE_CODES } from '../../../src/gate/rules.ts';
import type { Outcome } from '../../../src/model/finding.ts';
import type { GateReport } from '../../../src/model/gate.ts';
import type { Sha256 } from '../../../src/model/sha256.ts';
import type { Lang } from '../../../src/model/text.ts';
import { gateJson } from '../../../src/report/gate/json.ts';
import { renderHtml } from '../../../src/report/html/render.ts';
import { renderMarkdown } from '../../../src/report/md/render.ts';
import { createWords, type Messages } from '../../../src/words/messages.ts';
import { jsonText, visible } from '../../../src/words/visible.ts';

/** What a browser is handed, as a page of ours would be: all of it JSON. */
export interface Handed {
  readonly lang: Lang;
  readonly rules: string;
  readonly texts: string;
  readonly messages: Messages;
  readonly name: string;
  /** Of the answer file. */
  readonly bytes: readonly number[];
  readonly today: string;
  readonly version: string;
  readonly policy: string;
  /** What surrounds the files in the gate's report: what was compared, and by what. */
  readonly around: Omit<GateReport, 'files' | 'version'>;
}

/** What the command line makes of the same. */
export interface Made {
  readonly score: string;
  readonly html: string;
  readonly md: string;
  readonly check: string;
}

/** An answer file read, assessed, checked and reported, with nothing but what was handed in. */
export async function play(handed: Handed): Promise<Made> {
  const { catalog, texts } = decodeCatalog(handed.rules, () => handed.texts);
  const words = createWords(handed.lang, handed.messages);
  const { name, today, version } = handed;
  const bytes = new Uint8Array(handed.bytes);
  const opened = good(openAnswers(bytes, catalog));
  const source = { file: name, sha256: await hashOf(bytes) };
  const assessment = assessOpened(opened.value, opened.findings, { catalog, today, version }, source);
  const { answers } = opened.value;
  const page = { assessment, catalog, texts: texts(), answers, words, pages: 'standard', hide: [] } as const;
  const policy = good(readPolicy(handed.policy, catalog, RULE_CODES)).value;
  const found = checkAnswers(opened, { catalog, policy, today, baseline: null });
  const report = { ...handed.around, version, files: [{ file: name, ...found }] };
  const gate = { report, words, texts, program: 'wazamori', failOn: 'error' } as const;
  return {
    score: `${jsonText(assessment, 2)}\n`,
    html: visible(renderHtml(page)),
    md: visible(renderMarkdown(page)),
    check: await hashing((sha256) => gateJson({ ...gate, sha256 })),
  };
}

/** The catalogue of its YAML files, as `npm run build` compiles it. */
export function compiled(files: Readonly<Record<string, string>>): Readonly<Record<'rules' | Lang, string>> {
  const outcome = buildCatalog(new Map(Object.entries(files)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return compileCatalog(outcome.value);
}

function good<T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A browser hashes in its own time: what there is to hash is asked for first. */
async function hashing(render: (sha256: Sha256) => string): Promise<string> {
  const hashes = new Map<string, string>();
  render((content) => {
    hashes.set(String(content), '');
    return '';
  });
  for (const text of hashes.keys()) hashes.set(text, await hashOf(new TextEncoder().encode(text)));
  return render((content) => hashes.get(String(content)) ?? '');
}
