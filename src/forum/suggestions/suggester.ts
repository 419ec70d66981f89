import { likeTitles, type Practice, titleKey } from '#forum/practices/index.ts';
import { countrySuggestions, placeSuggestions, regionSuggestions } from './areas.ts';
import { gcmSuggestions, sdgSuggestions, themeSuggestions } from './codes.ts';
import { duplicatesAmong, type Like, likeInWords } from './duplicates.ts';
import { createHabits } from './habits.ts';
import { inferencesFrom } from './inference.ts';
import { LEAST } from './limits.ts';
import { createMemory } from './memory.ts';
import type { Draft, DraftText, Suggestions } from './model.ts';
import { quoter } from './quotes.ts';
import { topicsOf } from './topics.ts';
import { whenSaid } from './years.ts';

/** Knows published practices, and says of a draft what it may be about. */
export interface Suggester {
  /** Learns from a practice, or from it anew once it has changed. */
  put(practice: Practice): void;
  /** Forgets a practice: it is in the catalogue no longer. */
  remove(id: string): void;
  suggest(draft: Draft): Suggestions;
}

/** As many practices like a draft are asked what they carry. */
const NEIGHBOURS = 8;

interface Title {
  key: string;
  countries: readonly string[];
  practice: Practice;
}

/** A suggester that has learnt from practices. Whoever is suggested something may see their titles. */
export function createSuggester(practices: Iterable<Practice>): Suggester {
  const memory = createMemory();
  const habits = createHabits();
  const known = new Map<string, Practice>();
  const titles = likeTitles<Title>();

  /** Titles are kept when practices go: whoever is known no longer, or otherwise, is passed over. */
  function likeInTitle(title: string, countries: readonly string[], except: string | null): Like[] {
    const key = titleKey(title);
    if (key === '') return [];
    return titles.like({ key, countries }).flatMap(({ name: { practice }, alike }) => {
      const here = known.get(practice.id) === practice && practice.id !== except;
      return here ? [{ practice, alike, titleIsAlike: true, shared: [] }] : [];
    });
  }

  const suggester: Suggester = {
    put(practice) {
      const { said } = topicsOf(textsOf(practice));
      memory.put(practice, said);
      habits.put(practice, said);
      known.set(practice.id, practice);
      titles.add({ key: titleKey(practice.title), countries: practice.countries, practice });
    },
    remove(id) {
      memory.remove(id);
      habits.remove(id);
      known.delete(id);
    },
    suggest({ texts, already, practice }) {
      const topics = topicsOf(texts);
      const neighbours = memory.nearest(topics.said, NEIGHBOURS, practice);
      const quote = quoter(texts, topics.words);
      const sources = {
        texts,
        inferences: inferencesFrom(topics, neighbours, habits, practice, Math.min(...Object.values(LEAST))),
        quote,
      };
      const countries = countrySuggestions(topics.mentions, already, quote);
      const all = [...already.countries, ...countries.map(({ code }) => code)];
      const title = texts.find(({ field }) => field === 'title')?.text ?? '';
      const likes = [...likeInTitle(title, all, practice), ...likeInWords(topics.said, neighbours, all)];
      return {
        sdg: sdgSuggestions(sources, already.sdg),
        gcm: gcmSuggestions(sources, already.gcm),
        themes: themeSuggestions(sources, already.themes),
        countries,
        regions: regionSuggestions(topics.mentions, already, all, quote),
        places: placeSuggestions(topics.mentions, already, quote),
        ...whenSaid(texts, already),
        duplicates: duplicatesAmong(likes, all, topics, quote),
      };
    },
  };
  for (const practice of practices) suggester.put(practice);
  return suggester;
}

const textsOf = ({ title, summary, language }: Practice): DraftText[] => [
  { field: 'title', text: title, language },
  { field: 'summary', text: summary, language },
];
