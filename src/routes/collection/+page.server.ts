import { redirect } from '@sveltejs/kit';
import { CITATION_FORMATS, EXPORT_FORMATS } from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import type { CollectionView } from '#ui/views.ts';
import { addressOf, found, keep, keptIn, MOST_COMPARED, MOST_KEPT, namedIn } from '../collection.ts';
import { ownPath } from '../own-path.ts';
import { cardView } from '../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** The collection of this browser, or, with ?p=…, one that somebody has sent. */
export const load: PageServerLoad = async ({ url, locals, cookies, setHeaders }): Promise<CollectionView> => {
  const { ctx, prefix, forum } = locals;
  const sent = namedIn(url.searchParams, MOST_KEPT);
  const { practices, missing } = await found(locals, sent.length > 0 ? sent : keptIn(cookies));
  const query = addressOf(practices.map(({ slug }) => slug));
  setHeaders({ 'cache-control': 'private, no-cache' });
  return {
    own: sent.length === 0,
    practices: practices.map((practice) => ({
      slug: practice.slug,
      card: cardView({ locale: ctx.locale, prefix }, practice),
    })),
    missing,
    mostCompared: MOST_COMPARED,
    address: `${forum.settings.origin}${prefix}/collection?${query}`,
    downloads: [...HANDOUT_FORMATS, ...EXPORT_FORMATS, ...CITATION_FORMATS.filter((format) => format !== 'json')].map(
      (format) => ({
        format,
        href: `${prefix}/collection.${format}?${query}`,
      }),
    ),
  };
};

/** Goes on to where the reader was. */
function onwards({ prefix }: App.Locals, back: FormDataEntryValue | null): never {
  redirect(303, prefix + ownPath(back, '/collection'));
}

const slugsOf = (form: FormData): string[] => form.getAll('p').filter((slug) => typeof slug === 'string');

/** What a reader does with the collection of this browser; nothing of it reaches the database. */
export const actions: Actions = {
  keep: async (event) => {
    const { request, cookies, locals } = event;
    const form = await request.formData();
    const { practices } = await found(locals, namedIn(new URLSearchParams(addressOf(slugsOf(form))), MOST_KEPT));
    keep(event, [...keptIn(cookies), ...practices.map(({ slug }) => slug)]);
    onwards(locals, form.get('back'));
  },
  drop: async (event) => {
    const { request, cookies, locals } = event;
    const form = await request.formData();
    const dropped = slugsOf(form);
    keep(
      event,
      keptIn(cookies).filter((slug) => !dropped.includes(slug)),
    );
    onwards(locals, form.get('back'));
  },
};
