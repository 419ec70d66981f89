/** What a word or sign of a date cell stands for. */
export type YearSign = 'current' | 'dash' | 'since' | 'from' | 'until' | 'month' | 'nothing' | 'ignored';

/** The words, in four languages; written as `foldDates` leaves them: no accents, lower case, Arabic without its article. */
const WORDS: Record<YearSign, string> = {
  current: `current, currently, ongoing, on-going, on going, present, the present, now, today, date, continuing,
    en cours, actuel, actuelle, actuellement, ce jour, aujourd'hui, maintenant,
    en curso, actual, actualmente, actualidad, la actualidad, la fecha, fecha, presente, el presente, vigente, hoy,
    جار, جاري, جارية, حالي, حالية, حاليا, ان, حاضر, يوم, مستمر, مستمرة`,
  dash: 'to, through, thru, a, au, al, a la, /, -, الى',
  since: "since, as of, depuis, depuis l'annee, desde, منذ",
  from: 'from, starting, starting in, de, du, des, a partir de, من, بدءا من, ابتداء من, between, entre, beginning',
  until: "until, till, up to, ending, by, jusqu'a, jusqu'en, jusqu'au, jusque, hasta, حتى",
  month: `january, jan, february, feb, march, mar, april, apr, may, june, jun, july, jul, august, aug, september, sep, sept,
    october, oct, november, nov, december, dec,
    janvier, janv, fevrier, fevr, fev, mars, avril, avr, mai, juin, juillet, juil, aout, septembre, octobre, novembre, decembre,
    enero, ene, febrero, marzo, abril, abr, mayo, junio, julio, agosto, ago, septiembre, setiembre, octubre, noviembre,
    diciembre, dic,
    يناير, فبراير, مارس, ابريل, مايو, يونيو, يوليو, يوليوز, اغسطس, غشت, سبتمبر, شتنبر, اكتوبر, نوفمبر, نونبر, ديسمبر, دجنبر,
    جانفي, فيفري, افريل, ماي, جوان, جويلية, اوت, كانون ثاني, شباط, اذار, نيسان, ايار, حزيران, تموز, اب, ايلول, تشرين اول,
    تشرين ثاني, كانون اول`,
  nothing: 'n/a, na, n.a., not applicable, sans objet, s/o, no aplica, لا ينطبق, --',
  ignored: `year, years, annee, annees, l'annee, ano, anos, el ano, عام, سنة, م, (, ), [, ], :`,
};

const SIGNS = new Map<string, YearSign>(
  (Object.keys(WORDS) as YearSign[]).flatMap((sign) =>
    WORDS[sign].split(',').map((word) => [word.replace(/\s+/g, ' ').trim(), sign] as const),
  ),
);
SIGNS.set(',', 'ignored');

/** Every word, longest first, each a whole word; with "." after it where it may be shortened. */
const WORD = new RegExp(
  `(?:${[...SIGNS.keys()]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .map((word) => (/^\p{L}/u.test(word) ? `${word}(?![\\p{L}])\\.?` : word))
    .join('|')})`,
  'uy',
);

/**
 * A date cell in one form: Western digits, one kind of dash and of apostrophe, lower case, no accents nor vowel signs, and
 * Arabic words without their article.
 */
export function foldDates(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/،/g, ',')
    .replace(/(?<![\p{L}])ال(?=\p{L}{2})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The word of a folded text that begins at `at`, and what it stands for. */
export function yearWordAt(text: string, at: number): { sign: YearSign; length: number } | undefined {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const sign = SIGNS.get(word) ?? SIGNS.get(word.replace(/\.$/, ''));
  return sign && { sign, length: word.length };
}
