import type { Locale } from '#vocab/language.ts';
import { QUOTES } from './limits.ts';
import type { Already, DraftText, Suggestion } from './model.ts';
import { quoteOf } from './quotes.ts';

/** What texts say of when: the year it began, and that it goes on. */
export interface When {
  start: Suggestion[];
  ongoing: Suggestion[];
}

/** Words that say of a year that something began in it, or of something that it goes on, in each language. */
const BEGAN: Record<Locale, string> = {
  en: 'launched|started|starting|began|begun|beginning|established|created|founded|introduced|adopted|enacted|initiated|implemented|running|operating|operational|set up|in force|into force|into effect|in place|inception',
  fr: 'lancée?s?|débutée?s?|démarrée?s?|commencée?s?|commence|créée?s?|fondée?s?|établie?s?|instituée?s?|adoptée?s?|introduite?s?|mise? en place|mises? en œuvre|en vigueur',
  es: 'lanzad[oa]s?|lanzó|inici[óo]|iniciad[oa]s?|comenzó|empezó|cread[oa]s?|creó|fundad[oa]s?|establecid[oa]s?|estableció|adoptad[oa]s?|adoptó|introducid[oa]s?|puest[oa]s? en marcha|en vigor',
  ar: 'أطلق|أطلقت|انطلق|انطلقت|بدأ|بدأت|أنشئ|أنشئت|تأسس|تأسست|اعتمد|اعتمدت|إطلاق|إنشاء|اعتماد|دخل حيز النفاذ|دخلت حيز النفاذ',
};
const SINCE: Record<Locale, string> = { en: 'since', fr: 'depuis', es: 'desde', ar: 'منذ' };
const GOES_ON: Record<Locale, string> = {
  en: 'ongoing|on-going|to date|to this day|continues to|is still|are still|until now|up to now',
  fr: "en cours|se poursuit|se poursuivent|à ce jour|jusqu[’']à présent|jusqu[’']à ce jour|toujours en vigueur",
  es: 'en curso|en marcha|hasta la fecha|hasta hoy|continúa|continúan|sigue vigente|siguen vigentes',
  ar: 'لا يزال|لا تزال|ما زال|ما زالت|مستمر|مستمرة|جار|جارية|حتى الآن|إلى اليوم',
};

const YEAR = '(?<year>(?:19|20|[١٢][٩٠])[0-9٠-٩]{2})';
const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
/** Between the word and its year: a few words of the same sentence ("launched by the ministry in March 2015"), no other number. */
const BETWEEN = '[^\\p{N}.;:!?؟؛\\n]{1,40}?';

const each = (pattern: (locale: Locale) => string): Record<Locale, RegExp> => ({
  en: new RegExp(pattern('en'), 'giu'),
  fr: new RegExp(pattern('fr'), 'giu'),
  es: new RegExp(pattern('es'), 'giu'),
  ar: new RegExp(pattern('ar'), 'giu'),
});
/** The ways to say it, each with how sure one is. */
const STARTS: { pattern: Record<Locale, RegExp>; sure: number; goesOn: boolean }[] = [
  { pattern: each((locale) => `${EDGE}(?:${BEGAN[locale]})${END}${BETWEEN}${YEAR}${END}`), sure: 0.8, goesOn: false },
  { pattern: each((locale) => `${EDGE}(?:${SINCE[locale]})${END}${BETWEEN}${YEAR}${END}`), sure: 0.7, goesOn: true },
  { pattern: each(() => `${EDGE}${YEAR}\\s?[-–—/]\\s?(?:20|٢٠)?[0-9٠-٩]{2}${END}`), sure: 0.6, goesOn: false },
];
const CONTINUES = each((locale) => `${EDGE}(?:${GOES_ON[locale]})${END}`);
/** Years before are history; no more places than these are read. */
const EARLIEST = 1945;
const MOST_READ = 100;
const LATIN = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));

/**
 * The year something began and whether it goes on, each with the words that say so; the earliest of years that are said equally
 * surely. Nothing of what the draft carries, and not that it goes on where an end is known.
 */
export function whenSaid(texts: readonly DraftText[], already: Pick<Already, 'start' | 'end' | 'ongoing'>): When {
  const years = new Map<string, Suggestion>();
  const ongoing: Suggestion = { code: 'yes', confidence: 0, explicit: true, words: [], practices: [] };
  const say = (one: Suggestion, confidence: number, text: DraftText, start: number, end: number) => {
    one.confidence = Math.max(one.confidence, confidence);
    if (one.words.length < QUOTES) one.words.push(quoteOf(text, start, end));
  };
  for (const text of texts) {
    for (const { pattern, sure, goesOn } of STARTS) {
      for (const match of text.text.matchAll(pattern[text.language]).take(MOST_READ)) {
        const year = LATIN(match.groups!.year!);
        if (Number(year) < EARLIEST) continue;
        const one = years.get(year) ?? { ...ongoing, code: year, confidence: 0, words: [] };
        say(one, sure, text, match.index, match.index + match[0].length);
        years.set(year, one);
        if (goesOn) say(ongoing, 0.5, text, match.index, match.index + match[0].length);
      }
    }
    for (const match of text.text.matchAll(CONTINUES[text.language]).take(MOST_READ))
      say(ongoing, 0.6, text, match.index, match.index + match[0].length);
  }
  const surest = [...years.values()].sort((a, b) => b.confidence - a.confidence || Number(a.code) - Number(b.code));
  return {
    start: already.start === null ? surest.slice(0, 1) : [],
    ongoing: ongoing.words.length > 0 && !already.ongoing && already.end === null ? [ongoing] : [],
  };
}
