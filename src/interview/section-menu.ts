import type { Option } from './face.ts';
import { jump, type Session } from './flow.ts';
import { sectionTitle } from './header.ts';
import { type Stop, sectionKey, stopsOf, TECHNOLOGIES } from './steps.ts';
import type { Move, Talk } from './talk.ts';
import { technologiesTalk } from './technologies/hub.ts';

interface Place {
  readonly option: Option;
  readonly keys: readonly string[];
}

/** Every part of the interview with its state: another way than forward and back. */
export async function sectionMenu(talk: Talk, session: Session): Promise<Move> {
  const { words, face, catalog, file } = talk;
  const answers = file.read();
  const places = placesOf(talk, stopsOf(catalog, answers));
  const own = (id: string, count: number): Option => ({
    id,
    label: words.t(`interview.sections.${id}`, { count }),
    typed: [],
  });
  const reply = await face.choose({
    header: null,
    heading: null,
    title: words.t('interview.sections.title'),
    body: [words.t('interview.sections.help')],
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

/** What is known of the company, then the sections; the ten quick questions are one. */
function placesOf(talk: Talk, stops: readonly Stop[]): readonly Place[] {
  const { words, file } = talk;
  const quick = file.read().assessment.depth === 'quick';
  const groups = new Map<string, { readonly title: string; readonly stops: Stop[] }>();
  for (const stop of stops) {
    if (stop.step.kind === 'technologies') continue;
    const item = 'item' in stop.step ? stop.step.item : null;
    const id = item === null ? 'scope' : quick ? 'quick' : sectionKey(item);
    const group = groups.get(id) ?? { title: item === null ? '' : sectionTitle(talk, item), stops: [] };
    group.stops.push(stop);
    groups.set(id, group);
  }
  return [...groups].map(([id, { title, stops: own }]) => {
    const args = { title, asked: own.length, answered: own.filter(({ settled }) => settled).length };
    const key = id === 'scope' || id === 'quick' ? id : 'items';
    const label = words.t(`interview.sections.${key}`, args);
    return { option: { id, label, typed: [] }, keys: own.map((stop) => stop.key) };
  });
}
