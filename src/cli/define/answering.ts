import { Option } from 'commander';
import type { InterviewOptions } from '../commands/interview.ts';
import type { Defining } from './defining.ts';

/** `init`, `interview`, `answer`: what writes an answer file. */
export function defineAnswering({ t, command, does }: Defining): void {
  const [FILE, ITEM, ASSIGNMENTS] = [t('argument.file'), t('argument.item'), t('argument.assignments')];
  does(
    command(`init [${FILE}]`),
    ([file]) =>
      async (ctx) =>
        (await import('../commands/init.ts')).init(ctx, file),
  );
  does<InterviewOptions>(
    command(`interview [${FILE}]`)
      .addOption(new Option('--depth <depth>', t('option.depth')).choices(['quick', 'full', 'evidence']))
      .option(`--only <${ITEM}>`, t('option.only'))
      .option(`--from <${FILE}>`, t('option.from')),
    ([file], options) =>
      async (ctx) =>
        (await import('../commands/interview.ts')).interview(ctx, file, options),
  );
  does(
    command(`answer <${FILE}> <${ASSIGNMENTS}...>`),
    ([file = '', ...assignments]) =>
      async (ctx) =>
        (await import('../commands/answer.ts')).answer(
          ctx,
          file,
          assignments.flatMap((given) => given ?? []),
        ),
  );
}
