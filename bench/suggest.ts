/**
 * `node bench/suggest.ts`: how well the suggester does, on the 42 practices of the sample (each asked of one that has learnt
 * from the other 41) and on twenty texts of our own in four languages, beside simpler ways in the same run; and how long it
 * takes. Prints the tables and writes them to bench/results.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../src/vocab/language.ts';
import { goalOf, isTarget } from '../src/vocab/sdg.ts';
import type { Practice, PracticeContent } from '../src/forum/practices/index.ts';
import { createSuggester, type Draft, NOTHING, type Suggestions } from '../src/forum/suggestions/index.ts';
import { randomFrom } from './corpus.ts';
import { machine, writePart } from './results.ts';
import { type Labelled, SEEN, UNSEEN } from './suggest-texts.ts';

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'sample', 'practices.json'), 'utf8'),
) as PracticeContent[];
const practices = sample.map((content, at) => ({ ...content, id: String(at), slug: String(at) }) as Practice);

type Tagged = Pick<Labelled, 'language' | 'title' | 'summary' | 'sdg' | 'gcm' | 'themes' | 'countries'>;
type Carried = Pick<Tagged, 'sdg' | 'gcm' | 'themes' | 'countries'>;

const unique = (codes: string[]) => [...new Set(codes)];
/** What is measured, as codes of what carries them, in the order in which they are given. */
const FIELDS: Record<string, (of: Carried) => string[]> = {
  'SDG targets': ({ sdg }) => sdg.filter(isTarget),
  'SDG goals': ({ sdg }) => unique(sdg.map(goalOf)),
  'GCM objectives': ({ gcm }) => gcm,
  Themes: ({ themes }) => themes,
  Countries: ({ countries }) => countries,
};

const draftOf = ({ language, title, summary }: Tagged): Draft => ({
  texts: [
    { field: 'title', text: title, language },
    { field: 'summary', text: summary, language },
  ],
  already: NOTHING,
  practice: null,
});

const carriedBy = (suggestions: Suggestions, chosen: (explicit: boolean) => boolean): Carried => {
  const codes = (kind: 'sdg' | 'gcm' | 'themes' | 'countries') =>
    suggestions[kind].filter(({ explicit }) => chosen(explicit)).map(({ code }) => code);
  return { sdg: codes('sdg'), gcm: codes('gcm'), themes: codes('themes'), countries: codes('countries') };
};

/** The codes that most practices carry, as many as a practice carries on the average. */
function mostFrequent(others: readonly Practice[]): Carried {
  const top = (codes: (practice: Practice) => string[]) => {
    const times = new Map<string, number>();
    for (const code of others.flatMap(codes)) times.set(code, (times.get(code) ?? 0) + 1);
    const many = Math.round(others.flatMap(codes).length / others.length);
    return [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, many)
      .map(([code]) => code);
  };
  return {
    sdg: top(({ sdg }) => sdg),
    gcm: top(({ gcm }) => gcm),
    themes: top(({ themes }) => themes),
    countries: top(({ countries }) => countries),
  };
}

type Way = (asked: Tagged, others: readonly Practice[]) => Carried;
const untaught = createSuggester([]);
const taught = createSuggester(practices);
const all = () => true;
/** Never taught by the one that is asked for. */
const leaveOneOut: Way = (asked) => {
  const own = practices.find(({ title }) => title === asked.title);
  if (own) taught.remove(own.id);
  const suggestions = taught.suggest(draftOf(asked));
  if (own) taught.put(own);
  return carriedBy(suggestions, all);
};
const WAYS: Record<string, Way> = {
  'the most frequent codes': (_, others) => mostFrequent(others),
  'what is named, alone': (asked) => carriedBy(untaught.suggest(draftOf(asked)), (explicit) => explicit),
  'and the lexicon': (asked) => carriedBy(untaught.suggest(draftOf(asked)), all),
  'and the other practices (ours)': leaveOneOut,
  'ours, least confidence by nested leave-one-out': ({ title }) => nested.get(title)!,
};

