import { error, redirect } from '@sveltejs/kit';
import { printPlaces } from '#vocab/places.ts';
import { withoutLanguage } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { hasOpenDraft, mergePractice, practiceToKeep } from '#forum/drafts/index.ts';
import {
  contentOf,
  differences,
  EMPTY_CONTENT,
  MAX_TEXT,
  type Practice,
  practiceAt,
  type PracticeContent,
  wholeCatalogue,
} from '#forum/practices/index.ts';
import type { MergedView, MergeView } from '#ui/review-views.ts';
import { textOf } from '../../../forms.ts';
import { reasonsOf } from '../../../similar.ts';
import { fieldText } from '../../../versions.ts';
import { practiceHref, type Reader } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many practices a search lists to choose from. */
const LISTED = 10;

function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

async function leaving(locals: App.Locals, slug: string): Promise<Practice> {
  const practice = await practiceToKeep(locals.ctx, slug);
  return practice && practice.standing !== 'withdrawn' ? practice : notThere(locals);
}

/** Choosing the practice that another is merged into: by search or address; then both side by side. */
export const load: PageServerLoad = async ({ locals, params, url }): Promise<MergeView> => {
  const { ctx, forum, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const goes = await leaving(locals, params.slug);
  const hereHref = `${practiceHref(reader, goes.slug)}/merge`;
  const q = (url.searchParams.get('q') ?? '').slice(0, MAX_TEXT);
  const into = url.searchParams.get('into') ?? slugIn(q);
  const chosen = into === null ? null : await practiceAt(ctx.db, into);
  const stays = chosen && chosen.id !== goes.id ? chosen : null;
  const listed = (practice: Practice, reasons: string[]) => ({
    ...mergedView(reader, practice),
    where: printPlaces(practice, locale),
    reasons,
    lookHref: `${hereHref}?${new URLSearchParams({ into: practice.slug })}`,
  });
  const search = async (): Promise<MergeView['found']> => {
    if (q === '') {
      const alike = await forum.search.similar(ctx.db, goes, ctx.now);
      const text = translate(locale, 'review.merge-alike');
      return { text, practices: alike.map((one) => listed(one.practice, reasonsOf(one, locale))) };
    }
    const filter = { ...wholeCatalogue(), q, perPage: LISTED };
    const { total, practices } = await forum.search.find(ctx.db, filter, ctx.now);
    return {
      text: translate(locale, 'review.merge-found', { count: total }),
      practices: practices.filter(({ id }) => id !== goes.id).map((practice) => listed(practice, [])),
    };
  };
  return {
    goes: mergedView(reader, goes),
    hereHref,
    q,
    problem: into !== null && stays === null ? translate(locale, 'review.merge-not-there') : null,
    found: stays ? null : await search(),
    chosen: stays && {
      slug: stays.slug,
      stays: mergedView(reader, stays),
      otherWayHref:
        goes.standing === 'published'
          ? `${practiceHref(reader, stays.slug)}/merge?${new URLSearchParams({ into: goes.slug })}`
          : null,
      openDraft: await hasOpenDraft(ctx, goes.id),
      rows: rowsOf(goes, stays, locale),
    },
  };
};

/** The last part of an address of a practice here, where that is what was typed. */
function slugIn(typed: string): string | null {
  const address = URL.parse(typed.trim(), 'http://here/');
  if (!/^(https?:\/\/|\/)/.test(typed.trim()) || !address) return null;
  const slug = /^\/practices\/([^/]+)/.exec(withoutLanguage(address.pathname).path)?.[1];
  if (slug === undefined) return null;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

const mergedView = (reader: Reader, { title, language, slug }: Practice): MergedView => ({
  title,
  lang: language,
  href: practiceHref(reader, slug),
});

/** Both field by field, without those in which neither says anything. */
function rowsOf(goes: Practice, stays: Practice, locale: Reader['locale']) {
  const differing = differences(contentOf(goes), contentOf(stays)).map(({ field }) => field);
  return (Object.keys(EMPTY_CONTENT) as (keyof PracticeContent)[]).flatMap((field) => {
    const [one, other] = [fieldText(field, goes, locale), fieldText(field, stays, locale)];
    if (one === '' && other === '') return [];
    const label = translate(locale, `site.field-${field}`);
    return [{ label, goes: one, stays: other, differs: differing.includes(field) }];
  });
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { ctx, prefix } = locals;
    const goes = await leaving(locals, params.slug);
    const stays = await practiceAt(ctx.db, textOf(await request.formData(), 'into'));
    const merged = stays && (await mergePractice(ctx, goes.id, stays.id));
    if (!merged) notThere(locals);
    redirect(303, `${practiceHref({ locale: ctx.locale, prefix }, merged.slug)}/keep?done=merged`);
  },
};
