import { error, fail, redirect } from '@sveltejs/kit';
import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import { GROUPS, groupLabel } from '#vocab/groups.ts';
import { translate } from '#platform/languages.ts';
import {
  allBodies,
  balanceOf,
  changeMembership,
  dayBefore,
  friendsOn,
  membersOn,
  readWholeDay,
  seatsOf,
  statesAmong,
  statesAround,
  withMembers,
} from '#forum/governance/index.ts';
import { dayOf } from '#forum/people/index.ts';
import type { StatesChangeView } from '#ui/governance-views.ts';
import { problemsOf, textOf } from '../../../forms.ts';
import { balanceView } from '../../balance-views.ts';
import { bodyHere, noBody } from '../../body-here.ts';
import { bodyHref, writtenView } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

/** A change of the states in a body, tried: what the address proposes, and what would come of it. Nothing is stored. */
export const load: PageServerLoad = async ({ params, url, locals }): Promise<StatesChangeView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const body = await bodyHere(locals, params.body);
  if (!seatsOf(body.kind).kinds.includes('state'))
    error(404, { message: translate(locale, 'problems.not-found'), detail: translate(locale, 'governance.no-states') });
  const sent = {
    day: url.searchParams.get('day') ?? dayOf(ctx.now),
    add: url.searchParams.getAll('add'),
    remove: url.searchParams.getAll('remove'),
  };
  const proposed = sent.add.length + sent.remove.length > 0;
  const made = proposed ? withMembers(body, sent, () => 'proposed') : null;
  const problems = made && 'complaints' in made ? problemsOf(locals, made.complaints) : {};
  if (Object.keys(problems).length > 0) locals.status = 400;
  const day = readWholeDay(sent.day) ?? dayOf(ctx.now);
  const present = statesAmong(membersOn(body.terms, dayBefore(day)));
  const by = compareCountries(locale);
  const choice = (value: string, chosen: readonly string[]) => ({
    value,
    label: countryName(value, locale),
    chosen: chosen.includes(value),
  });
  const named = (codes: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      [...codes].sort(by).map((code) => countryName(code, locale)),
    );
  const friends = friendsOn(await allBodies(ctx.db, 'without-hidden'), day);
  const balance = (states: readonly string[]) =>
    body.kind === 'steering-group' ? balanceView(locale, balanceOf(states, friends)) : null;
  const around = made && 'terms' in made ? statesAround(body.terms, made.terms, day) : null;
  return {
    href: bodyHref({ locale, prefix }, body.slug),
    name: writtenView(body.name, locale).text,
    version: body.version,
    day: problems['day'] ? sent.day.slice(0, 40) : day,
    members: present.toSorted(by).map((state) => choice(state, sent.remove)),
    groups: [...GROUPS.map(({ code }) => code), null].map((group) => {
      const states = AREAS.filter((area) => area.group === group && (group !== null || area.state === 'observer'))
        .map(({ code }) => code)
        .filter((code) => !present.includes(code))
        .toSorted(by)
        .map((state) => choice(state, sent.add));
      return {
        label: group === null ? translate(locale, 'governance.group-none') : groupLabel(group, locale),
        chosen: states.filter(({ chosen }) => chosen).length,
        states,
      };
    }),
    problems,
    outcome: around && {
      leave: named(sent.remove),
      join: named(sent.add),
      before: balance(around.before),
      after: balance(around.after),
      query: url.search,
      add: [...new Set(sent.add)],
      remove: [...new Set(sent.remove)],
    },
  };
};

export const actions: Actions = {
  default: async ({ params, locals, request }) => {
    const data = await request.formData();
    const texts = (name: string) => data.getAll(name).filter((one): one is string => typeof one === 'string');
    const change = { day: textOf(data, 'day'), add: texts('add'), remove: texts('remove') };
    const changed = await changeMembership(locals.ctx, params.body, Number(textOf(data, 'version')) || 0, change);
    if (changed === false) noBody(locals.ctx, params.body);
    if ('complaints' in changed) return fail(400, { problems: problemsOf(locals, changed.complaints) });
    redirect(
      303,
      `${bodyHref({ locale: locals.ctx.locale, prefix: locals.prefix }, changed.slug)}?saved=1&on=${change.day}`,
    );
  },
};
