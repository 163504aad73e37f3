import { isEarlierEdition } from '../../core/editions.ts';
import type { PassedOver, Policy, Threshold } from '../../model/policy.ts';
import { levelOf } from '../levels.ts';
import { ownLevel, RULE_CODES } from '../rules.ts';

/** A setting that asks less than it did, as it is written in the file. */
export interface Weaker {
  readonly setting: string;
  readonly asked: string;
  readonly asks: string;
}

type Compare<T> = (was: T, now: T, setting: string) => readonly Weaker[];

const NOTHING = '－';

/** Asked for, and now not at all or less of it. */
const asking =
  <T extends string | number>(isLess: (now: T, was: T) => boolean): Compare<T | null> =>
  (was, now, setting) =>
    was === null || (now !== null && !isLess(now, was))
      ? []
      : [{ setting, asked: String(was), asks: now === null ? NOTHING : String(now) }];

const least = asking<number>((now, was) => now < was);
const most = asking<number>((now, was) => now > was);
const edition = asking<string>(isEarlierEdition);
const onLadder = <T extends string>(ladder: readonly T[]): Compare<T | null> =>
  asking<T>((now, was) => ladder.indexOf(now) < ladder.indexOf(was));

const flag: Compare<boolean> = (was, now, setting) =>
  was && !now ? [{ setting, asked: 'true', asks: 'false' }] : [];

/** What is on the list no more. */
const listed: Compare<readonly string[]> = (was, now, setting) =>
  was.filter((entry) => !now.includes(entry)).map((entry) => ({ setting, asked: entry, asks: NOTHING }));

/** Whoever may decide besides; an empty list lets everybody. Told by number: roles may name people. */
const approvers: Compare<readonly string[]> = (was, now, setting) => {
  const more = now.filter((entry) => !was.includes(entry)).length;
  if (was.length === 0 || (now.length > 0 && more === 0)) return [];
  return [{ setting, asked: String(was.length), asks: now.length === 0 ? NOTHING : String(now.length) }];
};

/**
 * Whose answers need not be there any more, or may lie elsewhere: only one more file by its name, as of a new site, asks
 * no less. By number: an entry may name a company.
 */
const clients: Compare<Policy['clients']> = (was, now, setting) =>
  was.flatMap(({ name, company, single, files }, i) => {
    const stays = now.some(
      (entry) =>
        entry.name === name &&
        entry.company === company &&
        (entry.single || !single) &&
        files.every((pattern) => entry.files.includes(pattern)) &&
        entry.files.every((pattern) => files.includes(pattern) || ONE_FILE.test(pattern)),
    );
    return stays ? [] : [{ setting, asked: `#${i + 1}`, asks: NOTHING }];
  });

const ONE_FILE = /^[^*?[{]+\.ya?ml$/i;

/** Where nobody may read along, and now somebody may. */
const lifted: Compare<Policy['public']> = (was, now, setting) =>
  was !== null || now === null ? [] : [{ setting, asked: NOTHING, asks: now }];

/** What is besides left out. By number, for the same reason. */
const others: Compare<readonly string[]> = (was, now, setting) =>
  now.every((entry) => was.includes(entry))
    ? []
    : [{ setting, asked: String(was.length), asks: String(now.length) }];

const byId =
  <T>(compare: Compare<T>, absent: T): Compare<ReadonlyMap<string, T>> =>
  (was, now, setting) =>
    [...was].flatMap(([id, value]) => compare(value, now.get(id) ?? absent, `${setting}.${id}`));

/** A key nobody thought of does not compile: whatever a policy can ask, it can cease to ask. */
const group =
  <T extends object>(parts: { readonly [K in keyof T]: Compare<T[K]> }): Compare<T> =>
  (was, now, setting) =>
    Object.keys(parts)
      .filter((key): key is keyof T & string => key in parts)
      .flatMap((key) => parts[key](was[key], now[key], setting === '' ? key : `${setting}.${key}`));

const threshold = group<Threshold>({ low: least, grade: onLadder(['E', 'D', 'C', 'B', 'A']) });
const thresholds = byId<Threshold>(threshold, { low: null, grade: null });
const passedOver = group<PassedOver>({ most, approvers, maxDays: most });

const settings = group<Omit<Policy, 'rules' | 'rulesEdition'>>({
  score: group<Policy['score']>({
    overall: threshold,
    checklists: thresholds,
    sections: thresholds,
    routes: thresholds,
  }),
  depth: onLadder(['quick', 'full', 'evidence']),
  required: listed,
  profile: group<Policy['profile']>({ known: flag }),
  legal: group<Policy['legal']>({ noStop: flag, reported: flag, notExpired: flag }),
  coverage: group<Policy['coverage']>({ answered: least, unknown: most, notApplicable: most }),
  evidence: group<Policy['evidence']>({ severities: listed, maxAgeDays: most, verifyFiles: flag }),
  plan: group<Policy['plan']>({ ownerFor: listed, noOverdue: flag }),
  accepted: passedOver,
  suppressed: passedOver,
  ageDays: most,
  editions: byId<string | null>(edition, null),
  clients,
  exclude: others,
  public: lifted,
  xray: group<Policy['xray']>({
    yesStreak: most,
    notApplicable: most,
    sameReason: most,
    expiresDays: least,
  }),
});

/** What a policy asks less than another did: in the order of the file, its rules last. Pure. */
export const weakerThan = (was: Policy, now: Policy): readonly Weaker[] => [
  ...settings(was, now, ''),
  ...weakerRules(was, now),
];

const level = onLadder(['off', 'info', 'warning', 'error']);

/** Levels as they come out, so that one written down, one left to itself and one of an edition compare. */
function weakerRules(was: Policy, now: Policy): readonly Weaker[] {
  const fell = edition(was.rulesEdition, now.rulesEdition, 'rules.edition');
  const levels = RULE_CODES.filter(
    // What falls with the edition alone is told by it.
    (code) => fell.length === 0 || was.rules.has(code) || now.rules.has(code),
  ).flatMap((code) => {
    const own = ownLevel(code);
    return level(levelOf(was, code, own), levelOf(now, code, own), `rules.${code}`);
  });
  return [...fell, ...levels];
}
