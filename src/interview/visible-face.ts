import { onScreen, visible, visibleLine } from '../words/visible.ts';
import type { ChooseView, Face, ReadView, WriteView } from './face.ts';

/** A face that shows what people and files wrote as text, whatever is in it: the one way onto the screen of an interview. */
export function visibleFace(face: Face): Face {
  return {
    say: (text) => face.say(visible(text)),
    show: (title, text) => face.show(visible(title), onScreen(text)),
    choose: (view) => face.choose(visibleChoice(view)),
    write: (view) => face.write(visibleWriting(view)),
    read: (view) => face.read(visibleReading(view)),
  };
}

const line = (text: string | null): string | null => (text === null ? null : visibleLine(text));

const visibleChoice = (view: ChooseView): ChooseView => ({
  ...view,
  header: line(view.header),
  heading: line(view.heading),
  title: visible(view.title),
  body: view.body.map(visible),
  options: view.options.map((option) => ({ ...option, label: visibleLine(option.label) })),
});

/** What is being written stays as it is (`initial`): the line that is edited shows it letter by letter. */
const visibleWriting = (view: WriteView): WriteView => ({
  ...view,
  header: line(view.header),
  title: visible(view.title),
  body: view.body.map(visible),
  wrong: (text) => {
    const problem = view.wrong(text);
    return problem === null ? null : visible(problem);
  },
});

const visibleReading = (view: ReadView): ReadView => ({
  ...view,
  title: visible(view.title),
  body: view.body.map(visible),
});
