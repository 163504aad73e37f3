import { isScreen, isStdout } from '../files/save/output-names.ts';
import type { Finding } from '../model/finding.ts';
import { endingOf } from '../text/ending.ts';
import type { ReportFlags } from './flags.ts';
import {
  type AskedPages,
  FORMATS,
  formatsWith,
  REPORT_FORMATS,
  REPORT_PAGES,
  type ReportFormat,
  rowOf,
  USUAL_FORMAT,
  USUAL_PAGES,
} from './formats.ts';

/** Where the result goes if nobody says, and where a password may stand. */
interface Around {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
}

const FORMAT_OF_ENDING: ReadonlyMap<string, ReportFormat> = new Map(
  FORMATS.flatMap(({ id, endings }) => endings.map((ending) => [ending, id] as const)),
);

/** Sets with more behind the first page than what it already says. */
const WHOLE = ['standard', 'full'] as const satisfies readonly AskedPages[];

/** What an option works with; beside anything else it would do nothing, and somebody would believe it had. */
interface Limit {
  readonly option: string;
  readonly given: (flags: ReportFlags) => boolean;
  readonly formats?: readonly ReportFormat[];
  readonly pages?: readonly AskedPages[];
  readonly never?: readonly [option: string, given: (flags: ReportFlags) => boolean];
}

/** `--hide` is in no row: where nothing is printed that it hides, its wish is granted. */
const LIMITS: readonly Limit[] = [
  {
    option: '--attach',
    given: ({ attach }) => attach === true,
    formats: formatsWith(({ options }) => options.includes('attach')),
    pages: WHOLE,
    never: ['--hide', ({ hide }) => hide !== undefined],
  },
  // The worksheet is printed for pencils: it would come out open although a password was asked for.
  {
    option: '--password',
    given: ({ password }) => password !== undefined,
    formats: formatsWith(({ options }) => options.includes('password')),
    pages: REPORT_PAGES,
  },
  {
    option: '--handouts',
    given: ({ handouts }) => handouts === true,
    formats: formatsWith(({ options }) => options.includes('handouts')),
    pages: WHOLE,
    // The files stand beside the plan, and a stream has no beside.
    never: ['-o -', ({ out }) => out !== undefined && isStdout(out)],
  },
  { option: '--capacity', given: ({ capacity }) => capacity !== undefined, pages: REPORT_PAGES },
  ...(['worksheet', ...REPORT_PAGES] as const).map((asked) => ({
    option: `--pages ${asked}`,
    given: ({ pages }: ReportFlags) => pages === asked,
    formats: formatsWith((format) => format.pages.includes(asked)),
  })),
];

/** The format that was asked for by name, else by the ending of `-o`, else the usual one. */
export function formatOf(flags: ReportFlags): ReportFormat {
  return flags.format ?? formatOfEnding(flags) ?? USUAL_FORMAT;
}

/** Why the options of a report cannot mean anything together, or `null`. */
export function wrongFlags(flags: ReportFlags, io: Around): Finding | null {
  return wrongOutput(flags, io) ?? wrongTogether(flags) ?? wrongAlone(flags, io);
}

function wrongOutput(flags: ReportFlags, io: Around): Finding | null {
  const { out: output, format } = flags;
  if (output === undefined) return null;
  const ending = formatOfEnding(flags);
  const written = endingOf(output);
  // A PDF named .xlsx or .html opens nowhere.
  if (format === undefined && ending === null && written !== '') {
    const args = { ending: written, endings: REPORT_FORMATS.map((known) => `.${known}`) };
    return { severity: 'error', code: 'output-unknown-ending', args, location: null };
  }
  if (format !== undefined && ending !== null && ending !== format)
    return clash(`--format ${format}`, `-o ${output}`);
  const shown = isScreen(output) || (isStdout(output) && io.stdoutIsTerminal);
  if (shown && !rowOf(formatOf(flags)).isText)
    return { severity: 'error', code: 'usage-pdf-to-terminal', args: {}, location: null };
  return null;
}

function wrongTogether(flags: ReportFlags): Finding | null {
  const { pages = USUAL_PAGES, format, out: output } = flags;
  const made = formatOf(flags);
  // As it was typed: nobody finds a --format on a line that has none.
  const madeBy = format === undefined ? `-o ${output}` : `--format ${format}`;
  for (const limit of LIMITS.filter(({ given }) => given(flags))) {
    if (limit.never?.[1](flags) === true) return clash(limit.option, limit.never[0]);
    if (limit.pages?.includes(pages) === false) return clash(limit.option, `--pages ${pages}`);
    if (limit.formats?.includes(made) === false) return clash(limit.option, madeBy);
  }
  return null;
}

function wrongAlone(flags: ReportFlags, { env }: Around): Finding | null {
  if (flags.section !== undefined && flags.pages !== 'worksheet') {
    const args = { option: '--section', needs: '--pages worksheet' };
    return { severity: 'error', code: 'usage-needs-option', args, location: null };
  }
  // An empty one (`--password "$UNSET"`) would encrypt and yet open for everybody.
  if (flags.password !== undefined && !passwordOf(flags, env))
    return { severity: 'error', code: 'usage-no-password', args: {}, location: null };
  return null;
}

/** The password that was given or that stands in the environment; `null` where none is asked for or none stands there. */
export function passwordOf({ password }: ReportFlags, env: Around['env']): string | null {
  if (password === undefined) return null;
  return password === true ? (env['WAZAMORI_PASSWORD'] ?? null) : password;
}

/** The format the ending of `-o` stands for, or `null` where it stands for none. */
function formatOfEnding({ out }: ReportFlags): ReportFormat | null {
  return FORMAT_OF_ENDING.get(endingOf(out ?? '').toLowerCase()) ?? null;
}

export const clash = (one: string, other: string): Finding => ({
  severity: 'error',
  code: 'usage-clash',
  location: null,
  args: { one, other },
});
