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
import { createPhrases, type Phrases } from './phrases.ts';

/** The action plan as content. Every number and choice is the assessment's; nothing is computed or chosen here. */
export function reportDocument(input: ReportInput): ReportDocument {
  const phrases = createPhrases(input);
  return {
    title: phrases.t('pdf.documentTitle', { company: phrases.company }),
    lang: input.words.lang,
    company: phrases.company,
    president: presidentPage(input, phrases),
    parts: partsOf(input, phrases).flatMap((part) => part ?? []),
  };
}

function partsOf(input: ReportInput, phrases: Phrases): readonly (Part | null)[] {
  switch (input.pages ?? USUAL_PAGES) {
    case 'president':
      return [];
    case 'plan':
      return firstParts(input, phrases);
    case 'standard':
      return [
        legalPart(input, phrases, true),
        shortPlan(input, phrases),
        cardsPart(input, phrases, true),
        restsPart(input, phrases),
      ];
    case 'full':
      return [
        ...firstParts(input, phrases),
        cardsPart(input, phrases, false),
        askingPart(input, phrases),
        ...readinessParts(input, phrases),
        leftOutPart(input, phrases),
        appendixPart(input, phrases),
        restsPart(input, phrases),
      ];
  }
}

const firstParts = (input: ReportInput, phrases: Phrases): readonly (Part | null)[] => [
  overviewPart(input, phrases),
  legalPart(input, phrases, false),
  planPart(input, phrases),
];
