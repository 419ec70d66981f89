import { cityName } from '#vocab/cities.ts';
import { isWritten } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import {
  allBodies,
  balanceOf,
  type Body,
  friendsOn,
  membersOn,
  seatsOf,
  stateOn,
  statesAmong,
} from '#forum/governance/index.ts';
import { dayOf, holdersSeenBy, may } from '#forum/people/index.ts';
import type { BodyView } from '#ui/governance-views.ts';
import type { Reader } from '../../views.ts';
import { balanceView } from '../balance-views.ts';
import { bodyHere, stateText } from '../body-here.ts';
import { dayAsked, roughDayText } from '../day.ts';
import { holderViews } from '../holder-views.ts';
import { linesView } from '../lines.ts';
import { bodyHref, memberViews, namesOf, organisationsIn, sourceView, writtenView } from '../names.ts';
import { editionText, troikaHistory, troikaView } from '../troika-views.ts';
import type { PageServerLoad } from './$types';

/** One body: what it is for, who is in it on a day, who was when, and when it met. */
export const load: PageServerLoad = async ({ params, url, locals }): Promise<BodyView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const body = await bodyHere(locals, params.body);
  const { day, view } = dayAsked(locals, url);
  if (view.problem) locals.status = 400;
  const bodies = await allBodies(ctx.db, 'without-hidden');
  const names = namesOf(reader, await organisationsIn(locals, [body]), bodies);
  const editions = await allEditions(ctx.db);
  const isTroika = body.kind === 'troika';
  const { kinds } = seatsOf(body.kind);
  const mayEdit = may(ctx.actor, 'governance.edit');
  const here = bodyHref(reader, body.slug);
  return {
    name: writtenView(body.name, locale),
    kind: translate(locale, `governance.kind-${body.kind}`),
    mandate: isWritten(body.mandate) ? writtenView(body.mandate, locale) : null,
    facts: {
      setUp: body.from === null ? '' : roughDayText(body.from, locale),
      ended: body.last === null ? '' : roughDayText(body.last, locale),
    },
    sources: body.sources.map(sourceView),
    on: view,
    // That it works since it was set up is said beside it.
    state: stateOn(body, day) === 'works' ? '' : stateText(body, day, locale),
    members: kinds.length === 0 ? null : memberViews(reader, names, membersOn(body.terms, day)),
    membersTitle: translate(locale, body.kind === 'friends' ? 'governance.friends-title' : 'governance.members'),
    holders: await holdersOf(locals, body, day),
    troika: isTroika ? troikaView(reader, editions, day) : null,
    balance: balanceOn(locals, body, bodies, day),
    history: linesView(reader, names, body.terms, dayOf(ctx.now)),
    chairs: isTroika ? troikaHistory(reader, editions) : [],
    meetings: [...body.meetings].reverse().map((meeting) => {
      const edition = editions.find(({ number }) => number === meeting.edition);
      return {
        when: roughDayText(meeting.day, locale),
        edition: edition ? editionText(reader, edition) : '',
        place: cityName(meeting.place, locale),
        about: isWritten(meeting.about) ? writtenView(meeting.about, locale) : null,
        source: meeting.source && sourceView(meeting.source),
      };
    }),
    meets: body.kind !== 'support-unit',
    hidden: body.hiddenAt !== null,
    editHref: mayEdit ? `${here}/edit` : null,
    statesHref: mayEdit && kinds.includes('state') ? `${here}/states` : null,
    done: url.searchParams.has('saved')
      ? translate(locale, body.version === 1 ? 'governance.saved-first' : 'governance.saved')
      : null,
  };
};

/** The persons who hold the office of a body, where it has one: those who show their name. */
async function holdersOf({ ctx }: App.Locals, body: Body, day: string): Promise<BodyView['holders']> {
  const { locale } = ctx;
  if (body.kind !== 'mechanism' && body.kind !== 'support-unit') return null;
  const role = body.kind === 'mechanism' ? 'mechanism-coordinator' : 'support-unit';
  return {
    title: translate(locale, `governance.holders-${body.kind}`),
    now: holderViews(locale, await holdersSeenBy(ctx, { role, of: body.mechanism }), day, dayOf(ctx.now)),
    note: translate(locale, 'governance.holders-note'),
  };
}

/** The balance of the Steering Group on a day; null for all other bodies, and where nobody sits in it. */
function balanceOn({ ctx }: App.Locals, body: Body, bodies: readonly Body[], day: string): BodyView['balance'] {
  const states = statesAmong(membersOn(body.terms, day));
  if (body.kind !== 'steering-group' || states.length === 0) return null;
  return balanceView(ctx.locale, balanceOf(states, friendsOn(bodies, day)));
}
