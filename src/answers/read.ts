import type { Answers } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding, Outcome } from '../model/finding.ts';
import { inFileOrder } from '../text/findings.ts';
import { clip } from '../text/fullwidth.ts';
import { oncePer } from '../text/once-per.ts';
import { indexLines, type LineIndex, locate } from '../text/positions.ts';
import { parseYaml, YAML_LIMITS } from '../text/yaml/parse.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import { type Fields, placeOf, type Reading, readFields, wrongType } from './fields.ts';
import { readItemAnswers } from './read-items.ts';
import { readAccepted, readPlan, readSuppressed } from './read-plan.ts';
import { readAssessment, readCompany, readProfile } from './read-profile.ts';
import { readTechnologies } from './read-technologies.ts';
import type { KnownFamilies } from './technology-words.ts';

/** Format version this reader knows. */
export const FORMAT_VERSION = 1;

export const SECTIONS = [
  'wazamori',
  'company',
  'assessment',
  'profile',
  'answers',
  'technologies',
  'plan',
  'accepted',
  'suppressed',
] as const;

/** What of the catalogue a reader needs: which facts, items and actions there are. */
export type KnownIds = Pick<Catalog, 'facts' | 'items' | 'actions' | 'checklists'> & KnownFamilies;

/**
 * Reads an answer file. Every value keeps its place; all problems are told at once, at most 100. Errors (a wrong word,
 * date, number, type, a missing id, a broken YAML) give no answers; unknown keys and ids are warnings. Never throws.
 */
export function readAnswers(text: string, catalog: KnownIds): Outcome<Answers> {
  const lines = indexLines(text);
  return readParsedAnswers(text, parseYaml(text, YAML_LIMITS, lines), catalog, lines);
}

/** The same for who keeps the tree of `text`, to look up places in it later. */
export function readParsedAnswers(
  text: string,
  parsed: Outcome<YamlNode>,
  catalog: KnownIds,
  lines: LineIndex = indexLines(text),
): Outcome<Answers> {
  if (!parsed.ok) return { ok: false, findings: inFileOrder(parsed.findings) };
  const reading: Reading = { text, lines, findings: [...parsed.findings] };
  const answers = readDocument(reading, parsed.value, catalog);
  const findings = inFileOrder(reading.findings);
  const sound = !reading.findings.some((finding) => finding.severity === 'error');
  return sound && answers ? { ok: true, value: answers, findings } : { ok: false, findings };
}

function readDocument(reading: Reading, root: YamlNode, catalog: KnownIds): Answers | null {
  if (root.kind === 'scalar' && root.value === null) {
    reading.findings.push({ severity: 'error', code: 'file-empty', args: {}, location: null });
    return null;
  }
  if (root.kind !== 'map') return wrongType(reading, root, '{…: …}');
  const version = versionProblem(reading, root);
  if (version) reading.findings.push(version);
  // A newer file may mean other things by the same words, and a file that is none of ours would give a hundred findings.
  if (version?.code === 'version-newer') return null;
  const ours = root.entries.some((entry) => SECTIONS.some((section) => section === entry.key));
  if (version?.code === 'version-missing' && !ours) return null;
  return readSections(reading, readFields(reading, root, SECTIONS, ''), catalog);
}

function readSections(reading: Reading, fields: Fields, catalog: KnownIds): Answers {
  const at = (section: (typeof SECTIONS)[number]) => fields.get(section)?.value;
  const items = itemIds(catalog);
  return {
    company: readCompany(reading, at('company')),
    assessment: readAssessment(reading, at('assessment'), catalog),
    profile: readProfile(reading, at('profile'), catalog),
    answers: readItemAnswers(reading, at('answers'), items),
    technologies: readTechnologies(reading, at('technologies'), catalog),
    plan: readPlan(reading, at('plan'), catalog),
    accepted: readAccepted(reading, at('accepted'), items),
    suppressed: readSuppressed(reading, at('suppressed')),
  };
}

const itemIds = oncePer(({ items }: KnownIds): ReadonlySet<string> => new Set(items.map(({ id }) => id)));

function versionProblem(reading: Reading, root: Extract<YamlNode, { kind: 'map' }>): Finding | null {
  const entry = root.entries.find(({ key }) => key === 'wazamori');
  if (entry === undefined) {
    return {
      severity: 'error',
      code: 'version-missing',
      args: {},
      location: locate(reading.lines, root.range.start),
    };
  }
  const { value: node } = entry;
  const location = placeOf(reading, node);
  if (node.kind === 'scalar' && node.value === FORMAT_VERSION) return null;
  if (
    node.kind === 'scalar' &&
    typeof node.value === 'number' &&
    Number.isInteger(node.value) &&
    node.value > FORMAT_VERSION
  ) {
    return {
      severity: 'error',
      code: 'version-newer',
      args: { given: node.value, known: FORMAT_VERSION },
      location,
    };
  }
  const given = clip(reading.text.slice(node.range.start, node.range.end));
  return { severity: 'error', code: 'version-unknown', args: { given }, location };
}
