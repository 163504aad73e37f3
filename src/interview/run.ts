import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { PaceLearnt } from '../model/pace.ts';
import type { IsoDate } from '../model/text.ts';
import type { Words } from '../words/messages.ts';
import { askEvidence } from './ask/evidence.ts';
import { askFact } from './ask/fact.ts';
import { askItem } from './ask/item.ts';
import { askName, askStrength } from './ask/words.ts';
import type { Face } from './face.ts';
import { createAnnouncer } from './screens/announce.ts';
import { finish } from './screens/finish.ts';
import { sectionMenu } from './screens/section-menu.ts';
import type { Move, OpenFile, Talk } from './talk.ts';
import { technologiesTalk } from './technologies/hub.ts';
import { visibleFace } from './visible-face.ts';
import {
  announce,
  back,
  complete,
  type Focus,
  jump,
  nextStep,
  pass,
  type Session,
  type Step,
  startSession,
} from './way/flow.ts';
import { createPace } from './way/pace.ts';
import { tally, workOf } from './way/progress.ts';
import { stopsOf } from './way/steps.ts';

export interface InterviewInput {
  readonly catalog: Catalog;
  readonly texts: CatalogTexts;
  readonly words: Words;
  readonly today: IsoDate;
  readonly file: OpenFile;
  /** Answers of an earlier check, to be confirmed one by one. */
  readonly from: Answers | null;
  /** How the result is seen again from the command line. */
  readonly command: string;
  /** The result so far, laid out for this face. */
  readonly summary: (answers: Answers) => string;
  readonly verdict: Talk['verdict'];
  /** `null` = everything that is asked of the company. */
  readonly only: Focus | 'technologies' | null;
  /** Where a person sits: every text on its way there is made visible. */
  readonly face: Face;
  /** How fast this person was before, and where what is learnt now is kept. */
  readonly pace: { readonly before: PaceLearnt | null; readonly keep: (learnt: PaceLearnt) => void };
  /** Notes whose question has no answer yet, from the last time, and where those of now are kept. */
  readonly drafts?: {
    readonly before: ReadonlyMap<string, string>;
    /** `false` = it could not be done. */
    readonly keep: (notes: ReadonlyMap<string, string>) => boolean;
  };
  /** Milliseconds from any origin, for the minutes left. */
  readonly clock: () => number;
}

/** `left` = in the middle, everything saved. `unsaved` = the file could not be written and the person gave up. */
export type InterviewEnd = 'finished' | 'left' | 'unsaved';

/** Walks a person through everything that is asked of their company; each answer is saved before the next question. */
export async function runInterview(input: InterviewInput): Promise<InterviewEnd> {
  const { catalog, file } = input;
  const talk = talkOf(input);
  const announcer = createAnnouncer(talk);
  if (input.only === 'technologies') return technologiesAlone(talk);
  let session = begun(catalog, file.read(), input.only);
  announcer.greet(session);
  for (;;) {
    const step = nextStep(catalog, file.read(), session);
    if (step.kind === 'sectionDone') {
      announcer.sectionDone(step.section);
      session = announce(session, step.section);
      continue;
    }
    if (step.kind === 'finished' && session.focus?.only === true) return onlyDone(talk, session.focus);
    announcer.before(step);
    const move = await take(talk, session, step, input);
    if (move.kind === 'unsaved') return 'unsaved';
    if (move.kind === 'leave') return leave(talk);
    const key = step.kind === 'ask' ? step.key : null;
    if (move.kind === 'answered' && key === null) return 'finished';
    session = after(talk, session, move, key);
  }
}

function talkOf(input: InterviewInput): Talk {
  const { catalog, texts, words, today, file, verdict, from, command, drafts } = input;
  const notes = new Map(drafts?.before);
  return {
    catalog,
    texts,
    words,
    today,
    file,
    verdict,
    from,
    command,
    notes,
    face: visibleFace(input.face),
    pace: createPace(input.clock, input.pace.before),
    shown: { result: null },
    keepNotes: () => drafts?.keep(notes) ?? false,
  };
}

/** One step with the person, and how long it took them. */
async function take(
  talk: Talk,
  session: Session,
  step: Exclude<Step, { kind: 'sectionDone' }>,
  { summary, pace }: Pick<InterviewInput, 'summary' | 'pace'>,
): Promise<Move> {
  if (step.kind === 'ask') talk.pace.begin();
  const asked = step.kind === 'ask' ? await ask(talk, session, step) : await finish(talk, session, summary);
  const move = asked.kind === 'menu' ? await sectionMenu(talk, session) : asked;
  if (move.kind === 'answered' && step.kind === 'ask') {
    talk.pace.end(workOf(step.step));
    pace.keep(talk.pace.learnt());
  }
  if (move.kind !== 'again') talk.pace.drop();
  return move;
}

function after(talk: Talk, session: Session, move: Move, key: string | null): Session {
  const { catalog, file, face, words } = talk;
  switch (move.kind) {
    case 'session':
      return move.session;
    case 'answered':
      return key === null ? session : complete(session, key);
    case 'passed':
      return key === null ? session : pass(session, key);
    case 'back': {
      const before = back(catalog, file.read(), session);
      if (before === session) face.say(words.t('interview.first'));
      return before;
    }
    default:
      return session;
  }
}

async function ask(talk: Talk, session: Session, step: Extract<Step, { kind: 'ask' }>): Promise<Move> {
  switch (step.step.kind) {
    case 'strength':
      return askStrength(talk, session);
    case 'name':
      return askName(talk, session);
    case 'fact':
      return askFact(talk, session, step.step.fact);
    case 'evidence':
      return askEvidence(talk, session, step.key, step.step.item);
    case 'technologies':
      // Its questions are of another kind: their time says nothing of the others.
      talk.pace.drop();
      return technologiesTalk(talk);
    case 'item':
      return askItem(talk, session, step.step.item);
  }
}

/** Asked for by name, a question is asked also where it has its answer. */
function begun(catalog: Catalog, answers: Answers, only: Focus | null): Session {
  const session = startSession(catalog, answers, only);
  return only === null ? session : jump(catalog, answers, session, [...only.keys]);
}

function onlyDone({ catalog, file, face, words }: Talk, { keys }: Focus): InterviewEnd {
  const asked = stopsOf(catalog, file.read()).some((stop) => keys.has(stop.key));
  face.say(words.t(`interview.only.${asked ? 'done' : 'nothing'}`));
  return 'finished';
}

async function technologiesAlone(talk: Talk): Promise<InterviewEnd> {
  const { kind } = await technologiesTalk(talk);
  return kind === 'unsaved' ? 'unsaved' : kind === 'leave' ? 'left' : 'finished';
}

function leave(talk: Talk): InterviewEnd {
  const { answered, asked } = tally(talk.catalog, talk.file.read());
  const key = answered < asked ? 'some' : 'all';
  talk.face.say(talk.words.t(`interview.left.${key}`, { answered, asked }));
  return 'left';
}
