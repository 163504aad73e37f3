import type { Catalog, Depth, Fact, QuickSet } from '../model/catalog.ts';
import type { CatalogTexts } from '../model/catalog-texts.ts';
import type { IsoDate } from '../model/text.ts';
import { inOneLine } from '../text/layout.ts';
import { type EditValue, render } from '../text/yaml/render.ts';
import type { KeyBelow, Words } from '../words/messages.ts';
import { onlyWhen } from './only-when.ts';
import { FORMAT_VERSION } from './read.ts';
import { writtenAnswer } from './words.ts';

export interface NewFile {
  /** The day the answers describe. */
  readonly date: IsoDate;
  readonly depth: Depth;
  /** Name of the company, where it is known already. */
  readonly company?: string;
  /** Where an editor finds the JSON Schema, from the folder of the file; `null` = the file says how to get one. */
  readonly schema: string | null;
}

/** What of the catalogue a new file shows. */
export type NewFileCatalog = Pick<Catalog, 'facts' | 'checklists'>;

/**
 * The text of a fresh answer file: every section, with comments that say what can be written there, and the questions
 * of the quick check ready to be uncommented. It reads back with no finding and no answer.
 */
export function newAnswerFile(
  catalog: NewFileCatalog,
  texts: CatalogTexts,
  words: Words,
  file: NewFile,
): string {
  const sections = [
    header(words, file),
    company(texts, words, file),
    assessment(catalog, texts, words, file),
    profile(catalog, texts, words),
    answers(catalog, texts, words),
    example(words, 'technologies'),
    plan(words),
    example(words, 'accepted'),
    example(words, 'suppressed'),
  ];
  return `${sections.map((section) => section.flat().join('\n')).join('\n\n')}\n`;
}

type Lines = readonly (string | readonly string[])[];

function header(words: Words, { schema }: NewFile): Lines {
  const line = (key: KeyBelow<'answers.file'>) => comment(words.t(`answers.file.${key}`));
  return [
    line('confidential'),
    line('weaknesses'),
    // An editor that knows YAML opens this file; it lies on this machine, nothing is fetched.
    ...(schema === null ? line('editor') : [`# yaml-language-server: $schema=${schema}`]),
    '#',
    ...line('how'),
    ...(['howAnswer', 'words', 'unknownWelcome'] as const).flatMap((key) => line(key)),
    ...line('notApplicable'),
    ...comment(`  ${words.t('answers.file.notApplicableExample')}`),
    ...line('detail'),
    ...comment(`  ${words.t('answers.file.detailExample')}`),
    ...(['marks', 'commands'] as const).flatMap((key) => line(key)),
    '',
    `wazamori: ${FORMAT_VERSION}   # ${words.t('answers.file.format')}`,
  ];
}

function company(texts: CatalogTexts, words: Words, file: NewFile): Lines {
  return [
    comment(words.t('answers.company.about')),
    'company:',
    file.company === undefined ? '  name:' : entry('name', file.company),
    ...(['site', 'corporateNumber', 'headquarters', 'industry', 'employees'] as const).map((key) =>
      remarked(`  ${key}:`, words.t(`answers.company.${key}`)),
    ),
    comment(texts.strength.question, '  '),
    remarked('  strength:', words.t('answers.company.strength')),
  ];
}

function assessment(catalog: NewFileCatalog, texts: CatalogTexts, words: Words, file: NewFile): Lines {
  const goals = catalog.facts.find((fact) => fact.place === 'assessment' && fact.id === 'goals');
  const editions = catalog.checklists.map((list) => [list.id, list.edition] as const);
  return [
    comment(words.t('answers.assessment.about')),
    'assessment:',
    remarked(entry('date', file.date), words.t('answers.assessment.date')),
    remarked('  by:', words.t('answers.assessment.by')),
    remarked(entry('depth', file.depth), words.t('answers.assessment.depth')),
    ...(goals ? factLines(goals, texts, words) : []),
    remarked('  keepUntil:', words.t('answers.assessment.keepUntil')),
    entry('editions', Object.fromEntries(editions)),
  ];
}

function profile(catalog: NewFileCatalog, texts: CatalogTexts, words: Words): Lines {
  const facts = catalog.facts.filter((fact) => fact.place === 'profile');
  return [
    comment(words.t('answers.profile.about')),
    'profile:',
    ...facts.flatMap((fact) => factLines(fact, texts, words)),
  ];
}

const NO_LABELS: Readonly<Record<string, string>> = {};

/** The question of a fact, when it arises and what can be chosen, above its empty entry. */
function factLines(fact: Fact, texts: CatalogTexts, words: Words): readonly string[] {
  const { question = fact.id, values = NO_LABELS } = texts.facts[fact.id] ?? {};
  const labelled = (id: string, label: string | undefined) =>
    label === undefined ? id : words.t('answers.profile.value', { id, label });
  const choices = [
    ...fact.values.map((choice) => labelled(choice.id, values[choice.id])),
    labelled('unknown', words.t('answers.profile.unknown')),
  ];
  const kind = ({ choice: 'one', choices: 'several', number: 'number' } as const)[fact.kind];
  const when = fact.askedWhen === null ? null : onlyWhen(fact.askedWhen, words);
  return [
    ...comment(question, '  '),
    ...(when === null ? [] : comment(`  ${when}`, '  ')),
    ...comment(`  ${words.t(`answers.profile.${kind}`, { values: choices })}`, '  '),
    `  ${fact.id}:`,
  ];
}

function answers(catalog: NewFileCatalog, texts: CatalogTexts, words: Words): Lines {
  const ids = catalog.checklists.flatMap((list) => (list.quick ? quickItems(list.quick) : []));
  const ready = writtenAnswer('yes', words.lang);
  return [
    comment(words.t('answers.answers.about')),
    'answers:',
    ...ids.map((id) => remarked(`  # ${id}: ${ready}`, texts.items[id]?.question ?? '')),
  ];
}

function quickItems(quick: QuickSet): readonly string[] {
  return [...new Set([...quick.always, ...quick.byScene])];
}

function example(words: Words, name: 'technologies' | 'accepted' | 'suppressed'): Lines {
  return [
    comment(words.t(`answers.${name}.about`)),
    `${name}:`,
    comment(words.t(`answers.${name}.example`), '  '),
  ];
}

function plan(words: Words): Lines {
  return [
    comment(words.t('answers.plan.about')),
    'plan:',
    remarked('  start:', words.t('answers.plan.start')),
    remarked('  capacity:', words.t('answers.plan.capacity')),
    '  actions:',
    comment(words.t('answers.plan.actions'), '    '),
  ];
}

function entry(key: string, value: EditValue): string {
  return `  ${key}: ${render(value)}`;
}

function remarked(line: string, remark: string): string {
  return remark === '' ? line : `${line}   # ${inOneLine(remark)}`;
}

function comment(text: string, indent = ''): readonly string[] {
  return text.split('\n').map((line) => `${indent}# ${line}`.trimEnd());
}
