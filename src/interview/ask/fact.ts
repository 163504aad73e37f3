import { factValues } from '../../core/facts.ts';
import { isAsked, standings } from '../../core/score/standing.ts';
import type { Answers } from '../../model/answers.ts';
import type { Catalog, Fact } from '../../model/catalog.ts';
import { type Counted, countIn, readCount } from '../../text/readers/counts.ts';
import { wrongCount } from '../../text/readers/findings.ts';
import { findingText, type Words } from '../../words/messages.ts';
import type { ChooseView } from '../face.ts';
import { headerOf } from '../screens/header.ts';
import { answeredBy, digitFor, type Move, saved, type Talk, typedWords } from '../talk.ts';
import type { Session } from '../way/flow.ts';
import { scopeEffect } from '../way/progress.ts';
import { askWhom } from './roles.ts';

const UNKNOWN = 'unknown';

/** One of the facts that decide what is asked. What the answer leaves out is said at once. */
export async function askFact(talk: Talk, session: Session, fact: Fact): Promise<Move> {
  const [only, ...more] = fact.values;
  if (fact.place === 'assessment' && only !== undefined && more.length === 0)
    return askWish(talk, session, fact, only.id);
  return fact.kind === 'number' ? askNumber(talk, session, fact) : askChoice(talk, session, fact);
}

async function askNumber(talk: Talk, session: Session, fact: Fact): Promise<Move> {
  const { words, texts, face } = talk;
  const prose = texts.facts[fact.id];
  const now = numberOf(fact, talk.file.read()) ?? (talk.from === null ? null : numberOf(fact, talk.from));
  const title = prose?.question ?? fact.id;
  const reply = await face.write({
    header: headerOf(talk, session, `fact:${fact.id}`, null),
    title,
    body: [...(prose?.help == null ? [] : [prose.help]), words.t('interview.fact.number')],
    initial: now === null ? '' : String(now),
    blank: words.t('interview.blank.unknown'),
    wrong: (text) => (text.trim() === '' ? null : notANumber(text, fact, words)),
  });
  if (reply.kind !== 'written') return reply;
  const number = countIn(reply.text, countedBy(fact));
  if (number === null) return notKnown(talk, fact);
  const text = String(number);
  face.say(words.t('interview.log.words', { question: title, text }));
  return (await savedFact(talk, fact, [text], text)) ? { kind: 'answered' } : { kind: 'unsaved' };
}

/** The number written for a fact; `null` = none, or 「わからない」. */
function numberOf({ id, place }: Fact, { company, profile }: Answers): number | null {
  if (place === 'company') return company.employees;
  const digits = profile.get(id)?.find((value) => value !== UNKNOWN);
  return digits === undefined ? null : Number(digits);
}

/** A number left blank. Of the company nothing is written then, so what stood there is taken out. */
async function notKnown(talk: Talk, fact: Fact): Promise<Move> {
  const title = talk.texts.facts[fact.id]?.question ?? fact.id;
  if (fact.place === 'profile') {
    if (!(await savedFact(talk, fact, [UNKNOWN], talk.words.t('interview.answer.unknown'))))
      return { kind: 'unsaved' };
    talk.face.say(askWhom(talk, fact.askRole, title));
    return { kind: 'answered' };
  }
  const edit = { kind: 'value', path: [fact.place, fact.id], value: null } as const;
  if (numberOf(fact, talk.file.read()) !== null && !(await saved(talk, edit))) return { kind: 'unsaved' };
  talk.face.say(askWhom(talk, fact.askRole, title));
  return { kind: 'passed' };
}

/** Saves a fact and says how many questions it leaves out; `text` = the answer in words. `false` = not saved. */
async function savedFact(talk: Talk, fact: Fact, values: readonly string[], text: string): Promise<boolean> {
  const { catalog, face, file, words } = talk;
  const before = scopeEffect(catalog, file.read());
  if (!(await saved(talk, { kind: 'fact', fact: fact.id, values }))) return false;
  const skipped = scopeEffect(catalog, file.read()).skipped - before.skipped;
  // Of several, it is what was not chosen that leaves questions out.
  const key = fact.kind === 'choices' ? 'skipped-rest' : 'skipped';
  if (skipped > 0) face.say(words.t(`interview.fact.${key}`, { answer: text, count: skipped }));
  return true;
}

// What is asked here is counted by hand: eight digits are a slip of the fingers.
const MOST = 10_000_000;

const countedBy = (fact: Fact): Counted => (fact.place === 'company' ? 'people' : 'things');

/** Why a line is no number, as far as that can be told; `null` = it is one. */
function notANumber(text: string, fact: Fact, words: Words): string | null {
  const read = readCount(text, countedBy(fact));
  if (read.ok && read.value < MOST) return null;
  const wrong = read.ok ? null : wrongCount(text, read);
  return wrong === null || (wrong.code === 'wrong-number' && wrong.args.meant === null)
    ? words.t('interview.fact.not-a-number')
    : findingText(wrong, words);
}

