import type { CatalogTexts } from '../../model/catalog-texts.ts';
import type { Finding } from '../../model/finding.ts';
import type { CheckedFile, GateFinding, GateReport, GateSeverity } from '../../model/gate.ts';
import type { Sha256 } from '../../model/sha256.ts';
import { findingText, type Words } from '../../words/messages.ts';
import { type Shell, typed } from '../../words/typed.ts';
import { visibleLine } from '../../words/visible.ts';
import { legalTaskTitle } from '../legal.ts';

/** What every format of the gate's report works with. */
export interface GatePage {
  readonly report: GateReport;
  readonly words: Words;
  /** Loaded on the first finding: a clean run needs no prose. */
  readonly texts: () => CatalogTexts;
  /** How this program is called here, as a person types it. */
  readonly program: string;
  /** Whose quotes hold where it is typed; left out = those of sh. */
  readonly shell?: Shell;
  /** Findings from this severity on make the run fail. */
  readonly failOn: 'error' | 'warning';
  /** Makes the fingerprints of findings. */
  readonly sha256: Sha256;
  /** `--no-fail`: what is found is told and fails nothing, as if nothing were at `failOn`. */
  readonly noFail?: boolean;
}

/** What of a page a single finding needs. */
export type FindingPage = Pick<GatePage, 'words' | 'texts' | 'program' | 'shell'> & {
  readonly report: Pick<GateReport, 'redacted'> & Partial<Pick<GateReport, 'inForce'>>;
};

/** A finding in words: what happened, and what to type next (empty where the message says it itself). */
export interface ShownFinding {
  readonly message: string;
  readonly next: string;
}

const SEVERITIES: readonly GateSeverity[] = ['info', 'warning', 'error'];

export const fails = ({ severity }: Pick<GateFinding, 'severity'>, { failOn }: Pick<GatePage, 'failOn'>) =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn);

export const countOf = (report: GateReport, severity: GateSeverity): number =>
  report.files.reduce((n, { findings }) => n + findings.filter((f) => f.severity === severity).length, 0);

/** How a file is typed where the program was called; one that is not named here cannot be. */
export const typedName = (
  { file, inLogs, typed: name = file }: Pick<CheckedFile, 'file' | 'inLogs' | 'typed'>,
  page: Pick<FindingPage, 'words' | 'report'>,
): string => (inLogs === file ? masked(page) : name);

/** A file in a list of them: one that could not be read has one error, and nobody knows how many behind it. */
export const listedName = (
  { file, readable }: Pick<CheckedFile, 'file' | 'readable'>,
  { words }: Pick<GatePage, 'words'>,
): string => (readable ? file : words.t('gate.text.unread', { file }));

/** How many errors and warnings there are. */
export const errorsAndWarnings = (findings: readonly GateFinding[]): readonly [number, number] => [
  findings.filter(({ severity }) => severity === 'error').length,
  findings.filter(({ severity }) => severity === 'warning').length,
];

/** How many more there are in a file; empty where none. */
export function restText(rest: readonly GateFinding[], { words }: Pick<GatePage, 'words'>): string {
  const [errors, warnings] = errorsAndWarnings(rest);
  return rest.length === 0 ? '' : words.t('gate.text.rest', { errors, warnings });
}

/** The short name of a rule; what reading itself found shares one. */
export function ruleText(code: string, part: 'title' | 'why', words: Words): string {
  const key = `gate.rule.${code}.${part}`;
  return words.has(key) ? words.t(key) : words.t(`gate.reading.${part}`);
}

/** More names in one sentence nobody reads. */
const MOST_NAMES = 5;

