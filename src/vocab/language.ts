/** The four languages of the Forum's documents; the order is the order in which they are offered. */
export const LOCALES = ['en', 'fr', 'es', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** A name in the Forum's languages. English is always there; another language falls back to it. */
export interface Label {
  en: string;
  fr?: string;
  es?: string;
  ar?: string;
}

/** The name in `locale`, in English where it has not been translated yet. */
export function labelIn(label: Label, locale: Locale): string {
  return label[locale] ?? label.en;
}

/** Writing direction of a language. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** Whether a text names one of our languages. */
export function isLocale(text: string | undefined | null): text is Locale {
  return LOCALES.includes(text as Locale);
}

/** A path apart from the language it begins with: "/fr/practices" is "/practices" in French. */
export function withoutLanguage(pathname: string): { locale: Locale | null; path: string } {
  const [, first, rest] = /^\/([a-z]{2})(\/.*)?$/.exec(pathname) ?? [];
  return isLocale(first) ? { locale: first, path: rest ?? '/' } : { locale: null, path: pathname };
}

/**
 * The first of our languages that a reader prefers, by an Accept-Language header (RFC 9110, section 12.5.4): the highest
 * quality first, the earlier of two with the same. Null where none of ours is wanted.
 */
export function preferredLocale(header: string | null): Locale | null {
  const wanted = (header ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), order };
  });
  wanted.sort((a, b) => b.quality - a.quality || a.order - b.order);
  return (
    wanted.map(({ language, quality }) => (quality > 0 && isLocale(language) ? language : null)).find(Boolean) ?? null
  );
}
