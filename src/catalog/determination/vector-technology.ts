import type { Technology } from '../../model/answers.ts';
import type { VectorSource } from './schema.ts';

const UNSAID: Technology = {
  id: 'vector',
  name: null,
  family: ['unknown'],
  familyAsOf: null,
  familyBasis: null,
  familyCheckedBy: null,
  kind: 'unknown',
  withTechnicalDocuments: 'unknown',
  listControl: 'not-done',
  definitionCheck: 'not-checked',
  definitionCheckedOn: null,
  definitionBasis: null,
  destination: 'unknown',
  countries: [],
  onward: 'unknown',
  onwardBasis: null,
  trigger: 'unknown',
  exclusion: 'unknown',
  exclusionBasis: null,
  stage: 'unknown',
  contractDate: null,
  decisionDate: null,
  newTechnologyAfterStart: 'unknown',
  informReceived: 'unknown',
  recipientControls: 'unknown',
  consultedOn: null,
  reportedOn: null,
  location: null,
};

/** The technology of an example: what it does not say reads as it does in an answer file. */
export function vectorTechnology({ technology }: Pick<VectorSource, 'technology'>): Technology {
  return { ...UNSAID, ...technology };
}
