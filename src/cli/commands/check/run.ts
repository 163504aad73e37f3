import { join } from 'node:path';
import { contentHash } from '../../../files/content-hash.ts';
import type { Finding } from '../../../model/finding.ts';
import type { GateReport } from '../../../model/gate.ts';
import { describeFinding } from '../../../report/finding.ts';
import type { GatePage } from '../../../report/gate/show.ts';
import { fails } from '../../../report/gate/show.ts';
import type { GatePaint } from '../../../report/gate/text.ts';
import { type Checked, checkFiles } from '../../../repository/check-files.ts';
import type { CheckContext } from '../../../repository/context.ts';
import { visibleLine } from '../../../words/visible.ts';
import { CHECKLISTS, POLICIES, SHIPPED_POLICIES, shippedCatalog } from '../../assets.ts';
import { isCi } from '../../ci/of-itself.ts';
import { publicPlace } from '../../ci/public-place.ts';
import { type Context, calledAs, commandLine } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { printFindings, refuse } from '../../findings.ts';
import { SHELL, terminalOf, wantsColour } from '../../io.ts';
import { version } from '../../package.ts';
import { type CheckFormat, type CheckOutput, outputsOf, saveCheck } from './outputs.ts';

export interface CheckOptions {
  readonly policy?: string;
  readonly baseline?: string;
  readonly trust?: 'base' | 'head';
  readonly allowPolicyChange?: boolean;
  readonly root?: string;
  readonly format: readonly string[];
  readonly out?: string;
  readonly failOn: 'error' | 'warning';
  /** commander's `--no-fail` and `--no-redact`. */
  readonly fail: boolean;
  readonly redact?: boolean;
}

/**
 * `wazamori check PATH…`: answer files against a policy, a baseline and the X-ray. Findings are the result, so they
 * stand on stdout, those of unreadable files too. Exit: 2 where a file could not be read, else 1 where something at or
 * over `failOn` was found, else 0: the worst of all files. `--no-fail` turns 1 into 0 and nothing else.
 */
export async function check(
  ctx: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const outputs = outputsOf(options.format, options.out);
  if (!outputs.ok) return refuse(ctx, outputs.findings, null);
  const redact = options.redact ?? isCi(ctx.io.env);
  const { policy, baseline, trust, root, failOn } = options;
  const outcome = await checkFiles(checkContextOf(ctx), {
    paths,
    redact,
    allowPolicyChange: options.allowPolicyChange ?? false,
    ...(trust === undefined ? {} : { trust }),
    ...(policy === undefined ? {} : { policy }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(root === undefined ? {} : { root }),
  });
  if (!outcome.ok) return refuseCheck(ctx, outputs.value, outcome.findings, outcome.file);
  const checked = outcome.value;
  const page = {
    report: checked.report,
    words: ctx.words,
    texts: checked.texts,
    program: calledAs(ctx),
    shell: SHELL,
    failOn,
    sha256: contentHash,
    noFail: !options.fail,
  };
  const refusal = await write(ctx, outputs.value, page, checked);
  if (refusal !== null) return refusal;
  remark(ctx, checked, paths);
  return exitOf(checked.report, page, options.fail);
}

/** What a check of files needs of all that a command has. */
function checkContextOf(ctx: Context): CheckContext {
  const { cwd, env } = ctx.io;
  const { today, words, catalog, texts, lang } = ctx;
  return {
    cwd,
    env,
    today,
    words,
    catalog,
    texts,
    shell: SHELL,
    version: version(),
    shipped: {
      checklists: () => shippedCatalog(lang),
      folder: CHECKLISTS,
      policies: new Map(SHIPPED_POLICIES.map((name) => [name, join(POLICIES, `${name}.yaml`)])),
    },
    ci: {
      place: () => publicPlace(env),
      run: async () => (await import('../../ci/run-of.ts')).runOf(env),
    },
    tell: (findings, file) => printFindings(ctx, findings, file),
  };
}

/** A refusal as any other, and as an annotation where those are what is looked at. */
async function refuseCheck(
  ctx: Context,
  outputs: readonly CheckOutput[],
  findings: readonly Finding[],
  name: string | null,
): Promise<ExitCode> {
  if (outputs.some(({ format, file }) => format === 'github' && file === null)) {
    const { githubRefusal } = await import('../../../report/gate/github.ts');
    const reasons = findings.map((finding) => describeFinding(finding, ctx.texts(), ctx.words));
    ctx.io.out(
      githubRefusal(reasons.map((reason) => visibleLine(name === null ? reason : `${name}: ${reason}`))),
    );
  }
  return refuse(ctx, findings, name);
}

function exitOf(report: GateReport, page: GatePage, fail: boolean): ExitCode {
  if (report.files.some(({ readable }) => !readable)) return EXIT.badInput;
  const found = report.files.some(({ findings }) => findings.some((finding) => fails(finding, page)));
  return found && fail ? EXIT.found : EXIT.fine;
}

/** Files first, all or none: what is on the screen is never told of files that are not there. */
async function write(
  ctx: Context,
  outputs: readonly CheckOutput[],
  page: GatePage,
  { inputs }: Checked,
): Promise<ExitCode | null> {
  const written: { readonly file: string; readonly text: string }[] = [];
  let screen: string | null = null;
  for (const { format, file } of outputs) {
    const text = await render(ctx, format, page, file === null);
    if (file === null) screen = text;
    else written.push({ file, text });
  }
  const saved = saveCheck(ctx.io.cwd, written, inputs);
  if (!saved.ok) return refuse(ctx, saved.findings, null);
  if (screen !== null) ctx.io.out(screen);
  return null;
}

/** Colour is for the screen alone. */
async function render(ctx: Context, format: CheckFormat, page: GatePage, toScreen: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { gateText } = await import('../../../report/gate/text.ts');
      return gateText(page, ctx.io.columns, await paintOf(ctx, toScreen), ctx.verbose);
    }
    case 'json':
      return (await import('../../../report/gate/json.ts')).gateJson(page);
    case 'sarif':
      return (await import('../../../report/gate/sarif.ts')).gateSarif(page);
    case 'junit':
      return (await import('../../../report/gate/junit.ts')).gateJunit(page);
    case 'github':
      return (await import('../../../report/gate/github.ts')).gateGithub(page);
    case 'md':
      return (await import('../../../report/gate/markdown.ts')).gateMarkdown(page);
  }
}

/** Without colours nothing is loaded to make them. */
async function paintOf(ctx: Context, toScreen: boolean): Promise<GatePaint> {
  if (!toScreen || !wantsColour(ctx.io, ctx.noColor)) return PLAIN;
  const { paint } = terminalOf(ctx.io, ctx.noColor);
  return {
    strong: paint.bold,
    quiet: paint.dim,
    error: (text) => paint.bold(paint.red(text)),
    warning: paint.yellow,
  };
}

const PLAIN: GatePaint = {
  strong: (text) => text,
  quiet: (text) => text,
  error: (text) => text,
  warning: (text) => text,
};

/** What a person should know beside the result, on stderr. */
function remark(ctx: Context, { report, notes }: Checked, paths: readonly string[]): void {
  const { words, io } = ctx;
  for (const { kind, ...names } of notes)
    io.err(`${words.t(`gate.text.${kind === 'moved' ? 'baselineMoved' : 'baselineOther'}`, names)}\n`);
  if (report.policy === null) {
    const command = commandLine(ctx, ['check', ...paths, '--policy', 'small-start']);
    io.err(`${words.t('gate.text.noPolicy', { command })}\n`);
  }
}