/** A wish with one thing to wish for is a yes or a no, and says what a yes brings. */
async function askWish(talk: Talk, session: Session, fact: Fact, wish: string): Promise<Move> {
  const { words, face, file, catalog, pace } = talk;
  const view = choiceView(talk, session, fact);
  const count = broughtBy(catalog, file.read(), wish);
  const reply = await face.choose({
    ...view,
    options: (['yes', 'no'] as const).map((id) => ({
      id,
      ...digitFor(id),
      label: words.t(`interview.wish.${id}`, { count, minutes: pace.minutesLeft(count) }),
      typed: [...typedWords(words, id), id],
    })),
    selected: wishedBefore(talk) === null ? [] : [view.selected.includes(wish) ? 'yes' : 'no'],
    several: null,
  });
  if (reply.kind === 'back' || reply.kind === 'menu' || reply.kind === 'leave') return reply;
  if (reply.kind !== 'chosen') return { kind: 'again' };
  const values = reply.ids.includes('yes') ? [wish] : [];
  const text = words.t(`interview.answer.${values.length > 0 ? 'yes' : 'no'}`);
  face.say(words.t('interview.log.words', { question: view.title, text }));
  // 「いいえ」 is an answer and stands in the file as an empty list: nobody is asked again.
  return answeredBy(talk, { kind: 'fact', fact: fact.id, values });
}

/** What was wished for here or in an earlier check; `null` = nobody was asked. */
const wishedBefore = ({ file, from }: Talk): readonly string[] | null =>
  file.read().assessment.goals ?? from?.assessment.goals ?? null;

/** Questions a wish adds at most: facts not asked yet may leave some of them out. */
function broughtBy(catalog: Catalog, answers: Answers, wish: string): number {
  const others = (answers.assessment.goals ?? []).filter((goal) => goal !== wish);
  const asked = (goals: readonly string[]): number => {
    const there = { ...answers, assessment: { ...answers.assessment, goals } };
    const standing = [...standings(catalog, there, factValues(catalog, there)).values()];
    return standing.filter(
      (s) => s.inheritedFrom === null && (isAsked(s.state) || s.reason?.code === 'fact-unknown'),
    ).length;
  };
  return Math.max(0, asked([...others, wish]) - asked(others));
}

async function askChoice(talk: Talk, session: Session, fact: Fact): Promise<Move> {
  const { words, face } = talk;
  const view = choiceView(talk, session, fact);
  const reply = await face.choose(view);
  switch (reply.kind) {
    case 'leave':
    case 'back':
    case 'menu':
      return reply;
    case 'details':
    case 'evidence':
    case 'note':
      return { kind: 'again' };
  }
  const labels = view.options.filter((o) => reply.ids.includes(o.id)).map((o) => o.label);
  const text =
    labels.length === 0 ? words.t('interview.fact.nothing') : words.t('interview.log.list', { labels });
  face.say(words.t('interview.log.words', { question: view.title, text }));
  if (!(await savedFact(talk, fact, reply.ids, text))) return { kind: 'unsaved' };
  if (reply.ids.includes(UNKNOWN)) face.say(askWhom(talk, fact.askRole, view.title));
  return { kind: 'answered' };
}

function choiceView(talk: Talk, session: Session, fact: Fact): ChooseView {
  const { words, texts, file } = talk;
  const prose = texts.facts[fact.id];
  const answers = file.read();
  const selected =
    fact.place === 'assessment'
      ? (wishedBefore(talk) ?? [])
      : (answers.profile.get(fact.id) ?? talk.from?.profile.get(fact.id) ?? []);
  const wish = fact.place === 'assessment';
  const typed = (id: string) => (id === 'yes' || id === 'no' ? [...typedWords(words, id), id] : []);
  return {
    header: headerOf(talk, session, `fact:${fact.id}`, null),
    heading: null,
    title: prose?.question ?? fact.id,
    body: prose?.help == null ? [] : [prose.help],
    options: [
      ...fact.values.map(({ id }) => ({
        id,
        ...digitFor(id),
        label: prose?.values[id] ?? id,
        typed: typed(id),
      })),
      ...(wish
        ? []
        : [
            {
              id: UNKNOWN,
              ...digitFor(UNKNOWN),
              label: words.t('interview.answer.unknown'),
              typed: typedWords(words, UNKNOWN),
            },
          ]),
    ],
    selected,
    commands: ['back', 'menu', 'leave'],
    several: fact.kind === 'choices' ? { least: wish ? 0 : 1, alone: [UNKNOWN] } : null,
  };
}
