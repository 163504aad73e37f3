import type { KeyBelow } from '../../words/messages.ts';
import { explained, type FieldAsked, type FieldMove } from './asked-field.ts';
import { countriesIn, countryName } from './countries.ts';
import { proposalLine, proposalOf } from './earlier.ts';
import { ABROAD, write } from './subject.ts';

/** The countries it would go to, in the person's own words; what follows from them is worked out. */
export async function askCountries(asked: FieldAsked): Promise<FieldMove> {
  const { subject, technology, texts } = asked;
  const { face, words } = subject.talk;
  const separator = words.t('interview.technology.comma');
  const named = (codes: readonly string[]): string =>
    codes.map((code) => countryName(code, words.lang)).join(separator);
  const proposal = proposalOf(subject, technology, 'destination');
  const proposed = named(proposal?.values ?? []);
  const reply = await face.write({
    header: asked.header,
    title: texts.question,
    body: [...(proposal === null ? [] : [proposalLine(subject, proposal, proposed)]), ...explained(asked)],
    initial: named(technology.countries) || proposed,
    blank: words.t('interview.blank.unknown'),
    wrong: (text) => {
      const [first] = countriesIn(text, ABROAD).unknown;
      if (first === undefined) return null;
      const { given, nearest } = first;
      return words.t(`interview.technology.${nearest === null ? 'no-country' : 'near-country'}`, {
        given,
        nearest: nearest ?? '',
      });
    },
  });
  if (reply.kind !== 'written') return reply.kind;
  const { codes } = countriesIn(reply.text, ABROAD);
  // What stands beside the countries must not contradict them, so the older word goes first.
  if (!(await write(subject, 'destination', null))) return 'unsaved';
  if (!(await write(subject, 'countries', codes.length === 0 ? null : codes))) return 'unsaved';
  if (codes.length === 0) {
    face.say(words.t('interview.technology.later', { label: texts.label, settle: texts.settle }));
    return 'left';
  }
  face.say(words.t('interview.log.words', { question: texts.label, text: named(codes) }));
  const outside = codes.filter((code) => !subject.determination.groupA.includes(code));
  const say = (key: KeyBelow<'interview.technology'>, countries: readonly string[]): void =>
    face.say(words.t(`interview.technology.${key}`, { countries: named(countries) }));
  if (outside.length > 0) say('outside-group-a', outside);
  else say('inside-group-a', codes);
  if (codes.some((code) => code === 'CN' || code === 'HK'))
    face.say(words.t('interview.technology.caution.china'));
  return 'answered';
}
