import { isWritten, textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { allEditions, type Edition, type EditionVersion } from '#forum/editions/index.ts';
import { may } from '#forum/people/index.ts';
import { type PracticeFilter, type Source, wholeCatalogue } from '#forum/practices/index.ts';
import { FORMATS, type Session, sessionsOf } from '#forum/programme/index.ts';
import { surveysBehind } from '#forum/survey/index.ts';
import type { EditionView } from '#ui/forum-views.ts';
import type { LinkView } from '#ui/views.ts';
import { cardView, catalogueHref, dateText, type Reader } from '../../views.ts';
import { editionHere, noEdition } from '../edition-here.ts';
import { versionAsked } from '../kept-versions.ts';
import {
  daysView,
  editionHref,
  editionName,
  editionPlace,
  editionYears,
  sessionHref,
  sessionLine,
  sourceView,
  stateLink,
  statesText,
  themeLink,
  troikaView,
  written,
} from '../names.ts';
import type { PageServerLoad } from './$types';

/** As many of its practices as an edition's page shows. */
const CARDS = 4;

/** An edition as it is kept now, or, with ?version=N, as it was then. */
export const load: PageServerLoad = async ({ params: { year }, url, locals }): Promise<EditionView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const now = (await editionHere(locals, url, year, (slug) => `/forum/${slug}`)) ?? noEdition(locals, year);
  const then = await versionAsked(locals, url, now);
  const edition: Edition = then ? { ...now, ...(then.content as EditionVersion) } : now;
  const editions = await allEditions(ctx.db);
  const host = may(ctx.actor, 'editions.edit');
  const sessions = await sessionsOf(ctx.db, edition.id, host ? 'hidden' : 'shown');
  const href = editionHref(reader, edition.slug);
  const at = editions.findIndex(({ id }) => id === edition.id);
  return {
    href,
    kicker: translate(locale, 'editions.kicker', {
      number: translate(locale, 'editions.number', { number: edition.number }),
      years: editionYears(edition),
    }),
    title: written(edition.theme, locale) ?? { text: editionName(edition, locale), language: locale },
    summary: written(edition.summary, locale),
    chairs: edition.chairs.map((code) => stateLink(reader, code)),
    troika: troikaView(reader, editions, now.number),
    place: editionPlace(edition, locale),
    when: daysView(edition, locale),
    stage: translate(locale, `editions.stage-${edition.stage}`),
    chosenFrom: (await surveysBehind(ctx.db, edition.id)).map(({ slug, title, published }) => ({
      title: textIn(title, locale),
      href: published ? `${prefix}/surveys/${encodeURIComponent(slug)}/results` : null,
    })),
    subThemes: edition.subThemes.flatMap(({ title, themes }) => {
      const text = written(title, locale);
      return text ? [{ title: text, themes: themes.map((code) => themeLink(reader, code)) }] : [];
    }),
    sessions: byFormat(
      reader,
      sessions.filter(({ hidden }) => !hidden),
    ),
    hiddenSessions: sessions
      .filter(({ hidden }) => hidden)
      .map((session) => ({
        label: written(session.title, locale)?.text ?? session.slug,
        href: sessionHref(reader, session.slug),
      })),
    innovations: edition.innovations.flatMap(({ text, source }) => {
      const said = written(text, locale);
      return said ? [{ text: said, source: source && sourceView(source) }] : [];
    }),
    practices: await practicesOf(locals, reader, edition),
    outcome: isWritten(edition.outcome) ? written(edition.outcome, locale) : null,
    sources: edition.sources.map(sourceView),
    calendarHref: `${prefix}/calendar/${encodeURIComponent(edition.slug)}.ics`,
    versionsHref: `${href}/versions`,
    around: { before: neighbour(reader, editions[at - 1]), after: neighbour(reader, editions[at + 1]) },
    version: then && {
      text: translate(locale, 'editions.reads-version', { number: then.number, when: dateText(then.at, locale) }),
      presentHref: href,
    },
    editHref: host ? `${href}/edit` : null,
    newSessionHref: host ? `${href}/sessions/new` : null,
    done: doneText(url, locals),
  };
};

function doneText(url: URL, { ctx: { locale } }: App.Locals): string | null {
  const done = (['saved', 'opened', 'closed'] as const).find((one) => url.searchParams.has(one));
  return done ? translate(locale, `editions.${done}`) : null;
}

function neighbour(reader: Reader, edition: Edition | undefined): LinkView | null {
  if (!edition) return null;
  return {
    label: `${editionYears(edition)} · ${statesText(edition.chairs, reader.locale)}`,
    href: editionHref(reader, edition.slug),
  };
}

/** The sessions of a programme by their format, in the order of formats. */
function byFormat(reader: Reader, sessions: readonly Session[]): EditionView['sessions'] {
  return FORMATS.map((format) => ({
    format: translate(reader.locale, `editions.format-${format}`),
    sessions: sessions.filter((session) => session.format === format).map((session) => sessionLine(reader, session)),
  })).filter((group) => group.sessions.length > 0);
}

/**
 * The practices that came from an edition: those recorded under one of its years, and those of its roundtables that a later annex took in
 * (the annex of 2020 has a part "2019 Roundtables").
 */
async function practicesOf(
  { ctx, forum }: App.Locals,
  reader: Reader,
  { years }: Edition,
): Promise<EditionView['practices']> {
  const isOf = ({ edition, label }: Source) => years.includes(Number(/^(20\d\d) /.exec(label)?.[1] ?? edition));
  const sources = [...(await forum.search.sources(ctx.db, ctx.now))].filter(([, source]) => isOf(source));
  const whole = wholeCatalogue();
  const source = sources.map(([code]) => code).sort();
  const filter: PracticeFilter = { ...whole, selections: { ...whole.selections, source } };
  if (source.length === 0) return { cards: [], total: 0, href: catalogueHref(reader, whole) };
  const { total, practices } = await forum.search.find(ctx.db, { ...filter, perPage: CARDS }, ctx.now);
  return {
    cards: practices.map((practice) => cardView(reader, practice)),
    total,
    href: catalogueHref(reader, filter),
  };
}
