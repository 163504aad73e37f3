import { factValues } from '../core/facts.ts';
import { isAsked, standings } from '../core/standing.ts';
import type { Answers } from '../model/answers.ts';
import type { Catalog, Fact } from '../model/catalog.ts';
import type { ChooseView } from './face.ts';
import type { Session } from './flow.ts';
import { headerOf } from './header.ts';
import { scopeEffect } from './progress.ts';
import { askWhom } from './roles.ts';
import { answeredBy, digitFor, type Move, saved, type Talk, typedWords } from './talk.ts';

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
  const now = talk.file.read().company.employees ?? talk.from?.company.employees ?? null;
  const title = prose?.question ?? fact.id;
  const reply = await face.write({
    header: headerOf(talk, session, `fact:${fact.id}`, null),
    title,
    body: [...(prose?.help == null ? [] : [prose.help]), words.t('interview.fact.number')],
    initial: now === null ? '' : String(now),
    blank: words.t('interview.blank.unknown'),
    wrong: (text) =>
      text.trim() === '' || numberIn(text) !== null ? null : words.t('interview.fact.not-a-number'),
  });
  if (reply.kind !== 'written') return reply;
  const number = numberIn(reply.text);
  if (number === null) {
    const edit = { kind: 'value', path: ['company', 'employees'], value: null } as const;
    // Taken out on purpose, it must not stay in the file.
    if (talk.file.read().company.employees !== null && !(await saved(talk, edit))) return { kind: 'unsaved' };
    face.say(askWhom(talk, fact.askRole, title));
    return { kind: 'passed' };
  }
  face.say(words.t('interview.log.words', { question: title, text: String(number) }));
  return answeredBy(talk, { kind: 'fact', fact: fact.id, values: [String(number)] });
}

/** 48, ４８, 48人, 1,200名: the number people mean, or `null`. */
export function numberIn(text: string): number | null {
  const match = /^(?:約|およそ)?\s*([0-9][0-9,]*)\s*(?:人|名|people)?(?:くらい|ほど|ぐらい)?$/.exec(
    text.normalize('NFKC').trim(),
  );
  const digits = match?.[1]?.replaceAll(',', '');
  return digits === undefined || digits.length > 7 ? null : Number(digits);
}

/** A wish with one thing to wish for is a yes or a no, and says what a yes brings. */
async function askWish(talk: Talk, session: Session, fact: Fact, wish: string): Promise<Move> {
  const { words, face, file, catalog, pace } = talk;
  const view = choiceView(talk, session, fact);
  const count = broughtBy(catalog, file.read(), wish);
  const reply = await face.choose({
    ...view,
    options: ['yes', 'no'].map((id) => ({
      id,
      ...digitFor(id),
      label: words.t(`interview.wish.${id}`, { count, minutes: pace.minutesLeft(count) }),
      typed: [...typedWords(words, id), id],
    })),
    selected: view.selected.includes(wish) ? ['yes'] : [],
    several: null,
  });
  if (reply.kind === 'back' || reply.kind === 'menu' || reply.kind === 'leave') return reply;
  if (reply.kind !== 'chosen') return { kind: 'again' };
  const values = reply.ids.includes('yes') ? [wish] : [];
  const text = words.t(`interview.answer.${values.length > 0 ? 'yes' : 'no'}`);
  face.say(words.t('interview.log.words', { question: view.title, text }));
  // No wish is no entry: there is nothing to write when nothing was written before.
  if (values.length === 0 && view.selected.length === 0) return { kind: 'passed' };
  if (!(await saved(talk, { kind: 'fact', fact: fact.id, values }))) return { kind: 'unsaved' };
  return { kind: values.length === 0 ? 'passed' : 'answered' };
}

/** Questions a wish adds at most: facts not asked yet may leave some of them out. */
function broughtBy(catalog: Catalog, answers: Answers, wish: string): number {
  const others = answers.assessment.goals.filter((goal) => goal !== wish);
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
  const { words, texts, face, file, catalog } = talk;
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
  // No wish is no entry: there is nothing to write when nothing was written before.
  if (reply.ids.length === 0 && view.selected.length === 0) return { kind: 'passed' };
  const before = scopeEffect(catalog, file.read());
  if (!(await saved(talk, { kind: 'fact', fact: fact.id, values: reply.ids }))) return { kind: 'unsaved' };
  const after = scopeEffect(catalog, file.read());
  if (reply.ids.includes(UNKNOWN))
    face.say(askWhom(talk, fact.askRole, texts.facts[fact.id]?.question ?? fact.id));
  if (after.skipped > before.skipped) {
    // Of several, it is what was not chosen that leaves questions out.
    const key = fact.kind === 'choices' ? 'skipped-rest' : 'skipped';
    face.say(words.t(`interview.fact.${key}`, { answer: text, count: after.skipped - before.skipped }));
  }
  return { kind: reply.ids.length === 0 ? 'passed' : 'answered' };
}

function choiceView(talk: Talk, session: Session, fact: Fact): ChooseView {
  const { words, texts, file } = talk;
  const prose = texts.facts[fact.id];
  const answers = file.read();
  const selected =
    fact.place === 'assessment'
      ? answers.assessment.goals
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
