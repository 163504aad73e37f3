import type { AcceptedGap, Answers, PlannedAction, Suppressed } from '../model/answers.ts';
import type { Catalog } from '../model/catalog.ts';
import { clip } from '../text/fullwidth.ts';
import { oncePer } from '../text/once-per.ts';
import { locate } from '../text/positions.ts';
import type { YamlNode } from '../text/yaml/tree.ts';
import {
  type Fields,
  isAbsent,
  missing,
  nearestKnown,
  placeOf,
  type Reading,
  readDate,
  readEntries,
  readFields,
  readList,
  readNumber,
  readReason,
  readText,
  readWord,
} from './fields.ts';
import { STATUS_WORDS } from './words.ts';

export function readPlan(
  reading: Reading,
  node: YamlNode | undefined,
  catalog: Pick<Catalog, 'actions'>,
): Answers['plan'] {
  const fields = readFields(reading, node, ['start', 'capacity', 'actions'], 'plan');
  return {
    start: readDate(reading, fields.get('start')?.value),
    capacity: readNumber(reading, fields.get('capacity')?.value, 'person-days'),
    actions: readActions(reading, fields.get('actions')?.value, catalog),
  };
}

function readActions(reading: Reading, node: YamlNode | undefined, catalog: Pick<Catalog, 'actions'>) {
  const known = actionIds(catalog);
  const actions = new Map<string, PlannedAction>();
  for (const [id, entry] of readEntries(reading, node)) {
    if (!known.has(id)) {
      const args = { action: clip(id), nearest: nearestKnown(reading, id, known) };
      reading.findings.push({
        severity: 'warning',
        code: 'unknown-action',
        args,
        location: locate(reading.lines, entry.keyRange.start),
      });
    }
    const fields = readFields(reading, entry.value, ['owner', 'due', 'status'], `plan.actions.${clip(id)}`);
    actions.set(id, {
      owner: readText(reading, fields.get('owner')?.value),
      due: readDate(reading, fields.get('due')?.value),
      status: readWord(reading, fields.get('status')?.value, STATUS_WORDS) ?? 'todo',
      location: locate(reading.lines, entry.keyRange.start),
    });
  }
  return actions;
}

const actionIds = oncePer(
  ({ actions }: Pick<Catalog, 'actions'>): ReadonlySet<string> => new Set(actions.map(({ id }) => id)),
);

/** Gaps accepted on purpose: who, why and until when all have to be said. */
export function readAccepted(
  reading: Reading,
  node: YamlNode | undefined,
  items: ReadonlySet<string>,
): readonly AcceptedGap[] {
  return readList(reading, node).flatMap((entry) => {
    const fields = readFields(reading, entry, ['item', 'reason', 'until', 'by'], 'accepted');
    const need = needed(reading, entry, fields, 'accepted');
    const item = need('item', readText);
    const reason = need('reason', readReason);
    const until = need('until', readDate);
    const by = need('by', readReason);
    const itemNode = fields.get('item')?.value;
    if (item !== null && itemNode && !items.has(item)) unknownItem(reading, item, itemNode, items);
    if (item === null || reason === null || until === null || by === null) return [];
    return [{ item, reason, until, by, location: placeOf(reading, entry) }];
  });
}

export function readSuppressed(reading: Reading, node: YamlNode | undefined): readonly Suppressed[] {
  return readList(reading, node).flatMap((entry) => {
    const fields = readFields(reading, entry, ['code', 'about', 'reason', 'until', 'by'], 'suppressed');
    const need = needed(reading, entry, fields, 'suppressed');
    const code = need('code', readText);
    const reason = need('reason', readReason);
    const about = readText(reading, fields.get('about')?.value);
    const until = readDate(reading, fields.get('until')?.value);
    const by = readText(reading, fields.get('by')?.value);
    return code === null || reason === null
      ? []
      : [{ code, about, reason, until, by, location: placeOf(reading, entry) }];
  });
}

export function unknownItem(
  reading: Reading,
  item: string,
  node: YamlNode,
  items: ReadonlySet<string>,
): void {
  const args = { item: clip(item), nearest: nearestKnown(reading, item, items) };
  reading.findings.push({
    severity: 'warning',
    code: 'unknown-item',
    args,
    location: placeOf(reading, node),
  });
}

type ReadOne = (reading: Reading, node: YamlNode | undefined) => string | null;

/** Reads fields that have to be there; one that is there but wrong has its own finding and is not called missing too. */
function needed(
  reading: Reading,
  entry: YamlNode,
  fields: Fields,
  place: string,
): (key: string, read: ReadOne) => string | null {
  return (key, read) => {
    const node = fields.get(key)?.value;
    const value = read(reading, node);
    if (value !== null || entry.kind !== 'map') return value;
    const says = node?.kind === 'scalar' && node.text.trim() !== '' && read !== readReason;
    const blank = node === undefined || isAbsent(node) || (node.kind === 'scalar' && !says);
    return blank ? missing(reading, key, place, entry) : null;
  };
}
