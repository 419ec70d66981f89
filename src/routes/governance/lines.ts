import { firstDayOf, lastDayOf, type Term } from '#forum/governance/index.ts';
import type { LinesView } from '#ui/governance-views.ts';
import type { Reader } from '../views.ts';
import { spanText } from './day.ts';
import type { namesOf } from './names.ts';

/**
 * Terms as lines over the years, a member a line, in the order in which they came. `today`: up to where a time that goes on is drawn;
 * one that is still to come stretches the years. Null where there is none.
 */
export function linesView(
  { locale }: Reader,
  names: ReturnType<typeof namesOf>,
  terms: readonly Term[],
  today: string,
): LinesView | null {
  if (terms.length === 0) return null;
  const ends = terms.map(({ from, last }) => (last === null ? latest(today, lastDayOf(from)) : lastDayOf(last)));
  const first = Math.min(...terms.map(({ from }) => Number(from.slice(0, 4))));
  const last = Math.max(...ends.map((end) => Number(end.slice(0, 4))));
  const [start, whole] = [momentOf(`${first}-01-01`), momentOf(`${last + 1}-01-01`) - momentOf(`${first}-01-01`)];
  const hundredth = (moment: number) => Math.round((10_000 * (moment - start)) / whole) / 100;
  const byMember = Map.groupBy(
    terms.map((term, at) => ({ ...term, end: ends[at]! })),
    ({ member }) => `${member.kind} ${member.of}`,
  );
  return {
    first,
    last,
    rows: [...byMember.values()].map((times) => ({
      ...names(times[0]!.member),
      times: times.map((time) => {
        const from = hundredth(momentOf(firstDayOf(time.from)));
        return { when: spanText(time, locale), start: from, length: hundredth(momentOf(time.end) + DAY) - from };
      }),
    })),
  };
}

const DAY = 86_400_000;
const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const latest = (one: string, other: string) => (one > other ? one : other);
