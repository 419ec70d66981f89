import type { Locale } from '#vocab/language.ts';
import { dayBefore } from '#forum/governance/index.ts';
import { type HolderSeen, runsOn } from '#forum/people/index.ts';
import type { HolderView } from '#ui/governance-views.ts';
import { spanText } from './day.ts';

/** Those who hold an office on a day, by name, with what they show: what they are now is said only of who holds it today. */
export function holderViews(locale: Locale, holders: readonly HolderSeen[], day: string, today: string): HolderView[] {
  return holders
    .filter((holder) => runsOn(holder, day))
    .map((holder) => ({
      name: holder.shown.name!,
      what: runsOn(holder, today) ? [holder.shown.post, holder.shown.organisation].filter(Boolean).join(', ') : '',
      // A role's last day is not one any more; here it is told like that of a member, which is.
      when: spanText({ from: holder.from, last: holder.until === null ? null : dayBefore(holder.until) }, locale),
    }));
}
