import { countryName } from '#vocab/countries.ts';
import type { Complaint } from '#platform/problem.ts';
import type { Edition } from '#forum/editions/index.ts';
import {
  balanceOf,
  type Body,
  friendsOn,
  membersOn,
  readWholeDay,
  stateOn,
  statesAmong,
  type Term,
  troikaOn,
} from '#forum/governance/index.ts';
import { dayOf, mechanismName, nameIn, type Organisation } from '#forum/people/index.ts';

/** All that the answers of the API about bodies are made of. */
export interface Known {
  locals: App.Locals;
  day: string;
  editions: readonly Edition[];
  organisations: ReadonlyMap<string, Organisation>;
  bodies: readonly Body[];
}

/** The day a program asks for, today where it asks for none; every other parameter is refused by its name. */
export function dayOfQuery({ ctx }: App.Locals, url: URL): { day: string; complaints: Complaint[] } {
  const complaints: Complaint[] = [...new Set(url.searchParams.keys())]
    .filter((name) => name !== 'on')
    .map((name) => ({ name, notice: { key: 'problems.unknown-parameter', values: { name: name.slice(0, 80) } } }));
  const asked = url.searchParams.getAll('on');
  if (asked.length > 1)
    complaints.push({ name: 'on', notice: { key: 'problems.given-twice', values: { name: 'on' } } });
  const day = asked[0] === undefined ? dayOf(ctx.now) : readWholeDay(asked[0]);
  if (day === null)
    complaints.push({
      name: 'on',
      notice: { key: 'governance.bad-whole-day', values: { text: asked[0]!.slice(0, 40) } },
    });
  return { day: day ?? dayOf(ctx.now), complaints };
}

/** A body in a list: what it is, and who is in it on the day. */
export function bodyLine(known: Known, body: Body) {
  const { slug, kind, name, mandate, mechanism, from, last } = body;
  const { locals, day } = known;
  return {
    slug,
    kind,
    name,
    mandate,
    mechanism,
    from,
    last,
    state: stateOn(body, day),
    on: day,
    members:
      kind === 'troika' ? troikaMembers(known) : membersOn(body.terms, day).map((term) => memberItem(known, term)),
    url: `${locals.forum.settings.origin}/governance/${encodeURIComponent(slug)}`,
  };
}

/** A body with all that is known of it. Of persons there is nothing in it. */
export function bodyItem(known: Known, body: Body) {
  const { terms, meetings, sources, updatedAt } = body;
  const friends = friendsOn(known.bodies, known.day);
  return {
    ...bodyLine(known, body),
    terms: terms.map((term) => memberItem(known, term)),
    meetings: meetings.map(({ id: _, ...meeting }) => meeting),
    sources,
    ...(body.kind === 'steering-group' && {
      balance: balanceOf(statesAmong(membersOn(terms, known.day)), friends),
    }),
    updatedAt: updatedAt.toISOString(),
  };
}

/** A member by the address of an organisation, the code of a state or the name of a mechanism. */
function memberItem({ locals: { ctx }, organisations }: Known, { member, part, from, last }: Term) {
  const { kind, of } = member;
  const organisation = organisations.get(of);
  const name =
    kind === 'state'
      ? countryName(of, ctx.locale)
      : kind === 'mechanism'
        ? mechanismName(ctx.locale, of as Parameters<typeof mechanismName>[1])
        : organisation
          ? nameIn(organisation, ctx.locale)
          : '';
  return { kind, of: kind === 'organisation' ? (organisation?.slug ?? '') : of, name, part, from, last };
}

/** The Troika, derived. Since when a chair leads is the edition's to say. */
function troikaMembers({ locals: { ctx }, editions, day }: Known) {
  const troika = troikaOn(editions, day)?.troika;
  return (['previous', 'current', 'next'] as const).flatMap((part) =>
    (troika?.[part] ?? []).map((of) => ({
      kind: 'state' as const,
      of,
      name: countryName(of, ctx.locale),
      part,
      from: null,
      last: null,
    })),
  );
}
