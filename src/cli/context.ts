import type { BuiltCatalog } from '../catalog/built/built.ts';
import type { CompiledCatalog } from '../catalog/compiled/compile.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { Outcome } from '../model/finding.ts';
import type { IsoDate, Lang } from '../model/text.ts';
import { dayInJapan } from '../text/japan-time.ts';
import { failed, outcome } from '../text/outcomes.ts';
import { readDay } from '../text/readers/days.ts';
import { wrongDay } from '../text/readers/findings.ts';
import type { Words } from '../words/messages.ts';
import { shippedCatalog } from './assets.ts';
import { type Io, programName, typable } from './io.ts';

/** Options every command takes. */
export interface GlobalOptions {
  readonly today?: string;
  /** commander's `--no-color`. */
  readonly color: boolean;
  readonly verbose?: boolean;
  /** Folder of own checklists. */
  readonly catalog?: string;
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly words: Words;
  readonly today: IsoDate;
  readonly noColor: boolean;
  readonly verbose: boolean;
  readonly catalog: CompiledCatalog['catalog'];
  readonly texts: () => CatalogTexts;
  /** The shipped checklists with a folder laid over them; `null` = the shipped ones alone. */
  readonly own: BuiltCatalog | null;
}

/** What a command works with, unless an option is wrong. */
export function createContext(
  io: Io,
  words: Words,
  options: GlobalOptions,
  own: BuiltCatalog | null,
): Outcome<Context> {
  const { lang } = words;
  const today = dayGiven(options.today, io.now());
  if (!today.ok) return today;
  const compiled =
    own === null ? shippedCatalog(lang) : { catalog: own.catalog, texts: () => own.texts[lang] };
  const { color, verbose = false } = options;
  return outcome({
    io,
    lang,
    words,
    verbose,
    own,
    today: today.value,
    noColor: !color,
    catalog: compiled.catalog,
    texts: compiled.texts,
  });
}

/** How this program is called here, own checklists included: a hint typed as it stands must ask the same questions. */
export function calledAs({ io, catalog: { own } }: Pick<Context, 'io' | 'catalog'>): string {
  const program = programName(io);
  return own === undefined ? program : `${program} --catalog ${typable(own.folder)}`;
}

/** A command line that can be typed as it stands. */
export const commandLine = (ctx: Pick<Context, 'io' | 'catalog'>, words: readonly string[]): string =>
  [calledAs(ctx), ...words.map(typable)].join(' ');

/** The day named, as people write days; else the one it is in Japan, whose rules and deadlines these are. */
function dayGiven(given: string | undefined, now: Date): Outcome<IsoDate> {
  if (given === undefined) return outcome(dayInJapan(now));
  const read = readDay(given);
  if (read.ok) return outcome(read.value);
  const wrong = wrongDay(given, read.could);
  return failed(wrong.code === 'date-unclear' ? wrong : { ...wrong, code: 'usage-wrong-date' });
}
