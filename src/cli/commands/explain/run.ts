import type { Finding } from '../../../model/finding.ts';
import { explainItem, explainScore } from '../../../report/terminal/explain.ts';
import type { Terminal } from '../../../report/terminal/page.ts';
import { nearest } from '../../../text/nearest.ts';
import { type AssessedFile, assessFile } from '../../assess-file.ts';
import { type Context, commandLine } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { refuse } from '../../findings.ts';
import { terminalOf } from '../../io.ts';

export interface ExplainOptions {
  readonly item?: string;
  /** Id of a technology: its verdict is explained. */
  readonly verdict?: string;
}

/** `wazamori explain FILE [ITEM]`: where the points come from, everything about one question, or why a verdict. */
export async function explain(ctx: Context, name: string, options: ExplainOptions): Promise<ExitCode> {
  const read = assessFile(ctx, name, undefined);
  if (!read.ok) return refuse(ctx, read.findings, read.file);
  const assessed = read.value;
  const { catalog, words } = ctx;
  const terminal = terminalOf(ctx.io, ctx.noColor);
  const input = {
    assessment: assessed.assessment,
    catalog,
    texts: ctx.texts(),
    words,
    terminal,
    file: name,
    command: (id: string) => commandLine(ctx, ['explain', name, id]),
  };
  const { item: itemId, verdict } = options;
  const item = catalog.items.find((i) => i.id === itemId);
  if (itemId !== undefined && item === undefined) return refuse(ctx, [unknownItem(itemId, ctx)], null);
  if (verdict !== undefined) {
    const page = await verdictPage(ctx, assessed, verdict, terminal);
    if (typeof page !== 'string') return refuse(ctx, [page], null);
    ctx.io.out(item === undefined ? page : `${explainItem(input, item)}\n${page}`);
    return EXIT.fine;
  }
  ctx.io.out(item === undefined ? explainScore(input) : explainItem(input, item));
  return EXIT.fine;
}

/** Why the verdict on one technology is what it is, or what stands in the way of saying so. */
async function verdictPage(
  { catalog: { determination }, today, texts, words }: Context,
  { file, assessment }: AssessedFile,
  id: string,
  terminal: Terminal,
): Promise<string | Finding> {
  const { technologies } = file.answers;
  const technology = technologies.find((t) => t.id === id);
  const verdict = assessment.verdicts.find((v) => v.technology === id);
  if (technology === undefined || verdict === undefined || determination === undefined) {
    return unknownTechnology(
      id,
      technologies.map((t) => t.id),
    );
  }
  const { explainVerdict } = await import('../../../core/verdict/explain.ts');
  const { explainVerdictPage } = await import('../../../report/terminal/explain-verdict.ts');
  const tried = explainVerdict(technology, determination, today);
  return explainVerdictPage({
    assessment,
    verdict,
    technology,
    determination,
    tried,
    texts: texts(),
    words,
    terminal,
  });
}

/** More ids than these help nobody. */
const NAMED = 8;

function unknownTechnology(technology: string, ids: readonly string[]): Finding {
  const found = { severity: 'error', location: null } as const;
  if (ids.length === 0) return { ...found, code: 'usage-no-technologies', args: {} };
  const args = { technology, known: ids.slice(0, NAMED), nearest: nearest(technology, ids) };
  return { ...found, code: 'usage-unknown-technology', args };
}

function unknownItem(item: string, ctx: Context) {
  const known = ctx.catalog.items.map((i) => i.id);
  return {
    severity: 'error',
    code: 'usage-unknown-item',
    args: { item, nearest: nearest(item, known) },
    location: null,
  } as const;
}
