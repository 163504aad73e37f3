import { isTooLong } from '../../text/longest.ts';
import { dayIn } from '../../text/readers/days.ts';
import type { FileRow } from './row.ts';
import type { RowsHeader } from './rows-header.ts';
import { areStates } from './states.ts';

/**
 * Whether a line of rows.jsonl is one of ours: it lies on a disk between two runs and comes from other machines. What is
 * broken is made again or refused by name; it never reaches the tables.
 */

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shaped =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([key, check]) => check(value[key]));

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);

const isText: Check = (value) => typeof value === 'string';
/** As much as is read of an answer file. */
const isRead: Check = (value) => typeof value === 'string' && !isTooLong(value);
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag: Check = (value) => typeof value === 'boolean';
const isDate: Check = (value) => typeof value === 'string' && dayIn(value) === value;
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const points = shaped({ low: isNumber, high: isNumber });

const whose: Shape = {
  name: orNull(isRead),
  formerNames: listOf(isRead),
  site: orNull(isRead),
  corporateNumber: orNull(isRead),
  headquarters: orNull(isRead),
  industry: orNull(isRead),
  date: orNull(isDate),
};

/** `questions`: places in the catalogue, which has as many questions as there are states. */
const clientWith = (questions: number): Check => {
  const places = listOf((place) => isCount(place) && Number(place) < questions);
  return shaped({
    ...whose,
    employees: orNull(isCount),
    depth: oneOf('quick', 'full', 'evidence'),
    keepUntil: orNull(isDate),
    score: shaped({ low: orNull(isNumber), high: orNull(isNumber) }),
    states: areStates,
    critical: places,
    legal: listOf(shaped({ task: isText, due: isDate, late: isFlag, passed: orNull(isDate) })),
    change: orNull(
      shaped({
        points: orNull(points),
        causes: listOf(
          shaped({ cause: oneOf('catalog', 'profile', 'depth', 'answers'), effect: orNull(points) }),
        ),
        closed: places,
        opened: places,
        left: places,
        comparable: orNull(isNumber),
      }),
    ),
  });
};

const isClient: Check = (value) =>
  isRecord(value) && typeof value['states'] === 'string' && clientWith(value['states'].length)(value);

const finding = shaped({
  severity: oneOf('error', 'warning', 'info'),
  code: (code) => typeof code === 'string' && /^[a-z]+(?:-[a-z]+)*$/.test(code),
  args: isRecord,
  location: orNull(shaped({ line: isCount, column: isCount })),
});

const row = shaped({
  path: (path) => typeof path === 'string' && path !== '',
  sha256: orNull(isHash),
  before: orNull(
    shaped({
      path: orNull(isText),
      by: oneOf('identity', 'path', null),
      sha256: orNull(isHash),
      namesake: orNull(isText),
    }),
  ),
  report: orNull(isText),
  findings: listOf(finding),
  client: orNull(isClient),
  gone: optional(orNull(shaped(whose))),
});

const header = shaped({
  wazamoriRows: isNumber,
  key: isText,
  tool: isText,
  asOf: isDate,
  lang: oneOf('ja', 'en'),
  editions: (editions) => isRecord(editions) && Object.values(editions).every(isText),
  catalog: isText,
  reports: oneOf('pdf', 'html', null),
  since: isFlag,
  shares: optional(listOf(shaped({ of: isShareCount, parts: listOf(isCount) }))),
});

/** More machines than this share nothing out. */
function isShareCount(value: unknown): boolean {
  return isCount(value) && Number(value) >= 1 && Number(value) <= 1_000_000;
}

export const isFileRow = (value: unknown): value is FileRow => row(value);

export const isRowsHeader = (value: unknown): value is RowsHeader => header(value);
