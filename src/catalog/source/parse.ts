import type { z } from 'zod';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import type { Range } from '../../model/text.ts';
import { isTooLong, LONGEST_TEXT } from '../../text/longest.ts';
import { indexLines, locate } from '../../text/positions.ts';
import { parseYaml, type YamlLimits } from '../../text/yaml/parse.ts';
import { plainValue, type YamlNode } from '../../text/yaml/tree.ts';
import { isDeterminationFile, type ParsedDetermination, readDetermination } from '../determination/parse.ts';
import { elements, field, finding, type Placed, type YamlFile } from './place.ts';
import * as schema from './schema.ts';
import { shapeFindings } from './shape.ts';

/** The files of a catalogue by path relative to its folder, with `/`. */
export type SourceFiles = ReadonlyMap<string, string>;

export interface ParsedChecklist {
  /** The folder its files lie in. */
  readonly folder: string;
  readonly head: Placed<schema.ChecklistSource>;
  readonly sections: readonly ParsedSection[];
  /** The rules of a list whose result is a verdict; `null` for one of questions. */
  readonly determination: ParsedDetermination | null;
}

export interface ParsedSection {
  readonly id: string;
  readonly items: readonly Placed<schema.ItemSource>[];
}

/** Every file read and of the right shape; whether they agree with each other is the lint's question. */
export interface ParsedCatalog {
  readonly strength: Placed<schema.ProfileSource['strength']>;
  readonly facts: readonly Placed<schema.FactSource>[];
  readonly routes: readonly Placed<schema.RouteSource>[];
  readonly weights: Placed<schema.WeightsSource>;
  readonly roles: readonly Placed<schema.RoleSource>[];
  readonly sources: readonly Placed<schema.SourceSource>[];
  readonly directory: readonly Placed<schema.DirectorySource>[];
  readonly emergency: Placed<schema.EmergencySource>;
  readonly practices: readonly Placed<schema.PracticeSource>[];
  readonly lintRules: Placed<schema.LintRulesSource> | null;
  readonly checklists: readonly ParsedChecklist[];
  readonly actions: readonly Placed<schema.ActionSource>[];
}

export type Parsed =
  | { readonly ok: true; readonly catalog: ParsedCatalog; readonly findings: readonly CatalogFinding[] }
  | { readonly ok: false; readonly findings: readonly CatalogFinding[] };

/** Checklists are written by people who review them; a section of 200 questions stays below this. */
const LIMITS: YamlLimits = { length: 2 * 1024 * 1024, depth: 32 };

/** In what order the lists are asked; others follow by name. */
const CHECKLIST_ORDER: readonly string[] = ['guidance', 'tics', 'prior-notification'];

/** `shown` names a file as whoever reads the findings finds it. */
export function parseCatalog(files: SourceFiles, shown: (path: string) => string = (path) => path): Parsed {
  const findings: CatalogFinding[] = [];
  const reader = createReader(files, findings, shown);
  const profile = reader.one('profile.yaml', schema.profile);
  const catalog = {
    weights: reader.one('weights.yaml', schema.weights),
    roles: reader.list('roles.yaml', schema.role) ?? reader.missing('roles.yaml'),
    sources: reader.list('sources.yaml', schema.source) ?? reader.missing('sources.yaml'),
    directory: reader.list('directory.yaml', schema.directoryEntry) ?? [],
    emergency: reader.one('emergency.yaml', schema.emergency),
    practices: reader.list('practices.yaml', schema.practice) ?? [],
    lintRules: reader.optional('lint.yaml', schema.lintRules),
    checklists: readChecklists(files, reader),
    actions: inFolder(files, 'actions').flatMap((path) => reader.list(path, schema.action) ?? []),
  };
  findings.push(...unlisted(files, catalog.checklists));
  const { weights, emergency } = catalog;
  const broken = findings.some(({ severity }) => severity === 'error');
  if (broken || profile === null || weights === null || emergency === null) return { ok: false, findings };
  const asked = {
    strength: field(profile, 'strength'),
    facts: elements(field(profile, 'facts')),
    routes: elements(field(profile, 'routes')),
  };
  return { ok: true, catalog: { ...catalog, ...asked, weights, emergency }, findings };
}

export type Reader = ReturnType<typeof createReader>;

