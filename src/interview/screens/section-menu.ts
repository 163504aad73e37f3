import type { KeyBelow } from '../../words/messages.ts';
import type { Option } from '../face.ts';
import type { Move, Talk } from '../talk.ts';
import { technologiesTalk } from '../technologies/hub.ts';
import { jump, type Session } from '../way/flow.ts';
import { type Stop, sectionKey, stopsOf, TECHNOLOGIES } from '../way/steps.ts';
import { sectionTitle } from './header.ts';

const SCOPE = 'scope';

interface Place {
  readonly option: Option;
  readonly keys: readonly string[];
}

/** Every part of the interview with its state: another way than forward and back. */
export async function sectionMenu(talk: Talk, session: Session): Promise<Move> {
  const { words, face, catalog, file } = talk;
  const answers = file.read();
  const places = placesOf(talk, stopsOf(catalog, answers));
  const own = (id: KeyBelow<'interview.sections'>, count: number): Option => ({
    id,
    label: words.t(`interview.sections.${id}`, { count }),
    typed: [],
  });
  const reply = await face.choose({
    header: null,
    heading: null,
    title: words.t('interview.sections.title'),
    body: [
      words.t('interview.sections.help'),
      // Whoever knows the guidance misses its other sections: they come with the full check.
      ...(answers.assessment.depth === 'quick' ? [words.t('interview.sections.quick')] : []),
    ],
    options: [
      own('back', 0),
      ...places.map(({ option }) => option),
      ...(catalog.determination === undefined ? [] : [own(TECHNOLOGIES, answers.technologies.length)]),
    ],
    selected: [],
    commands: ['back', 'leave'],
    several: null,
  });
  if (reply.kind === 'leave') return reply;
  if (reply.kind !== 'chosen') return { kind: 'again' };
  if (reply.ids.includes(TECHNOLOGIES)) {
    const { kind } = await technologiesTalk(talk);
    return { kind: kind === 'leave' || kind === 'unsaved' ? kind : 'again' };
  }
  const place = places.find(({ option }) => reply.ids.includes(option.id));
  if (place === undefined) return { kind: 'again' };
  return { kind: 'session', session: jump(catalog, answers, session, place.keys) };
}

/** What is known of the company, then the sections as published, whatever the order their questions come in. */
function placesOf(talk: Talk, stops: readonly Stop[]): readonly Place[] {
  const { words, catalog } = talk;
  const published = catalog.checklists.flatMap((list) => list.sections.map(({ id }) => `${list.id}/${id}`));
  const placeOf = ({ step }: Stop): string => ('item' in step ? sectionKey(step.item) : SCOPE);
  return [SCOPE, ...published].flatMap((id) => {
    const own = stops.filter((stop) => stop.step.kind !== 'technologies' && placeOf(stop) === id);
    const [first] = own;
    if (first === undefined) return [];
    const title = 'item' in first.step ? sectionTitle(talk, first.step.item) : '';
    const args = { title, asked: own.length, answered: own.filter(({ settled }) => settled).length };
    const label = words.t(`interview.sections.${id === SCOPE ? id : 'items'}`, args);
    return [{ option: { id, label, typed: [] }, keys: own.map((stop) => stop.key) }];
  });
}
