import { cityName } from '#vocab/cities.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { observationsOf } from '#forum/observations/index.ts';
import { may, mayEver } from '#forum/people/index.ts';
import { type Session, sessionsLike, type SessionVersion } from '#forum/programme/index.ts';
import type { SessionView } from '#ui/forum-views.ts';
import {
  daysView,
  editionHref,
  editionName,
  editionYears,
  sessionHref,
  sessionLine,
  sourceView,
  stateLink,
  themeLink,
  written,
} from '../../forum/names.ts';
import { versionAsked } from '../../forum/kept-versions.ts';
import { dateText, type Reader, sdgView } from '../../views.ts';
import { sessionHere } from '../session-here.ts';
import type { PageServerLoad } from './$types';

/** As many sessions on the same themes as its page shows. */
const RELATED = 6;

/** A session as it is kept now, or, with ?version=N, as it was then. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<SessionView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const { session: now, edition } = await sessionHere(locals, slug);
  const then = await versionAsked(locals, url, now);
  const session: Session = then ? { ...now, ...(then.content as SessionVersion) } : now;
  const editions = new Map((await allEditions(ctx.db)).map((one) => [one.id, one]));
  const related = await sessionsLike(ctx.db, now, RELATED);
  const href = sessionHref(reader, now.slug);
  return {
    href,
    kicker: translate(locale, 'editions.session-in', {
      format: translate(locale, `editions.format-${session.format}`),
      edition: editionName(edition, locale),
    }),
    edition: { label: editionName(edition, locale), href: editionHref(reader, edition.slug) },
    title: written(session.title, locale)!,
    summary: written(session.summary, locale),
    when: daysView(session, locale),
    place: cityName(session.place, locale),
    states: session.states.map((code) => stateLink(reader, code)),
    others: session.others,
    themes: session.themes.map((code) => themeLink(reader, code)),
    sdg: session.sdg.map((code) => sdgView(reader, code)),
    gcm: session.gcm.map((code) => ({ label: `${code} ${gcmLabel(code, locale)}`, href: `${prefix}/gcm/${code}` })),
    sources: session.sources.map(sourceView),
    heard: (await observationsOf(ctx.db, now.id)).flatMap(({ text }) => written(text, locale) ?? []),
    observeHref: mayEver(ctx.actor, 'observations.write')
      ? `${prefix}/observations/new?session=${encodeURIComponent(now.slug)}`
      : null,
    related: related.map((one) => sessionLine(reader, one, editionYears(editions.get(one.edition)!))),
    versionsHref: `${href}/versions`,
    version: then && {
      text: translate(locale, 'editions.reads-version', { number: then.number, when: dateText(then.at, locale) }),
      presentHref: href,
    },
    hidden: now.hidden,
    editHref: may(ctx.actor, 'editions.edit') ? `${href}/edit` : null,
    done: url.searchParams.has('saved') ? translate(locale, 'editions.saved') : null,
  };
};
