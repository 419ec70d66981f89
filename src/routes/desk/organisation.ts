import { translate } from '#platform/languages.ts';
import { organisationWork } from '#forum/desk/index.ts';
import { nameIn } from '#forum/people/index.ts';
import type { OrganisationWorkView } from '#ui/desk-views.ts';
import { organisationHref } from '../organisations/organisation-here.ts';
import { colleagueRow, practiceRow } from './rows.ts';

/** What the desk shows of the reader's organisation; null where they belong to none. */
export async function organisationView({ ctx, prefix }: App.Locals): Promise<OrganisationWorkView | null> {
  const work = await organisationWork(ctx);
  if (!work) return null;
  const { locale, now } = ctx;
  const reader = { locale, prefix };
  const { organisation, drafts, draftsTotal, practices, practicesTotal } = work;
  const more = (total: number, shown: number) =>
    total > shown ? translate(locale, 'desk.more', { count: total - shown }) : null;
  return {
    organisation: { label: nameIn(organisation, locale), href: organisationHref(reader, organisation.slug) },
    drafts: drafts.map((one) => colleagueRow(reader, one, now)),
    moreDrafts: more(draftsTotal, drafts.length),
    // Whether somebody is to confirm them is a matter of those who answer for them.
    practices: practices.map((one) => ({
      ...practiceRow(reader, one, now),
      mark: one.standing === 'archived' ? { label: translate(locale, 'desk.mark-archived'), waits: false } : null,
    })),
    morePractices: more(practicesTotal, practices.length),
  };
}