/** Least confidences that were tried: those above ours, since what is less sure is not suggested at all. */
const LEASTS = Array.from({ length: 16 }, (_, at) => 0.35 + at / 100);
type Kind = 'sdg' | 'gcm' | 'themes';
/** What is suggested for a practice by a suggester that knows neither it nor another one. */
function suggestedWithout(asked: Practice, other: Practice): Suggestions {
  for (const one of new Set([asked, other])) taught.remove(one.id);
  const suggestions = taught.suggest(draftOf(asked));
  for (const one of new Set([asked, other])) taught.put(one);
  return suggestions;
}
/**
 * Nested leave-one-out: for each practice the least confidence that is best on the other 41, each of those asked of one that knows
 * neither of the two, so that nothing is fitted to what is measured.
 */
const nested = new Map(
  practices.map((asked) => {
    const others = practices.filter((one) => one !== asked);
    const learnt = others.map((one) => ({ one, found: suggestedWithout(one, asked) }));
    const found = suggestedWithout(asked, asked);
    const bestOf = (kind: Kind, counts: (code: string) => boolean) => {
      const f1 = (least: number) => {
        let [right, sum] = [0, 0];
        for (const { one, found } of learnt) {
          const got = found[kind].filter(({ code, confidence }) => confidence >= least && counts(code));
          right += got.filter(({ code }) => one[kind].includes(code)).length;
          sum += got.length + one[kind].filter(counts).length;
        }
        return (2 * right) / sum;
      };
      return LEASTS.reduce((best, least) => (f1(least) > f1(best) ? least : best));
    };
    const sure = (kind: Kind, counts: (code: string) => boolean = all) => {
      const least = bestOf(kind, counts);
      return found[kind].filter(({ code, confidence }) => confidence >= least && counts(code)).map(({ code }) => code);
    };
    const sdg = [...sure('sdg', isTarget), ...sure('sdg', (code) => !isTarget(code))];
    return [
      asked.title,
      { sdg, gcm: sure('gcm'), themes: sure('themes'), countries: found.countries.map(({ code }) => code) },
    ];
  }),
);

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(2));

/** A row: labels, suggestions, precision, recall, F1, precision of the first, of the first three, recall of the first five. */
function measured(texts: readonly Tagged[], way: Way, codesOf: (of: Carried) => string[]): string {
  let [right, suggested, wanted, firsts, right1, asked3, right3, right5] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const text of texts) {
    const want = codesOf(text);
    const got = codesOf(
      way(
        text,
        practices.filter(({ title }) => title !== text.title),
      ),
    );
    const rightIn = (most: number) => got.slice(0, most).filter((code) => want.includes(code)).length;
    right += rightIn(got.length);
    suggested += got.length;
    wanted += want.length;
    firsts += Math.min(1, got.length);
    right1 += rightIn(1);
    asked3 += Math.min(3, got.length);
    right3 += rightIn(3);
    right5 += rightIn(5);
  }
  return [
    wanted,
    suggested,
    share(right, suggested),
    share(right, wanted),
    share(2 * right, suggested + wanted),
    share(right1, firsts),
    share(right3, asked3),
    share(right5, wanted),
  ].join(' | ');
}

