import { COUNTRIES } from '../../answers/technology-words.ts';
import { vectorTechnology } from '../../catalog/determination/vector-technology.ts';
import { openFields } from '../../core/verdict/open-fields.ts';
import type { Technology } from '../../model/answers.ts';
import type { Determination, VerdictField } from '../../model/determination.ts';
import type { EditValue } from '../../text/yaml/render.ts';
import { saved, type Talk } from '../talk.ts';

/** One technology of the answer file, while a person is asked about it. */
export interface Subject {
  readonly talk: Talk;
  readonly determination: Determination;
  readonly id: string;
}

/** Countries a recipient can be in. */
export const ABROAD = COUNTRIES.filter((code) => code !== 'JP');

/** The order in which a person tells the story: what, in what form, to whom, when; then what has been checked. */
const ORDER: readonly VerdictField[] = [
  ...(['family', 'familyAsOf', 'familyBasis', 'familyCheckedBy'] as const),
  ...(['kind', 'destination', 'onward', 'onwardBasis', 'trigger', 'withTechnicalDocuments'] as const),
  ...(['stage', 'contractDate', 'newTechnologyAfterStart', 'decisionDate', 'reportedOn'] as const),
  ...(['exclusion', 'exclusionBasis', 'listControl'] as const),
  ...(['definitionCheck', 'definitionCheckedOn', 'definitionBasis', 'recipientControls'] as const),
  'informReceived',
];

/** What the file says of the technology now; `undefined` once it is gone. */
export const technologyNow = ({ talk, id }: Subject): Technology | undefined =>
  talk.file.read().technologies.find((technology) => technology.id === id);

/** What is still worth asking, in the order it is asked. */
export function stillToAsk(
  { determination, talk }: Subject,
  technology: Technology,
  left: ReadonlySet<string>,
): readonly VerdictField[] {
  const open = openFields(technology, determination, talk.today, left);
  return ORDER.filter((field) => open.includes(field));
}

/** Asked only after some answers to another: as long as that one is open, nobody knows whether they come. */
const AFTER: Readonly<{ [K in VerdictField]?: VerdictField }> = {
  familyAsOf: 'family',
  familyBasis: 'family',
  familyCheckedBy: 'family',
  onward: 'destination',
  onwardBasis: 'destination',
  withTechnicalDocuments: 'kind',
  contractDate: 'stage',
  newTechnologyAfterStart: 'stage',
  decisionDate: 'stage',
  reportedOn: 'stage',
  exclusionBasis: 'exclusion',
  definitionCheckedOn: 'definitionCheck',
  definitionBasis: 'definitionCheck',
};

/** About how many questions are ahead: those that come for certain as things stand. */
export function aboutToAsk(fields: readonly VerdictField[]): number {
  return fields.filter((field) => {
    const gate = AFTER[field];
    return gate === undefined || !fields.includes(gate);
  }).length;
}

/** Whether a field still counts: with nothing known of it, it would be asked for. */
export function counts(subject: Subject, technology: Technology, field: VerdictField): boolean {
  const blank = vectorTechnology({ technology: {} });
  const without =
    field === 'destination'
      ? { ...technology, destination: blank.destination, countries: [] }
      : { ...technology, [field]: heldIn(blank, field) };
  return stillToAsk(subject, without, new Set()).includes(field);
}

/** Fields that hold something, in the order they are asked: what may be put right. */
export function known(technology: Technology): readonly VerdictField[] {
  const blank = vectorTechnology({ technology: {} });
  return ORDER.filter((field) => String(heldIn(technology, field)) !== String(heldIn(blank, field)));
}

export function heldIn(technology: Technology, field: VerdictField): string | readonly string[] | null {
  switch (field) {
    case 'families':
    case 'contractTime':
    case 'reportTime':
      return null;
    default:
      return technology[field];
  }
}

/** Saves one field; `null` takes it out. `false` = it could not be saved, and the person chose to stop. */
export async function write(subject: Subject, field: string, value: EditValue): Promise<boolean> {
  const { talk, id } = subject;
  const at = talk.file.read().technologies.findIndex((technology) => technology.id === id);
  return at === -1 || saved(talk, { kind: 'value', path: ['technologies', at, field], value });
}

/** The next free id: those taken out are not given anew while others stand. */
export function nextId(technologies: readonly Pick<Technology, 'id'>[]): string {
  const numbers = technologies.map(({ id }) => Number(/^t(\d+)$/.exec(id)?.[1] ?? 0));
  return `t${Math.max(0, ...numbers) + 1}`;
}
