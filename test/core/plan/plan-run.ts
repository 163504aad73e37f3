import { assess } from '../../../src/core/assess.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { Action, Item, Severity } from '../../../src/model/catalog.ts';
import { action, answers, catalog, item, TODAY, type Written } from '../sample.ts';

/** One item per action: `[action, severity, effort of a medium company, over]`. */
export type Row = readonly [string, Severity, number, Partial<Action>?];

export function run(
  rows: readonly Row[],
  written: Written = {},
  state: 'no' | 'unknown' = 'no',
  more: readonly Item[] = [],
): Assessment {
  const actions = rows.map(([id, , days, over]) =>
    action(id, { effort: { small: days, medium: days, large: days }, ...over }),
  );
  const items = rows.map(([id, severity]) => item(`guidance.${id}`, { severity, action: id }));
  const given = answers({
    profile: { overseasProduction: ['none'], exhibitions: ['no'] },
    ...written,
    answers: { ...Object.fromEntries(items.map((i) => [i.id, state])), ...written.answers },
  });
  return assess({
    catalog: catalog({ items: [...items, ...more], actions }),
    answers: given,
    today: TODAY,
    version: '0',
  });
}