/** Reads files by their shape; what is wrong with them goes to `findings`. `shown` names a file as its reader knows it. */
export function createReader(
  files: SourceFiles,
  findings: CatalogFinding[],
  shown: (path: string) => string,
) {
  const missing = (path: string): [] => {
    findings.push(finding('error', 'path-missing', { path }, shown(path), null));
    return [];
  };
  const optional = <S extends z.ZodType>(path: string, shape: S): Placed<z.infer<S>> | null => {
    const file = openYaml(files.get(path), shown(path), findings);
    if (file === null) return null;
    const result = shape.safeParse(plainValue(file.root));
    if (result.success) return { value: result.data, file, path: [] };
    findings.push(...shapeFindings(result.error.issues, file));
    return null;
  };
  const one = <S extends z.ZodType>(path: string, shape: S): Placed<z.infer<S>> | null => {
    if (!files.has(path)) missing(path);
    return optional(path, shape);
  };
  const list = <S extends z.ZodType>(path: string, shape: S): readonly Placed<z.infer<S>>[] | null => {
    if (!files.has(path)) return null;
    const placed = optional(path, schema.listOf(shape));
    return placed?.value.map((value, index) => ({ value, file: placed.file, path: [index] })) ?? [];
  };
  return { missing, optional, one, list };
}

function openYaml(text: string | undefined, path: string, findings: CatalogFinding[]): YamlFile | null {
  if (text === undefined) return null;
  const parsed = parseYaml(text, LIMITS);
  findings.push(...parsed.findings.map((found) => ({ ...found, file: path })));
  if (!parsed.ok) return null;
  const file = { path, root: parsed.value, lines: indexLines(text) };
  const long = tooLongIn(file);
  findings.push(...long);
  return long.length > 0 ? null : file;
}

/** Nothing anybody asks or advises is that long; nothing but the place is told of it, for each check would repeat it. */
function tooLongIn({ path, root, lines }: YamlFile): readonly CatalogFinding[] {
  const found: CatalogFinding[] = [];
  const tell = ({ start }: Range): void => {
    const args = { limit: LONGEST_TEXT };
    found.push(finding('error', 'text-too-long', args, path, locate(lines, start)));
  };
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') {
      if (isTooLong(node.text)) tell(node.range);
    } else if (node.kind === 'seq') node.items.forEach(visit);
    else {
      for (const { key, keyRange, value } of node.entries) {
        if (isTooLong(key)) tell(keyRange);
        visit(value);
      }
    }
  };
  visit(root);
  return found;
}

function readChecklists(files: SourceFiles, reader: Reader): readonly ParsedChecklist[] {
  const folders = [...files.keys()].flatMap((path) => /^([^/]+)\/checklist\.yaml$/.exec(path)?.[1] ?? []);
  const ordered = folders.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (ordered.length === 0) reader.missing('guidance/checklist.yaml');
  return ordered.flatMap((folder) => {
    const head = reader.one(`${folder}/checklist.yaml`, schema.checklist);
    if (head === null) return [];
    const sections = head.value.sections.map(({ id }) => ({
      id,
      items: reader.list(`${folder}/${id}.yaml`, schema.item) ?? [],
    }));
    const paths = inFolder(files, `${folder}/technologies`);
    const determination =
      head.value.kind === 'determination' ? readDetermination(folder, paths, reader) : null;
    return [{ folder, head, sections, determination }];
  });
}

function rank(folder: string): number {
  const index = CHECKLIST_ORDER.indexOf(folder);
  return index < 0 ? CHECKLIST_ORDER.length : index;
}

export function inFolder(files: SourceFiles, folder: string): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
}

/** Files beside the folders of lists, shipped or one's own. */
export const SHARED_FILES = [
  'profile.yaml',
  'weights.yaml',
  'roles.yaml',
  'sources.yaml',
  'directory.yaml',
  'emergency.yaml',
  'practices.yaml',
] as const;

const ROOT_FILES: ReadonlySet<string> = new Set([...SHARED_FILES, 'crosswalk.yaml', 'lint.yaml']);

/** A file nobody reads is a section missing from its list, or a slip in a name: questions would silently be lost. */
function unlisted(files: SourceFiles, checklists: readonly ParsedChecklist[]): readonly CatalogFinding[] {
  const graded = new Map(
    checklists.map(({ folder, head, sections }) => [
      folder,
      head.value.kind === 'graded' ? new Set(['checklist', ...sections.map(({ id }) => id)]) : null,
    ]),
  );
  return [...files.keys()].flatMap((path) => {
    const [folder = '', name, ...deeper] = path.split('/');
    const sections = graded.get(folder);
    const known =
      name === undefined
        ? ROOT_FILES.has(path)
        : folder === 'actions' ||
          (sections === null && isDeterminationFile(name, deeper)) ||
          (deeper.length === 0 && sections?.has(name.replace(/\.yaml$/, '')));
    return known ? [] : [finding('error', 'path-unlisted', { path }, path, null)];
  });
}
