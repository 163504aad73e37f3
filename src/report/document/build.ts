import type { ReportInput } from './input.ts';
import type { Part, ReportDocument } from './model.ts';
import { USUAL_PAGES } from './pages.ts';
import { appendixPart } from './parts/appendix.ts';
import { askingPart } from './parts/asking.ts';
import { cardsPart } from './parts/cards.ts';
import { leftOutPart } from './parts/left-out.ts';
import { legalPart } from './parts/legal.ts';
import { overviewPart } from './parts/overview.ts';
import { planPart } from './parts/plan.ts';
import { presidentPage } from './parts/president.ts';
import { readinessParts } from './parts/readiness.ts';
import { restsPart } from './parts/rests.ts';
import { shortPlan } from './parts/short-plan.ts';
import { createSentences, type Sentences } from './sentences.ts';

/** The action plan as content. Every number and choice is the assessment's; nothing is computed or chosen here. */
export function reportDocument(input: ReportInput): ReportDocument {
  const sentences = createSentences(input);
  return {
    title: sentences.t('pdf.documentTitle', { company: sentences.company }),
    lang: input.words.lang,
    company: sentences.company,
    president: presidentPage(input, sentences),
    parts: partsOf(input, sentences).flatMap((part) => part ?? []),
  };
}

function partsOf(input: ReportInput, sentences: Sentences): readonly (Part | null)[] {
  switch (input.pages ?? USUAL_PAGES) {
    case 'president':
      return [];
    case 'plan':
      return firstParts(input, sentences);
    case 'standard':
      return [
        legalPart(input, sentences, true),
        shortPlan(input, sentences),
        cardsPart(input, sentences, true),
        restsPart(input, sentences),
      ];
    case 'full':
      return [
        ...firstParts(input, sentences),
        cardsPart(input, sentences, false),
        askingPart(input, sentences),
        ...readinessParts(input, sentences),
        leftOutPart(input, sentences),
        appendixPart(input, sentences),
        restsPart(input, sentences),
      ];
  }
}

const firstParts = (input: ReportInput, sentences: Sentences): readonly (Part | null)[] => [
  overviewPart(input, sentences),
  legalPart(input, sentences, false),
  planPart(input, sentences),
];
