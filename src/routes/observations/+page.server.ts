import { textIn } from '#vocab/texts.ts';
import { allEditions } from '#forum/editions/index.ts';
import { type Observation, observationsIn, type Stage, STAGES } from '#forum/observations/index.ts';
import { allSessions, findSessions, sessionsWithIds } from '#forum/programme/index.ts';
import { translate } from '#platform/languages.ts';
import { editionName, editionYears, written } from '../forum/names.ts';
import { pageLinks } from '../page-links.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 30;
/** As many of the latest sessions as are offered to write for. */
const OFFERED = 100;

/** What was heard, in one of its states; and the sessions for which more can be written down. */
export const load: PageServerLoad = async ({ url, locals: { ctx, prefix } }) => {
  const { locale } = ctx;
  const stage = STAGES.find((one) => one === url.searchParams.get('stage')) ?? 'draft';
  const page = Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get('page') ?? '')?.[0] ?? 1);
  const { total, observations } = await observationsIn(ctx.db, stage, { page, perPage: PER_PAGE });
  const editions = await allEditions(ctx.db);
  const present = editions.find((edition) => edition.stage === 'current') ?? editions.at(-1);
  const offered = present
    ? (await findSessions(ctx.db, { ...allSessions(), editions: [present.id], perPage: OFFERED })).sessions
    : [];
  const heard = await sessionsWithIds(
    ctx.db,
    observations.map(({ session }) => session),
  );
  const titles = new Map(heard.map(({ id, title }) => [id, textIn(title, locale).text]));
  const years = new Map(editions.map((edition) => [edition.id, editionYears(edition)]));
  const inEdition = new Map(heard.map(({ id, edition }) => [id, years.get(edition) ?? '']));
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const hrefOf = (wanted: Stage, at: number) => `${prefix}/observations?stage=${wanted}${at > 1 ? `&page=${at}` : ''}`;
  return {
    stages: STAGES.map((one) => ({
      label: translate(locale, `observations.stage-${one}`),
      href: hrefOf(one, 1),
      here: one === stage,
    })),
    observations: observations.map((one: Observation) => ({
      href: `${prefix}/observations/${one.id}`,
      text: written(one.text, locale)!,
      session: [titles.get(one.session), inEdition.get(one.session)].filter(Boolean).join(' · '),
    })),
    links: pageLinks(page, pages, (at) => hrefOf(stage, at)),
    edition: present ? editionName(present, locale) : '',
    sessions: offered.map((session) => ({ value: session.slug, label: textIn(session.title, locale).text })),
  };
};
