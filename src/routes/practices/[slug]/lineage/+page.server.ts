import { directionOf } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type Lineage, lineageOf, type Practice, readIn, type Relative } from '#forum/practices/index.ts';
import { lineagePicture } from '#ui/lineage-picture.ts';
import type { LineageNodeView, LineageView } from '#ui/views.ts';
import { noPracticePage, practiceHere } from '../../../practice-here.ts';
import { namedView, practiceHref, type Reader, yearsText } from '../../../views.ts';
import type { PageServerLoad } from './$types';

/** Where a practice comes from and where it went: as a picture, and as lists within lists. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<LineageView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}/lineage`);
  if (!practice) return noPracticePage(locals, slug);
  const lineage = await lineageOf(ctx.db, practice);
  const { text, language } = readIn(locale, practice).title;
  const everybody = [{ practice, generation: 0 }, ...lineage.relatives];
  return {
    title: text,
    titleLang: language,
    href: practiceHref(reader, practice.slug),
    origins: branches(reader, lineage, practice, -1),
    taken: branches(reader, lineage, practice, 1),
    picture: lineagePicture(
      everybody.map(({ practice: one, generation }) => {
        const { href, lang, title, where } = namedView(reader, one);
        const fact = [where, yearsText(one, locale)].filter(Boolean).join(' · ');
        return { id: one.id, title, lang, fact, href, generation, replicates: one.replicates };
      }),
      locale,
    ),
    complete: lineage.complete,
    api: `${prefix}/api/v1/practices/${encodeURIComponent(practice.slug)}/lineage`,
  };
};

/** The practices one generation further on from one, each with those further on from it. */
function branches(reader: Reader, lineage: Lineage, from: Practice, step: 1 | -1): LineageNodeView[] {
  const next = lineage.relatives.filter(({ by, generation }) => by === from.id && Math.sign(generation) === step);
  return next.map((relative) => ({
    ...namedView(reader, relative.practice),
    years: yearsText(relative.practice, reader.locale),
    also: step === 1 ? alsoFrom(reader, lineage, relative) : null,
    next: branches(reader, lineage, relative.practice, step),
  }));
}

/** The practices of the lineage that one was replicated from besides the one it stands under. */
function alsoFrom(
  { locale }: Reader,
  { practice: here, relatives }: Lineage,
  { practice, by }: Relative,
): string | null {
  const everybody = [here, ...relatives.map((relative) => relative.practice)];
  const others = everybody.filter(({ id }) => id !== by && practice.replicates.includes(id));
  if (others.length === 0) return null;
  const names = others.map((other) => isolated(readIn(locale, other).title.text, readIn(locale, other).title.language));
  return translate(locale, 'lineage.also-from', { list: new Intl.ListFormat(locale).format(names) });
}

/** A name within a sentence of the other direction: Unicode Standard Annex 9, isolates. */
const isolated = (text: string, language: Parameters<typeof directionOf>[0]): string =>
  `${directionOf(language) === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069`;
