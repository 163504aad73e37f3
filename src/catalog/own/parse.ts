import { z } from 'zod';
import type { CatalogFinding } from '../../model/catalog-finding.ts';
import * as shapes from '../determination/schema.ts';
import { createReader, inFolder, type Reader, SHARED_FILES, type SourceFiles } from '../source/parse.ts';
import { elements, finding, type Placed } from '../source/place.ts';
import * as schema from '../source/schema.ts';

/** What an own folder holds: the same files as `checklists/`, each of them only where it is wanted. */
export interface OwnParsed {
  readonly strength: Placed<schema.ProfileSource['strength']> | null;
  readonly facts: readonly Placed<schema.FactSource>[];
  readonly routes: readonly Placed<schema.RouteSource>[];
  readonly weights: Placed<Partial<schema.WeightsSource>> | null;
  readonly emergency: Placed<schema.EmergencySource> | null;
  readonly roles: readonly Placed<schema.RoleSource>[];
  readonly sources: readonly Placed<schema.SourceSource>[];
  readonly directory: readonly Placed<schema.DirectorySource>[];
  readonly practices: readonly Placed<schema.PracticeSource>[];
  readonly actions: readonly Placed<schema.ActionSource>[];
  readonly lists: readonly OwnList[];
  readonly remove: Placed<Removals> | null;
}

/** One folder of questions or verdicts; without a `checklist.yaml` it speaks of the shipped list of that name. */
export interface OwnList {
  readonly folder: string;
  readonly head: Placed<schema.ChecklistSource> | null;
  /** By section, which is the name of the file. */
  readonly sections: ReadonlyMap<string, readonly Placed<schema.ItemSource>[]>;
  readonly determination: OwnDetermination;
}

export interface OwnDetermination {
  readonly rules: Placed<shapes.VerdictRulesSource> | null;
  readonly groupA: Placed<shapes.GroupASource> | null;
  readonly flags: readonly Placed<shapes.VerdictFlagSource>[];
  readonly fields: readonly Placed<shapes.VerdictFieldTextsSource>[];
  readonly tasks: readonly Placed<shapes.VerdictTaskSource>[];
  readonly preparation: readonly Placed<z.infer<typeof schema.text>>[];
  readonly vectors: readonly Placed<shapes.VectorSource>[];
  readonly families: readonly Placed<shapes.FamilySource>[];
}

const removals = z.strictObject({
  items: z.array(z.string()).nullish(),
  actions: z.array(z.string()).nullish(),
  checklists: z.array(z.string()).nullish(),
});
export type Removals = z.infer<typeof removals>;

const profile = z.strictObject({
  strength: schema.profile.shape.strength.nullish(),
  facts: schema.profile.shape.facts.nullish(),
  routes: schema.profile.shape.routes.nullish(),
});

const ROOT_FILES: ReadonlySet<string> = new Set([...SHARED_FILES, 'remove.yaml']);

/** Reads the files of an own folder by their shape. `determinations` are the folders of verdicts that ship. */
export function parseOwn(
  files: SourceFiles,
  determinations: readonly string[],
  shown: (path: string) => string,
): { readonly own: OwnParsed; readonly findings: readonly CatalogFinding[] } {
  const findings: CatalogFinding[] = [];
  const reader = createReader(files, findings, shown);
  const asked = reader.optional('profile.yaml', profile);
  const { strength, facts, routes } = asked?.value ?? {};
  for (const path of files.keys()) {
    if (!path.includes('/') && !ROOT_FILES.has(path))
      findings.push(finding('error', 'path-unlisted', { path }, shown(path), null));
  }
  const own: OwnParsed = {
    strength: asked && strength ? { ...asked, value: strength, path: ['strength'] } : null,
    facts: asked && facts ? elements({ ...asked, value: facts, path: ['facts'] }) : [],
    routes: asked && routes ? elements({ ...asked, value: routes, path: ['routes'] }) : [],
    weights: reader.optional('weights.yaml', schema.weights.partial()) as OwnParsed['weights'],
    emergency: reader.optional('emergency.yaml', schema.emergency),
    roles: reader.list('roles.yaml', schema.role) ?? [],
    sources: reader.list('sources.yaml', schema.source) ?? [],
    directory: reader.list('directory.yaml', schema.directoryEntry) ?? [],
    practices: reader.list('practices.yaml', schema.practice) ?? [],
    actions: inFolder(files, 'actions').flatMap((path) => reader.list(path, schema.action) ?? []),
    lists: foldersOf(files).map((folder) => listOf(folder, files, reader, determinations.includes(folder))),
    remove: reader.optional('remove.yaml', removals),
  };
  return { own, findings };
}

function foldersOf(files: SourceFiles): readonly string[] {
  const folders = [...files.keys()].flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].filter((folder) => folder !== 'actions').sort();
}

function listOf(folder: string, files: SourceFiles, reader: Reader, verdicts: boolean): OwnList {
  const head = reader.optional(`${folder}/checklist.yaml`, schema.checklist);
  const sections = inFolder(files, folder)
    .map((path) => /^[^/]+\/([^/]+)\.yaml$/.exec(path)?.[1] ?? '')
    .filter((name) => !verdicts && name !== '' && name !== 'checklist');
  return {
    folder,
    head,
    sections: new Map(
      sections.map((name) => [name, reader.list(`${folder}/${name}.yaml`, schema.item) ?? []]),
    ),
    determination: determinationOf(folder, verdicts ? files : new Map(), reader),
  };
}

function determinationOf(folder: string, files: SourceFiles, reader: Reader): OwnDetermination {
  const has = (name: string): boolean => files.has(`${folder}/${name}.yaml`);
  const list = <S extends z.ZodType>(name: string, shape: S) =>
    has(name) ? (reader.list(`${folder}/${name}.yaml`, shape) ?? []) : [];
  return {
    rules: has('rules') ? reader.one(`${folder}/rules.yaml`, shapes.verdictRules) : null,
    groupA: has('group-a') ? reader.one(`${folder}/group-a.yaml`, shapes.groupA) : null,
    flags: list('flags', shapes.verdictFlag),
    fields: list('fields', shapes.verdictFieldTexts),
    tasks: list('tasks', shapes.verdictTask),
    preparation: list('preparation', schema.text),
    vectors: list('vectors', shapes.vector),
    families: inFolder(files, `${folder}/technologies`).flatMap(
      (path) => reader.one(path, shapes.family) ?? [],
    ),
  };
}