const HEAD = [
  '| what | way | labels | suggested | precision | recall | F1 | first right | of first 3 right | recall of first 5 |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];
const tableOf = (texts: readonly Tagged[], ways: Record<string, Way>): string[] =>
  Object.entries(FIELDS).flatMap(([field, codesOf]) =>
    Object.entries(ways).map(([name, way]) => `| ${field} | ${name} | ${measured(texts, way, codesOf)} |`),
  );

/** A title without its first word, and half the sentences under another title, are to be recognised. */
function duplicates(): string {
  const found = (title: string, summary: string, of: Practice) =>
    taught.suggest(draftOf({ ...of, title, summary })).duplicates.some(({ id }) => id === of.id);
  const half = (summary: string) => {
    const sentences = summary.split(/(?<=\.) /);
    return sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ');
  };
  const byTitle = practices.filter((one) => found(one.title.replace(/^\S+ /, ''), '', one)).length;
  const byWords = practices.filter((one) => found('Untitled', half(one.summary), one)).length;
  const wrong = practices.filter((one) => {
    taught.remove(one.id);
    const like = taught.suggest(draftOf(one)).duplicates.length;
    taught.put(one);
    return like > 0;
  }).length;
  return (
    `Duplicates: of 42 practices ${byTitle} are recognised by their title without its first word, ${byWords} by half their ` +
    `sentences under another title; ${wrong} of the 42 are said to be like another of them.`
  );
}

function timesOf(many: number): string {
  const random = randomFrom(21);
  const sentences = sample.flatMap(({ summary }) => summary.split(/(?<=\.) /));
  const sentence = () => sentences[Math.floor(random() * sentences.length)]!;
  const text = (words: number) => {
    let text = '';
    while (text.split(' ').length < words) text += ` ${sentence()}`;
    return text;
  };
  const catalogue = Array.from({ length: many }, (_, at) => ({
    ...practices[at % practices.length]!,
    id: String(at),
    title: `${practices[at % practices.length]!.title} ${at}`,
    summary: text(80),
  }));
  const began = performance.now();
  const suggester = createSuggester(catalogue);
  const learning = performance.now() - began;
  const times = [80, 5_000].map((words) => {
    const drafts = Array.from({ length: 30 }, () => draftOf({ ...practices[0]!, summary: text(words) }));
    const each = drafts.map((draft) => {
      const began = performance.now();
      suggester.suggest(draft);
      return performance.now() - began;
    });
    const sorted = each.slice(5).sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} | ${sorted.at(-2)!.toFixed(1)}`;
  });
  return `| ${many.toLocaleString('en')} | ${learning.toFixed(0)} | ${times.join(' | ')} |`;
}

/** What is suggested of all kinds, in one list. */
const together = (of: Carried) => [
  ...of.sdg.filter(isTarget),
  ...of.gcm.map((code) => `g${code}`),
  ...of.themes,
  ...of.countries,
];
const mean = (codesOf: (of: Carried) => string[]) => (practices.flatMap(codesOf).length / practices.length).toFixed(1);

writePart('Suggestions', [
  `What is suggested for a text, held against what people tagged it with. ${machine()}`,
  '',
  '42 practices of 2020 (English), leave-one-out. They carry few labels: ' +
    Object.entries(FIELDS)
      .map(([field, codesOf]) => `${field} ${mean(codesOf)}`)
      .join(', ') +
    ' each on the average. The goals of a suggested target count as suggested goals.',
  '',
  ...HEAD,
  ...tableOf(practices, WAYS),
  '',
  'Eight texts of our own in four languages, written after the lexicon, learnt from all 42 practices.',
  '',
  ...HEAD,
  ...tableOf(UNSEEN, { ours: leaveOneOut }),
  '',
  'Twelve texts of our own that the lexicon was broadened with (docs/decisions/0021-suggestions.md has the figures from before).',
  '',
  ...HEAD,
  ...tableOf(SEEN, { ours: leaveOneOut }),
  ...LOCALES.map((locale) => {
    const texts = [...SEEN, ...UNSEEN].filter(({ language }) => language === locale);
    return `| all but goals, both sets | ours, ${locale} | ${measured(texts, leaveOneOut, together)} |`;
  }),
  '',
  duplicates(),
  '',
  '| practices learnt from | learning, ms | 80 words: p50, ms | p95, ms | 5,000 words: p50, ms | p95, ms |',
  '| ---: | ---: | ---: | ---: | ---: | ---: |',
  ...[42, 1_000, 10_000].map(timesOf),
]);
