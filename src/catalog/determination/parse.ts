import type { z } from 'zod';
import type { Placed } from '../source/place.ts';
import * as schema from '../source/schema.ts';
import * as shapes from './schema.ts';

/** A list whose result is a verdict, file by file. */
export interface ParsedDetermination {
  readonly rules: Placed<shapes.VerdictRulesSource>;
  readonly flags: readonly Placed<shapes.VerdictFlagSource>[];
  readonly fields: readonly Placed<shapes.VerdictFieldTextsSource>[];
  readonly tasks: readonly Placed<shapes.VerdictTaskSource>[];
  readonly preparation: readonly Placed<{ readonly ja: string; readonly en: string }>[];
  readonly groupA: Placed<shapes.GroupASource>;
  readonly families: readonly Placed<shapes.FamilySource>[];
  readonly vectors: readonly Placed<shapes.VectorSource>[];
}

/** The part of the reader of a catalogue's files this needs. */
interface Reader {
  readonly missing: (path: string) => readonly [];
  readonly one: <S extends z.ZodType>(path: string, shape: S) => Placed<z.infer<S>> | null;
  readonly list: <S extends z.ZodType>(path: string, shape: S) => readonly Placed<z.infer<S>>[] | null;
}

const FILES: readonly string[] = [
  'checklist',
  'rules',
  'flags',
  'fields',
  'tasks',
  'preparation',
  'group-a',
  'vectors',
];

/** Whether a file of the folder of a determination is one that is read. */
export function isDeterminationFile(name: string, deeper: readonly string[]): boolean {
  return deeper.length === 0
    ? FILES.includes(name.replace(/\.yaml$/, ''))
    : name === 'technologies' && deeper.length === 1;
}

/** `null` where a file it cannot do without is missing or of the wrong shape: that has its finding. */
export function readDetermination(
  folder: string,
  paths: readonly string[],
  reader: Reader,
): ParsedDetermination | null {
  const list = <S extends z.ZodType>(name: string, shape: S): readonly Placed<z.infer<S>>[] =>
    reader.list(`${folder}/${name}.yaml`, shape) ?? reader.missing(`${folder}/${name}.yaml`);
  const rules = reader.one(`${folder}/rules.yaml`, shapes.verdictRules);
  const groupA = reader.one(`${folder}/group-a.yaml`, shapes.groupA);
  const rest = {
    flags: list('flags', shapes.verdictFlag),
    fields: list('fields', shapes.verdictFieldTexts),
    tasks: list('tasks', shapes.verdictTask),
    preparation: list('preparation', schema.text),
    vectors: list('vectors', shapes.vector),
    families: paths
      .flatMap((path) => reader.one(path, shapes.family) ?? [])
      .sort((a, b) => a.value.order - b.value.order),
  };
  if (paths.length === 0) reader.missing(`${folder}/technologies`);
  return rules === null || groupA === null ? null : { rules, groupA, ...rest };
}
