import type { Assessment } from '../../model/assessment.ts';
import type { CatalogTexts } from '../../model/catalog-texts.ts';

/** The questions to hand to one role. */
export interface AskSheet {
  readonly role: string;
  /** Of whoever filled in: nobody is sent to ask themselves. */
  readonly self: boolean;
  readonly questions: readonly AskQuestion[];
}

export interface AskQuestion {
  readonly id: string;
  readonly question: string;
  /** The sentence to ask it with. */
  readonly sentence: string;
  /** What has to be so before the answer is yes; `null` for facts about the company. */
  readonly yesMeans: string | null;
}

/** One sheet a role: facts about the company first, for they decide what else is asked. */
export function askSheets(
  { askList }: Pick<Assessment, 'askList'>,
  texts: CatalogTexts,
): readonly AskSheet[] {
  return askList.map(({ role, self, facts, items }) => {
    const { title = role, ask = '{question}' } = texts.roles[role] ?? {};
    const asked = (id: string, question: string, yesMeans: string | null): AskQuestion => ({
      id,
      question,
      sentence: self ? question : ask.replace('{question}', question),
      yesMeans,
    });
    return {
      role: title,
      self,
      questions: [
        ...facts.map((id) => asked(id, texts.facts[id]?.question ?? id, null)),
        ...items.map((id) => asked(id, texts.items[id]?.question ?? id, texts.items[id]?.yesMeans ?? null)),
      ],
    };
  });
}