/** `file`: its name as it is typed. */
export function showFinding(finding: GateFinding, file: string, page: FindingPage): ShownFinding {
  const { words, report, program } = page;
  // A verdict says which technology a company may not pass on: in a log, its code and line are enough.
  if (report.redacted && isVerdict(finding)) return { message: words.t('gate.text.redacted'), next: '' };
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([key, value]) => [key, shownArg(key, value, page)]),
  );
  const [message, nextKey] = [`gate.rule.${finding.code}.message`, `gate.rule.${finding.code}.next`];
  if (!words.has(message) || !words.has(nextKey)) {
    return { message: visibleLine(findingText({ ...finding, args } as unknown as Finding, words)), next: '' };
  }
  // What is said to be typed next names files and entries of a stranger: as words of a shell.
  const named = (id: unknown): string => (typeof id === 'string' ? typedId(id, page) : '');
  const { action, technology } = finding.args;
  const next = words.t(nextKey, {
    ...args,
    program,
    file: file === masked(page) ? file : typed(file, page.shell),
    id: named(finding.subject),
    lifting: liftingText(page),
    actionId: named(action),
    technology: named(technology),
  });
  return { message: visibleLine(words.t(message, args)), next: visibleLine(next) };
}

/** What a policy wants of whoever writes the reason, so that what is suggested passes. */
const liftingText = ({ words, report }: Pick<FindingPage, 'words' | 'report'>): string =>
  (report.inForce?.lifting ?? [])
    .map((part) => words.t(part === 'until' ? 'gate.text.liftUntil' : 'gate.text.liftBy'))
    .join('');

const isVerdict = ({ args }: GateFinding): boolean =>
  'technology' in args || 'task' in args || args['what'] === 'verdict';

/**
 * Args that hold the tool's own words, to be typed as they stand: words a field takes, the nearest known one, a bracket,
 * the number of a character, a key of a policy and what stands there.
 */
const OURS: ReadonlySet<string> = new Set([
  ...['nearest', 'allowed', 'expected', 'encoding', 'mark', 'char'],
  ...['setting', 'asked', 'asks'],
]);

function shownArg(key: string, value: unknown, page: FindingPage): unknown {
  if (typeof value === 'number') return Math.floor(value * 10 + 1e-6) / 10;
  if (Array.isArray(value) && !OURS.has(key)) {
    const names = value.slice(0, MOST_NAMES).map((entry) => shownArg(key, entry, page));
    const rest = value.length - names.length;
    return rest > 0 ? [...names, page.words.t('gate.text.more', { n: rest })] : names;
  }
  if (typeof value !== 'string' || OURS.has(key)) return value;
  // What a person's words could mean are the words again.
  if (key === 'meant') return page.report.redacted && !isPublic(value) ? null : value;
  if (key === 'task') return legalTaskTitle({ id: value }, page.texts());
  const title = known(value, page);
  if (title === undefined && page.report.redacted && !isPublic(value)) return masked(page);
  // A key is told as it is to be typed, not by its question.
  return key === 'key' ? value : (title ?? value);
}

/** A word, or the title of something in the catalogue. */
function known(value: string, { words, texts }: FindingPage): string | undefined {
  const word = `gate.word.${value}`;
  if (words.has(word)) return words.t(word);
  if (words.has(`gate.rule.${value}.title`)) return value;
  const { items, actions, facts, checklists, routes } = texts();
  const [kind, id = ''] = value.split(/:(.*)/s);
  if (kind === 'checklist') return checklists[id]?.title;
  if (kind === 'route') return routes[id];
  if (kind === 'section') {
    return Object.values(checklists).find((list) => Object.hasOwn(list.sections, id))?.sections[id];
  }
  return items[value]?.title ?? actions[value]?.title ?? facts[value]?.question ?? checklists[value]?.title;
}

/** Args that cannot hold a person's words: days, editions, grades. */
const isPublic = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$|^[A-E]$|^\d{4}\.\d{1,2}$/.test(value);

const masked = ({ words }: Pick<FindingPage, 'words'>): string => words.t('gate.text.mask');

function typedId(subject: string, page: FindingPage): string {
  return page.report.redacted && known(subject, page) === undefined
    ? masked(page)
    : typed(subject, page.shell);
}
