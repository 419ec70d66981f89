import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import {
  allBodies,
  balanceOf,
  BODY_KINDS,
  type Body,
  membersOn,
  stateOn,
  statesAmong,
} from '#forum/governance/index.ts';
import { holdersSeenBy, may } from '#forum/people/index.ts';
import type { BodyLineView, GovernanceView } from '#ui/governance-views.ts';
import type { Reader } from '../views.ts';
import { balanceView } from './balance-views.ts';
import { stateText } from './body-here.ts';
import { dayAsked } from './day.ts';
import { bodyHref, namesOf, organisationsIn, writtenView } from './names.ts';
import { troikaView } from './troika-views.ts';
import type { PageServerLoad } from './$types';

/** As many names as a line of the overview carries. */
const MOST_NAMES = 6;
/** As what those sit in a body who are named before all others. */
const OFFICES = ['chair', 'co-chair', 'coordinator'] as const;

/** Who leads the Forum, who steers it with them and who takes part, on one day. */
export const load: PageServerLoad = async ({ url, locals }): Promise<GovernanceView> => {
  const { ctx, prefix } = locals;
  const reader: Reader = { locale: ctx.locale, prefix };
  const { day, view } = dayAsked(locals, url);
  if (view.problem) locals.status = 400;
  const mayEdit = may(ctx.actor, 'governance.edit');
  const all = await allBodies(ctx.db, mayEdit ? 'with-hidden' : 'without-hidden');
  const bodies = all.filter(({ hiddenAt }) => hiddenAt === null);
  const names = namesOf(reader, await organisationsIn(locals, bodies), bodies);
  const troika = bodies.find(({ kind }) => kind === 'troika');
  const query = view.words === null ? '' : `?on=${day}`;
  const line = async (body: Body): Promise<BodyLineView> => ({
    href: bodyHref(reader, body.slug) + query,
    name: writtenView(body.name, ctx.locale),
    state: stateText(body, day, ctx.locale),
    who: await whoText(locals, body, day, (term) => names(term.member).name),
  });
  return {
    on: view,
    troika: {
      href: troika ? bodyHref(reader, troika.slug) + query : null,
      name: translate(ctx.locale, 'governance.kind-troika'),
      view: troikaView(reader, await allEditions(ctx.db), day),
    },
    groups: await Promise.all(
      BODY_KINDS.filter((kind) => kind !== 'troika').map(async (kind) => ({
        kind,
        label: translate(ctx.locale, `governance.kinds-${kind}`),
        bodies: await Promise.all(
          bodies.filter((body) => body.kind === kind && stateOn(body, day) !== 'not-yet').map(line),
        ),
      })),
    ),
    any: bodies.length > 0,
    mayEdit,
    hidden: all
      .filter(({ hiddenAt }) => hiddenAt !== null)
      .map(({ slug, name }) => ({ href: bodyHref(reader, slug), name: writtenView(name, ctx.locale).text })),
  };
};

/** Who is in a body on a day: those with an office by name, the others by their number or, where they are few, by name. */
async function whoText(
  { ctx }: App.Locals,
  body: Body,
  day: string,
  nameOf: (term: Body['terms'][number]) => string,
): Promise<string[]> {
  const { locale } = ctx;
  const list = (items: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
  const present = membersOn(body.terms, day);
  const officers = present.filter(({ part }) => OFFICES.some((office) => office === part));
  const said: string[] = [];
  for (const part of OFFICES) {
    const terms = officers.filter((term) => term.part === part);
    if (terms.length === 0) continue;
    said.push(
      translate(locale, 'governance.who-part', {
        part: translate(locale, `governance.parts-${part}`),
        list: list(terms.map(nameOf)),
      }),
    );
  }
  const others = present.length - officers.length;
  if (others > 0 && others <= MOST_NAMES && officers.length === 0) said.push(list(present.map(nameOf)));
  else if (others > 0) {
    const states = statesAmong(present).length;
    const key = states === others ? 'governance.states-count' : 'governance.members-count';
    said.push(translate(locale, key, { count: others, states }));
  }
  if (body.kind === 'steering-group' && others > 0)
    said.push(...balanceView(locale, balanceOf(statesAmong(present))).words);
  if (body.kind === 'mechanism' || body.kind === 'support-unit') {
    const role = body.kind === 'mechanism' ? 'mechanism-coordinator' : 'support-unit';
    const holders = await holdersSeenBy(ctx, { role, of: body.mechanism });
    const now = holders.filter(({ from, until }) => from <= day && (until === null || day < until));
    if (now.length > 0) said.push(list(now.map(({ shown }) => shown.name!)));
    else if (body.kind === 'support-unit') said.push(translate(locale, 'governance.holders-none'));
  }
  return said;
}
