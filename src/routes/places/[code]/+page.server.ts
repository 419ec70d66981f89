import { countryName, isCountry } from '#vocab/countries.ts';
import { regionName, regionsOf } from '#vocab/regions.ts';
import { contactsSeenBy } from '#forum/people/index.ts';
import { toggled, wholeCatalogue } from '#forum/practices/index.ts';
import type { ContactView } from '#ui/people-views.ts';
import type { PlaceView } from '#ui/views.ts';
import { contactView } from '../../directory/contact-views.ts';
import { mapHref } from '../../map.ts';
import { placeInForum } from '../in-forum.ts';
import { codeAt, countsOf, topicView } from '../../topics.ts';
import { facetHref } from '../../views.ts';
import type { PageServerLoad } from './$types';

/** How many targets of the neighbours are shown. */
const LISTED = 12;

/** A country: its practices, what its region does, and what neighbours do that it does not. */
export const load: PageServerLoad = async ({ params, locals }): Promise<PlaceView & { contacts: ContactView[] }> => {
  const { ctx, prefix, forum } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const code = codeAt(locals, params.code, {
    folder: 'places',
    key: 'country',
    codes: (asked) => (isCountry(asked.toUpperCase()) ? asked.toUpperCase() : null),
  });
  const filter = toggled(wholeCatalogue(), 'country', code);
  const { counts, ...topic } = await topicView(locals, filter);
  const sources = await forum.search.sources(ctx.db, ctx.now);
  const targets = countsOf(reader, filter, 'target', counts.target, sources);
  const contacts = (await contactsSeenBy(ctx, { state: code })).map((contact) => contactView(locale, contact));
  const inForum = await placeInForum(locals, code);
  const [region] = regionsOf([code]);
  if (region === undefined)
    return { ...topic, contacts, name: countryName(code, locale), forum: inForum, targets, region: null };

  const around = toggled(wholeCatalogue(), 'region', region);
  const found = await forum.search.find(ctx.db, { ...around, perPage: 1 }, ctx.now);
  const elsewhere = new Map([...found.counts.target].filter(([target]) => (counts.target.get(target) ?? 0) === 0));
  const byCount = countsOf(reader, around, 'target', elsewhere, sources).sort((a, b) => b.count - a.count);
  return {
    ...topic,
    contacts,
    name: countryName(code, locale),
    forum: inForum,
    targets,
    region: {
      name: regionName(region, locale),
      href: facetHref(reader, 'region', region),
      mapHref: mapHref(reader, wholeCatalogue(), region),
      total: found.total,
      targets: countsOf(reader, around, 'target', found.counts.target, sources)
        .sort((a, b) => b.count - a.count)
        .slice(0, LISTED),
      neighbours: byCount.slice(0, LISTED),
    },
  };
};
