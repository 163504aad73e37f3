import { isEarlierEdition } from '../../core/editions.ts';
import type { Answers } from '../../model/answers.ts';
import type { Item } from '../../model/catalog.ts';
import type { Talk } from '../talk.ts';
import type { Session, Step } from '../way/flow.ts';
import { scopeEffect, sectionTally, tally, workLeft } from '../way/progress.ts';
import { isItemStop, mayGoAbroad, sectionKey, stopsOf } from '../way/steps.ts';
import { sectionTitle } from './header.ts';

/** Says, once each, what a person should know between the questions. */
export interface Announcer {
  readonly greet: (session: Session) => void;
  readonly before: (step: Step) => void;
  readonly sectionDone: (section: string) => void;
}

export function createAnnouncer(talk: Talk): Announcer {
  const { face, words, texts, catalog, file, pace } = talk;
  const lists = new Set<string>();
  const sections = new Set<string>();
  let scoped = false;
  const scope = (answers: Answers): void => {
    const { asked, answered, open } = tally(catalog, answers);
    // Whoever goes on where they left knows the rest already: the greeting has said how far they are.
    if (answered > 0) return;
    const { skipped, waiting } = scopeEffect(catalog, answers);
    face.say(words.t('interview.scope.asked', { count: asked, minutes: pace.minutesLeft(open.length) }));
    if (skipped > 0) face.say(words.t('interview.scope.skipped', { count: skipped }));
    if (waiting > 0) face.say(words.t('interview.scope.waiting', { count: waiting }));
    const abroad = answers.technologies.length === 0 && mayGoAbroad(catalog, answers) === 'true';
    if (abroad && answers.assessment.depth === 'quick') face.say(words.t('interview.technologies.early'));
  };
  const newEditions = ({ assessment, answers: given }: Answers): void => {
    for (const { id, edition } of catalog.checklists) {
      const before = assessment.editions[id];
      const begun = catalog.items.some((item) => item.checklist === id && given.has(item.id));
      if (before === undefined || !begun || !isEarlierEdition(before, edition)) continue;
      face.say(
        words.t('interview.greet.edition', { title: texts.checklists[id]?.title ?? id, before, edition }),
      );
    }
  };
  const list = (id: string, answers: Answers): void => {
    const prose = texts.checklists[id];
    const begun = catalog.items.some((item) => item.checklist === id && answers.answers.has(item.id));
    if (prose === undefined || begun) return;
    face.say('');
    face.say(words.t('interview.list', { title: prose.title }));
    face.say(prose.statement);
  };
  const beforeItem = (item: Item): void => {
    const answers = file.read();
    if (!lists.has(item.checklist)) list(item.checklist, answers);
    lists.add(item.checklist);
    // Last, next to the question: in a small window what stands above has scrolled away.
    if (!scoped) scope(answers);
    scoped = true;
    // The ten quick questions jump between sections: a heading for each would only be noise.
    if (answers.assessment.depth === 'quick' || sections.has(sectionKey(item))) return;
    sections.add(sectionKey(item));
    const { asked } = sectionTally(catalog, answers, sectionKey(item));
    face.say('');
    face.say(words.t('interview.section.begins', { title: sectionTitle(talk, item), count: asked }));
  };
  return {
    greet: (session) => {
      const { answered, asked, open } = tally(catalog, file.read());
      const fresh = session.trail.length === 0;
      if (talk.from !== null) face.say(words.t('interview.greet.from'));
      newEditions(file.read());
      if (!fresh && open.length === 0) return face.say(words.t('interview.greet.done', { asked }));
      face.say(
        fresh
          ? words.t('interview.greet.new')
          : words.t('interview.greet.again', {
              answered,
              asked,
              minutes: pace.minutesLeft(workLeft(catalog, file.read(), session)),
            }),
      );
    },
    before: (step) => {
      if (step.kind === 'ask' && step.step.kind === 'item') beforeItem(step.step.item);
    },
    sectionDone: (section) => {
      const stop = stopsOf(catalog, file.read())
        .filter(isItemStop)
        .find(({ step }) => sectionKey(step.item) === section);
      if (stop === undefined) return;
      const { asked, answered, values } = sectionTally(catalog, file.read(), section);
      const title = sectionTitle(talk, stop.step.item);
      face.say(words.t('interview.section.done', { title, asked, answered }));
      const counts = (['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const).filter(
        (value) => values[value] > 0,
      );
      const parts = counts.map((value) =>
        words.t('interview.section.part', {
          answer: words.t(`interview.section.${value}`),
          count: values[value],
        }),
      );
      if (parts.length > 0) face.say(words.t('interview.section.result', { parts }));
    },
  };
}
