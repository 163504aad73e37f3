import { isEarlierEdition } from '../../core/editions.ts';
import type { Answers } from '../../model/answers.ts';
import type { Catalog, Item } from '../../model/catalog.ts';
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
  const lists = new Set<string>();
  const sections = new Set<string>();
  let scoped = false;
  const beforeItem = (item: Item): void => {
    const answers = talk.file.read();
    if (!lists.has(item.checklist)) sayList(talk, item.checklist, answers);
    lists.add(item.checklist);
    // Last, next to the question: in a small window what stands above has scrolled away.
    if (!scoped) sayScope(talk, answers);
    scoped = true;
    // The ten quick questions jump between sections: a heading for each would only be noise.
    if (answers.assessment.depth === 'quick' || sections.has(sectionKey(item))) return;
    sections.add(sectionKey(item));
    saySection(talk, item, answers);
  };
  return {
    greet: (session) => greet(talk, session),
    before: (step) => {
      if (step.kind === 'ask' && step.step.kind === 'item') beforeItem(step.step.item);
    },
    sectionDone: (section) => saySectionDone(talk, section),
  };
}

function greet(talk: Talk, session: Session): void {
  const { face, words, catalog, file, pace } = talk;
  const { answered, asked, open } = tally(catalog, file.read());
  const fresh = session.trail.length === 0;
  if (talk.from !== null) face.say(words.t('interview.greet.from'));
  sayNewEditions(talk, file.read());
  if (fresh) face.say(words.t('interview.greet.new'));
  else if (open.length === 0) face.say(words.t('interview.greet.done', { asked }));
  else {
    const minutes = pace.minutesLeft(workLeft(catalog, file.read(), session));
    face.say(words.t('interview.greet.again', { answered, asked, minutes }));
  }
}

/** How much of the checklists concerns the company, once that is known. */
function sayScope({ face, words, catalog, pace }: Talk, answers: Answers): void {
  const { asked, answered, open } = tally(catalog, answers);
  // Whoever goes on where they left knows the rest already: the greeting has said how far they are.
  if (answered > 0) return;
  const { skipped, waiting } = scopeEffect(catalog, answers);
  face.say(words.t('interview.scope.asked', { count: asked, minutes: pace.minutesLeft(open.length) }));
  if (skipped > 0) face.say(words.t('interview.scope.skipped', { count: skipped }));
  if (waiting > 0) face.say(words.t('interview.scope.waiting', { count: waiting }));
  const abroad = answers.technologies.length === 0 && mayGoAbroad(catalog, answers) === 'true';
  if (abroad && answers.assessment.depth === 'quick') face.say(words.t('interview.technologies.early'));
}

/** Lists that were begun under an edition before this one. */
function sayNewEditions({ face, words, catalog, texts }: Talk, answers: Answers): void {
  for (const { id, edition } of catalog.checklists) {
    const before = answers.assessment.editions[id];
    if (before === undefined || !isBegun(catalog, id, answers) || !isEarlierEdition(before, edition))
      continue;
    const title = texts.checklists[id]?.title ?? id;
    face.say(words.t('interview.greet.edition', { title, before, edition }));
  }
}

/** What a list is about, before its first question. */
function sayList({ face, words, catalog, texts }: Talk, id: string, answers: Answers): void {
  const prose = texts.checklists[id];
  if (prose === undefined || isBegun(catalog, id, answers)) return;
  face.say('');
  face.say(words.t('interview.list', { title: prose.title }));
  face.say(prose.statement);
}

const isBegun = ({ items }: Catalog, list: string, { answers }: Answers): boolean =>
  items.some((item) => item.checklist === list && answers.has(item.id));

function saySection(talk: Talk, item: Item, answers: Answers): void {
  const { asked } = sectionTally(talk.catalog, answers, sectionKey(item));
  talk.face.say('');
  talk.face.say(talk.words.t('interview.section.begins', { title: sectionTitle(talk, item), count: asked }));
}

const TOLD = ['yes', 'partial', 'no', 'unknown', 'notApplicable'] as const;

function saySectionDone(talk: Talk, section: string): void {
  const { face, words, catalog, file } = talk;
  const stop = stopsOf(catalog, file.read())
    .filter(isItemStop)
    .find(({ step }) => sectionKey(step.item) === section);
  if (stop === undefined) return;
  const { asked, answered, values } = sectionTally(catalog, file.read(), section);
  const title = sectionTitle(talk, stop.step.item);
  face.say(words.t('interview.section.done', { title, asked, answered }));
  const parts = TOLD.filter((value) => values[value] > 0).map((value) =>
    words.t('interview.section.part', {
      answer: words.t(`interview.section.${value}`),
      count: values[value],
    }),
  );
  if (parts.length > 0) face.say(words.t('interview.section.result', { parts }));
}
