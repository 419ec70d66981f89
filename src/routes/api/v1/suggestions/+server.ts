import { isLocale, type Locale } from '#vocab/language.ts';
import { LONGEST_CELL, TRANSLATED, type TranslatedField } from '#forum/practices/index.ts';
import { NOTHING, type Suggestion } from '#forum/suggestions/index.ts';
import { fieldsOf } from '../../body.ts';
import { tooOften } from '../../caller.ts';
import { PRIVATE } from '../../draft-json.ts';
import type { RequestHandler } from './$types';

const textIn = (value: unknown): string | undefined => {
  if (value === null) return '';
  return typeof value === 'string' && value.isWellFormed() && value.length <= LONGEST_CELL ? value : undefined;
};
const TEXTS = Object.fromEntries(TRANSLATED.map((field) => [field, textIn])) as Record<TranslatedField, typeof textIn>;
const languageIn = (value: unknown): Locale | null | undefined =>
  value === null ? null : isLocale(value as string) ? (value as Locale) : undefined;

/** What a text may be about, each with the words that made it so. Nothing of it is kept. */
export const POST: RequestHandler = async (event) => {
  const { ctx, forum } = event.locals;
  const minutes = await forum.limits.count('suggestion', ctx.actor.account ?? '');
  if (minutes !== null) return tooOften(ctx.locale, minutes);
  const read = await fieldsOf(event, { ...TEXTS, language: languageIn });
  if (read instanceof Response) return read;
  const language = read.said.language ?? ctx.locale;
  const texts = TRANSLATED.map((field) => ({ field, text: read.said[field], language }));
  const found = await forum.suggester.suggest(ctx.db, { texts, already: NOTHING, practice: null });
  const list = (suggestions: readonly Suggestion[]) =>
    suggestions.map(({ code, confidence, explicit, words }) => ({
      code,
      confidence,
      explicit,
      words: words.map(({ field, words: said }) => ({ field, words: said })),
    }));
  return Response.json(
    {
      sdg: list(found.sdg),
      gcm: list(found.gcm),
      themes: list(found.themes),
      countries: list(found.countries),
      regions: list(found.regions),
      places: list(found.places),
      start: list(found.start),
      ongoing: list(found.ongoing),
      duplicates: found.duplicates.map(({ id, slug, title, alike }) => ({ id, slug, title, alike })),
    },
    { headers: PRIVATE },
  );
};
