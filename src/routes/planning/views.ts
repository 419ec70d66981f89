import { dateFormat } from '#vocab/dates.ts';
import { directionOf, type Locale, LOCALES } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { actorName, dayOf, MECHANISMS, roleName, ROLES } from '#forum/people/index.ts';
import { daysBetween, isOwedBy, type Milestone, MILESTONE_KINDS, owesOf, standingOn } from '#forum/planning/index.ts';
import type { MilestoneChoices, MilestoneView, PlanningView, YearLineView } from '#ui/planning-views.ts';
import { layOutYear } from '#ui/year-line.ts';
import { dateText, languageName } from '../views.ts';

const momentOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A milestone for a reader. */
export function milestoneView({ ctx, prefix }: App.Locals, milestone: Milestone, mayPlan: boolean): MilestoneView {
  const { locale } = ctx;
  const today = dayOf(ctx.now);
  const [title, note] = [textIn(milestone.title, locale), textIn(milestone.note, locale)];
  const standing = standingOn(milestone, today);
  return {
    id: milestone.id,
    title: title.text,
    lang: title.language,
    note: note.text,
    noteLang: note.language,
    kind: translate(locale, `planning.kind-${milestone.kind}`),
    standing,
    standingLabel: translate(locale, `planning.standing-${standing}`),
    when: whenText(milestone, locale),
    distance: distanceText(milestone, today, locale),
    owes: owesText(milestone, locale),
    href: milestone.url.startsWith('/') ? prefix + milestone.url : milestone.url,
    isPublic: milestone.public,
    changeHref: mayPlan ? `${prefix}/planning/${milestone.id}` : null,
    mayFinish: mayPlan || isOwedBy(milestone, ctx.actor),
  };
}

/** When a milestone is due: a day, or several. */
export function whenText({ from, due }: Pick<Milestone, 'from' | 'due'>, locale: Locale): string {
  const format = dateFormat(locale, { dateStyle: 'long' });
  return from === null ? format.format(momentOf(due)) : format.formatRange(momentOf(from), momentOf(due));
}

function distanceText({ due, done }: Milestone, today: string, locale: Locale): string {
  if (done)
    return translate(locale, 'planning.done-by', { at: dateText(done.at, locale), by: actorName(locale, done.by) });
  const days = daysBetween(today, due);
  return days < 0
    ? translate(locale, 'planning.days-late', { days: -days })
    : translate(locale, 'planning.days-left', { days });
}

/** Who sees to a milestone, by role and by name. */
export function owesText({ role, of, who }: Milestone, locale: Locale): string {
  const names = [...(role === null ? [] : [roleName(locale, { role, of })]), ...(who === '' ? [] : [who])];
  return new Intl.ListFormat(locale).format(names);
}

/** The year as a line. */
export function lineView(
  { ctx }: App.Locals,
  milestones: readonly Milestone[],
  views: readonly MilestoneView[],
): YearLineView | null {
  const { locale } = ctx;
  const line = layOutYear(milestones, dayOf(ctx.now), directionOf(locale) === 'rtl');
  if (!line) return null;
  // Of several years the years are told, of one the months.
  const long = line.months.length > 14;
  const format = dateFormat(locale, long ? { year: 'numeric' } : { month: 'short' });
  const byId = new Map(views.map((view) => [view.id, view]));
  return {
    ...line,
    months: line.months
      .filter(({ day }) => !long || day.slice(5, 7) === '01')
      .map(({ x, day }) => ({ x, label: format.format(momentOf(day)) })),
    marks: line.marks.map((mark) => {
      const { title, when, standing, standingLabel } = byId.get(mark.id)!;
      return { ...mark, standing, label: `${title}, ${when} (${standingLabel})`, href: `#m-${mark.id}` };
    }),
    said: translate(locale, 'planning.line-text', {
      done: views.filter(({ standing }) => standing === 'done').length,
      late: views.filter(({ standing }) => standing === 'late').length,
      all: views.length,
    }),
  };
}

/** What is due, month by month. */
export function monthViews(
  locale: Locale,
  milestones: readonly Milestone[],
  views: readonly MilestoneView[],
): PlanningView['months'] {
  const format = dateFormat(locale, { month: 'long', year: 'numeric' });
  const months = new Map<string, MilestoneView[]>();
  milestones.forEach(({ due }, at) => {
    const label = format.format(momentOf(due));
    months.set(label, [...(months.get(label) ?? []), views[at]!]);
  });
  return [...months].map(([label, list]) => ({ label, milestones: list }));
}

/** What can be chosen of a milestone. */
export function milestoneChoices(locale: Locale): MilestoneChoices {
  const roles = ROLES.filter((role) => role !== 'administrator' && role !== 'contributor');
  const all = roles.map((role) => ({ role, of: null }));
  const mechanisms = MECHANISMS.map((of) => ({ role: 'mechanism-coordinator' as const, of }));
  return {
    kinds: MILESTONE_KINDS.map((value) => ({ value, label: translate(locale, `planning.kind-${value}`) })),
    owers: [...all, ...mechanisms].map((one) => ({ value: owesOf(one), label: roleName(locale, one) })),
    languages: LOCALES.map((value) => ({ value, label: languageName(value, locale) })),
  };
}
