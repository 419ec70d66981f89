import { allThemes, themeLabel } from '#vocab/themes.ts';
import { may } from '#forum/people/index.ts';
import { allRecurrences } from '#forum/recollection/index.ts';
import { fold } from '#forum/search/index.ts';
import type { ThemesView } from '#ui/theme-views.ts';
import { columnsOf, rowOf, themeHref } from './names.ts';
import type { PageServerLoad } from './$types';

/** The longest that is looked for. */
const LONGEST = 100;

/** Every theme over the editions; with ?q= those whose name has these words, in whatever language. */
export const load: PageServerLoad = async ({ url, locals: { ctx, prefix } }): Promise<ThemesView> => {
  const reader = { locale: ctx.locale, prefix };
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST);
  const words = fold(q).split(/\s+/).filter(Boolean);
  const named = new Set(
    allThemes()
      .filter(({ code, label }) => {
        const names = fold([code, ...Object.values(label)].join(' '));
        return words.every((word) => names.includes(word));
      })
      .map(({ code }) => code),
  );
  const { editions, recurrences } = await allRecurrences(ctx.db);
  const shown = recurrences.filter(({ theme }) => named.has(theme));
  return {
    q,
    columns: columnsOf(reader, editions),
    rows: shown.filter(({ first }) => first !== null).map((one) => rowOf(reader, one)),
    others: shown
      .filter(({ first }) => first === null)
      .map(({ theme }) => ({ label: themeLabel(theme, ctx.locale), href: themeHref(reader, theme) })),
    downloads: ['docx', 'pdf', 'csv'].map((format) => ({ format, href: `${prefix}/themes.${format}` })),
    newHref: may(ctx.actor, 'themes.edit') ? `${prefix}/themes/new` : null,
  };
};
