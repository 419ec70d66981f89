import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { allBodies, type Body, membersOn, stateOn, troikaOn } from '#forum/governance/index.ts';
import { dayOf } from '#forum/people/index.ts';
import type { LinkView, PlaceInForumView } from '#ui/views.ts';
import { editionHref, editionName } from '../forum/names.ts';
import { bodyHref } from '../governance/names.ts';

/** In which bodies a state sits today and which editions it has chaired, in two queries; null where it is neither. */
export async function placeInForum({ ctx, prefix }: App.Locals, state: string): Promise<PlaceInForumView | null> {
  const { db, locale, now } = ctx;
  const reader = { locale, prefix };
  const [editions, bodies] = await Promise.all([allEditions(db), allBodies(db, 'without-hidden')]);
  const today = dayOf(now);
  const led = troikaOn(editions, today)?.troika;
  const seat = led && (['current', 'previous', 'next'] as const).find((one) => led[one].includes(state));

  /** As what it sits in a body today, in words; null where it does not. */
  const partIn = (body: Body): string | null => {
    if (body.kind === 'troika') return seat ? translate(locale, `governance.part-${seat}`) : null;
    if (stateOn(body, today) !== 'works') return null;
    const term = membersOn(body.terms, today).find(({ member }) => member.kind === 'state' && member.of === state);
    if (!term) return null;
    return term.part === 'member' ? '' : translate(locale, `governance.part-${term.part}`);
  };
  const sits = bodies.flatMap((body) => {
    const part = partIn(body);
    if (part === null) return [];
    return [{ label: textIn(body.name, locale).text, href: bodyHref(reader, body.slug), part }];
  });
  const chaired: LinkView[] = editions
    .filter(({ chairs }) => chairs.includes(state))
    .map((edition) => ({ label: editionName(edition, locale), href: editionHref(reader, edition.slug) }));
  return sits.length + chaired.length > 0 ? { sits, chaired } : null;
}
