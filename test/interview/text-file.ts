import { setAnswer, setFact } from '../../src/answers/edit.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { buildTexts } from '../../src/catalog/built/prose.ts';
import { buildRules } from '../../src/catalog/built/rules.ts';
import { parseCatalog } from '../../src/catalog/source/parse.ts';
import { readChecklists } from '../../src/files/shipped/checklists.ts';
import type { Edit, OpenFile } from '../../src/interview/talk.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Outcome } from '../../src/model/finding.ts';
import { removeValue, setValue } from '../../src/text/yaml/edit.ts';
import { CHECKLISTS } from '../setup/package.ts';

const parsed = parseCatalog(readChecklists(CHECKLISTS));
if (!parsed.ok) throw new Error('the checklists do not parse');

/** The shipped catalogue, straight from its sources. */
export const SHIPPED = buildRules(parsed.catalog);
export const SHIPPED_TEXTS = buildTexts(parsed.catalog, 'ja');
export const SHIPPED_TEXTS_EN = buildTexts(parsed.catalog, 'en');

/** An answer file as text: what a person entered is what a reader finds. */
export function textFile(start: string): OpenFile & { readonly text: () => string } {
  let text = start;
  const read = (): Answers => {
    const now = readAnswers(text, SHIPPED);
    if (!now.ok) throw new Error(JSON.stringify(now.findings));
    return now.value;
  };
  return {
    text: () => text,
    read,
    apply: async (edit) => {
      const next = applied(text, edit);
      if (!next.ok) return next;
      text = next.value;
      return { ok: true, value: read(), findings: [] };
    },
  };
}

function applied(text: string, edit: Edit): Outcome<string> {
  if (edit.kind === 'answer') return setAnswer(text, edit.item, edit.answer);
  if (edit.kind === 'value')
    return edit.value === null ? removeValue(text, edit.path) : setValue(text, edit.path, edit.value);
  const fact = SHIPPED.facts.find(({ id }) => id === edit.fact);
  if (fact === undefined) throw new Error(edit.fact);
  return setFact(text, fact, edit.values);
}
