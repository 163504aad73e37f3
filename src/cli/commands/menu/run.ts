import { answerFilesIn } from '../../../files/find/answer-files-in.ts';
import { guidedMenu } from '../../../interview/menu.ts';
import { USUAL_PAGES } from '../../../report/formats.ts';
import type { Context } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { faceToFace } from '../../faces/face-to-face.ts';
import { liveTerminal } from '../../faces/live-terminal.ts';
import { DEFAULT_FILE } from '../init/run.ts';
import { interview } from '../interview/run.ts';

/** Bare `wazamori`: a guided menu in a terminal, else the help on stderr and exit 2. */
export async function menu(ctx: Context, help: () => string): Promise<ExitCode> {
  if (!ctx.io.stdinIsTerminal || !ctx.io.stdoutIsTerminal) {
    ctx.io.err(`${ctx.words.t('cli.menu.notTerminal')}\n\n${help()}`);
    return EXIT.badInput;
  }
  const files = answerFilesIn(ctx.io.cwd);
  const newFile = files.includes(DEFAULT_FILE) ? `wazamori-${ctx.today}.yaml` : DEFAULT_FILE;
  const choice = await faceToFace(liveTerminal(ctx), ctx.words, (face) =>
    guidedMenu({ face, words: ctx.words, texts: ctx.texts(), files, newFile }),
  );
  switch (choice.kind) {
    case 'new':
    case 'resume':
      return interview(ctx, choice.file);
    case 'technologies':
      return interview(ctx, choice.file, { only: 'technologies' });
    case 'report':
      return (await import('../report/run.ts')).report(ctx, choice.file, { pages: USUAL_PAGES });
    case 'quit':
      return EXIT.fine;
  }
}
