import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { AskEntry } from '../model/plan.ts';
import type { Words } from '../words/messages.ts';
import type { ReportInput } from './document/input.ts';
import type { ReportDocument } from './document/model.ts';
import { askingDocument } from './document/parts/asking.ts';

/** What is handed to one role: its questions, as a document of its own. */
export interface Handout {
  /** Goes into the name of its file, behind the plan's. */
  readonly name: string;
  readonly document: ReportDocument;
}

/** The questions of each role, named after it. */
export function handouts(input: ReportInput): readonly Handout[] {
  const { askList } = input.assessment;
  const names = namesOf(askList, input.texts, input.words);
  return askList.map((entry, i) => ({
    name: names[i] ?? entry.role,
    document: askingDocument(input, entry),
  }));
}

/** Two roles of one name are told apart by their ids. */
function namesOf(askList: readonly AskEntry[], texts: CatalogTexts, words: Words): readonly string[] {
  const names = askList.map(({ role }) => inFileName(texts.roles[role]?.title ?? role));
  return names.map((name, i) => {
    const twice = names.filter((other) => other === name).length > 1;
    return words.t(askList[i]?.self === true ? 'cli.report.handoutSelf' : 'cli.report.handout', {
      role: twice ? inFileName(askList[i]?.role ?? name) : name,
    });
  });
}

/** Signs no file name may hold on one system or another. */
const inFileName = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '-');
