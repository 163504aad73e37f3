import { InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../../../portfolio/rows/shard.ts';
import { CLIENT_FORMATS } from '../../../report/formats.ts';
import { countIn } from '../../../text/readers/counts.ts';
import { capacityOption, type Defining, type Translate } from '../../define/defining.ts';
import { withOut } from '../../define/out.ts';
import type { BatchOptions } from './run.ts';

type Given = Partial<BatchOptions> & { readonly stream?: boolean };

/** The command line of `batch` and `batch merge`. */
export function defineBatch({ t, command, does }: Defining): void {
  const [paths, folder] = [t('argument.paths'), t('argument.folder')];
  const batch = withOut(command(`batch [${paths}...]`), t, 'folder', 'option.batchOut')
    .addOption(new Option('--reports <format>', t('option.reports')).choices(CLIENT_FORMATS))
    .option('--stream', t('option.stream'))
    .addOption(pointsOption(t))
    .option(`--since <${folder}>`, t('option.since'))
    .option('--anonymous', t('option.anonymous'))
    .addOption(new Option('--shard <n/of>', t('option.shard')).argParser(shardOf))
    .option('--allow-errors', t('option.allowErrors'))
    .addOption(capacityOption(t))
    .addOption(new Option('--jobs <n>', t('option.jobs')).argParser(wholeNumber))
    .option('--quiet', t('option.quiet'));
  does<Given>(batch, (given, { stream, ...options }) => async (ctx) => {
    if (stream === true) {
      const other = besideStream(named(given), options);
      if (other === null) return (await import('./stream.ts')).batchStream(ctx, options);
      const args = { one: '--stream', other };
      const { refuse } = await import('../../findings.ts');
      return refuse(ctx, [{ severity: 'error', code: 'usage-clash', args, location: null }], null);
    }
    return (await import('./run.ts')).batch(ctx, named(given), { out: OUT, ...options });
  });
  const merge = withOut(command(`merge <${folder}...>`, batch), t, 'folder', 'option.batchOut')
    .configureHelp({ ...batch.configureHelp(), showGlobalOptions: false })
    .addOption(pointsOption(t))
    .option('--anonymous', t('option.anonymous'))
    .option('--allow-errors', t('option.allowErrors'));
  does(merge, (given) => async (ctx) => {
    // commander gives an option both have to the outer command, wherever it stands.
    const options = { out: OUT, ...batch.opts<Given>() };
    return (await import('./merge.ts')).batchMerge(ctx, named(given), options);
  });
}

/** What a stream would pass over in silence: it reads standard input and writes no folder. */
function besideStream([path]: readonly string[], options: Given): string | null {
  if (path !== undefined && path !== '-') return path;
  const option = (['reports', 'since', 'anonymous', 'shard'] as const).find((o) => options[o] !== undefined);
  return option === undefined ? null : `--${option}`;
}

const OUT = 'wazamori-batch';

const named = (given: readonly (string | undefined)[]): readonly string[] =>
  given.filter((path) => path !== undefined);

const pointsOption = (t: Translate): Option =>
  new Option('--min <points>', t('option.min')).argParser((given) => {
    const points = countIn(given, 'points');
    if (points === null || points > 100) throw new InvalidArgumentError(given);
    return points;
  });

/** `3/8` → the third of eight shares. */
function shardOf(given: string): Shard {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(given.normalize('NFKC').trim()) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (!(shard.part >= 1 && shard.part <= shard.of)) throw new InvalidArgumentError(given);
  return shard;
}

function wholeNumber(given: string): number {
  const n = countIn(given, 'things');
  if (n === null || n < 1 || n > 256) throw new InvalidArgumentError(given);
  return n;
}
