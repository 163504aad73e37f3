import { daysBetween } from '../../core/plan/calendar.ts';
import type { GateArgs } from '../../model/gate.ts';
import type { IsoDate, Location } from '../../model/text.ts';
import type { Path } from '../places.ts';
import { type Examined, xrayRule } from '../rule.ts';

type Ending = {
  readonly what: GateArgs['expires-soon']['what'];
  readonly until: IsoDate | null;
  readonly place: Path | Location;
  readonly subject: string;
};

/** What still holds today and will not within the days to come. What has ended already has findings of its own. */
export const expiresSoon = xrayRule({
  code: 'expires-soon',
  find: (examined) => {
    const { today, policy } = examined;
    return endings(examined).flatMap(({ what, until, place, subject }) => {
      const days = until === null ? null : daysBetween(today, until);
      if (until === null || days === null || days < 0 || days > policy.xray.expiresDays) return [];
      return [{ args: { what, until, days }, place, subject }];
    });
  },
});

function endings({ answers, assessment }: Examined): readonly Ending[] {
  return [
    {
      what: 'file',
      until: answers.assessment.keepUntil,
      place: ['assessment', 'keepUntil'],
      subject: 'keepUntil',
    },
    ...answers.accepted.map(({ item, until }, i) => ({
      what: 'acceptance' as const,
      until,
      place: ['accepted', i, 'until'],
      subject: item,
    })),
    ...assessment.verdicts.map(({ technology, validUntil, location }) => ({
      what: 'verdict' as const,
      until: validUntil,
      place: location ?? ['technologies'],
      subject: technology,
    })),
  ];
}
