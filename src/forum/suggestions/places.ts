import { ADJECTIVES_OF_COUNTRIES } from '#vocab/country-adjectives.ts';
import { type PlaceMeaning, PLACE_NAMES } from '#vocab/place-names.ts';
import { isJoining, wordsOf } from '#forum/search/index.ts';
import {
  ABBREVIATIONS,
  LANGUAGE_WORDS,
  NOT_ALONE,
  ORGANISATIONS,
  OTHER_GULF,
  PAYERS,
  PAYING,
  REQUIRED_BEFORE,
  UNSURE,
  VETOES,
  WORDS_IN_LOWER_CASE,
} from './place-rules.ts';
import type { DraftText } from './model.ts';
import type { Word } from './reading.ts';

/** A place that a text names: a country, regions of M49, or an area that is kept under the name it is given. */
export interface Mention {
  meaning: Exclude<PlaceMeaning, { kind: 'global' }>;
  first: number;
  last: number;
  /** How sure one is that the words mean it, and that it is more than whoever pays: 0 to 1. */
  sure: number;
}

type Meaning = Mention['meaning'];
interface Name {
  words: string[];
  meanings: Meaning[];
  adjective: boolean;
}

/** How sure one is of a name or an adjective that nothing speaks against. */
const SURE = { name: 0.85, adjective: 0.65, region: 0.6, continent: 0.35 };
const PAYING_SHARE = 0.4;
const CONTINENTS = ['002', '019', '142', '150', '009'];

/** Names and adjectives by their first word, those of most words first. */
const names = new Map<string, Name[]>();

for (const [key, meaning] of PLACE_NAMES) {
  if (meaning.kind === 'global' || key.includes(',') || isWithoutItsArticle(key)) continue;
  const words = nameWords(key.replaceAll('&', ' '));
  if (words.length > 1 ? !ORGANISATIONS.has(words.join('-')) : words[0] && !NOT_ALONE.has(words[0]))
    add({ words, meanings: [meaning], adjective: false });
}
for (const [written, code] of [
  ['Reunion Island', 'RE'],
  ['Île de la Réunion', 'RE'],
  ['Île Maurice', 'MU'],
  ['République de Maurice', 'MU'],
  // Alone it may be either of two.
  ['Congo', 'CD'],
  ['الكونغو', 'CD'],
] as const)
  add({ words: nameWords(written), meanings: [{ kind: 'country', code }], adjective: false });
for (const { code, forms } of ADJECTIVES_OF_COUNTRIES)
  for (const form of forms) add({ words: nameWords(form), meanings: [{ kind: 'country', code }], adjective: true });
for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);

function add(name: Name): void {
  const list = names.get(name.words[0]!) ?? [];
  const same = list.find(({ words, adjective }) => adjective === name.adjective && words.join() === name.words.join());
  if (!same) names.set(name.words[0]!, [...list, name]);
  else if (name.meanings.some((meaning) => JSON.stringify(meaning) !== JSON.stringify(same.meanings[0])))
    same.meanings.push(...name.meanings);
}

/** The vocabulary also knows Arabic names without their article, which in running text are other words. */
function isWithoutItsArticle(key: string): boolean {
  return PLACE_NAMES.has(`ال${key}`);
}

function nameWords(written: string): string[] {
  const words = wordsOf(written).filter((word) => word.length > 1 && (!isJoining(word) || word === 'sur'));
  return words.map((word) => (word === 'st' ? 'saint' : word));
}

/** The places that texts name, by name or by the adjective of a country, each as the longest name that stands there. */
export function placesIn(words: readonly Word[], texts: readonly DraftText[]): Mention[] {
  const mentions: Mention[] = [];
  const shouted = texts.map(({ text }) => !/\p{Ll}/u.test(text));
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at);
    if (!found) continue;
    const last = at + found.words.length - 1;
    if (means(words, at, last, found, texts, shouted))
      for (const meaning of found.meanings) {
        const sure = sureOf(words, at, last, found, meaning);
        if (sure > 0) mentions.push({ meaning, first: at, last, sure });
      }
    at = last;
  }
  return withoutAmman(withOneCongo(mentions), words);
}

function nameAt(words: readonly Word[], at: number): Name | null {
  for (const start of beginningsOf(words[at]!.word)) {
    const found = names.get(start)?.find((name) =>
      name.words.every((word, step) => {
        const next = words[at + step];
        return (
          step === 0 ||
          (next !== undefined && next.joined && (next.word === word || (next.word === 'st' && word === 'saint')))
        );
      }),
    );
    if (found) return found;
  }
  return null;
}

/** A word as it is, and in Arabic without what is written together with it: "and", "in", "for", and the article. */
function beginningsOf(word: string): string[] {
  if (word === 'st') return ['saint'];
  if (!ARABIC.test(word)) return [word];
  const bare = ATTACHED.flatMap((attached) => (word.startsWith(attached) ? [word.slice(attached.length)] : []));
  // "For the" swallows the first letter of the article.
  const all = [
    word,
    ...bare.flatMap((rest) => (rest.startsWith('ل') ? [rest, `ال${rest.slice(1)}`, `ا${rest}`] : [rest])),
  ];
  return all
    .flatMap((one) => (one.startsWith('ال') ? [one, one.slice(2)] : [one]))
    .filter(({ length }) => length >= SHORTEST);
}

const ATTACHED = ['و', 'ف', 'ب', 'ك', 'ل', 'وب', 'ول', 'وك', 'فب', 'فل'];
/** Shorter ones are a matter of chance once something has been taken off. */
const SHORTEST = 3;
const ARABIC = /\p{Script=Arabic}/u;
const GULFS = ['gulf', 'golfe', 'golfo'];
const AMBIGUOUS_IN_ARABIC = ['مالي', 'قطر', 'عمان', 'بنين'];

/** Whether the words mean the place: by capitals, and by what stands beside them. */
function means(
  words: readonly Word[],
  first: number,
  last: number,
  { words: name, adjective }: Name,
  texts: readonly DraftText[],
  shouted: readonly boolean[],
): boolean {
  const { text, start, end, word, capital } = words[first]!;
  const whole = texts[text]!.text;
  if (name.length === 1) {
    const only = name[0]!;
    if (AMBIGUOUS_IN_ARABIC.includes(only) && word !== only) return false;
    const required = REQUIRED_BEFORE[only];
    if (required && !(required.test(whole.slice(Math.max(0, start - 12), start)) && (capital || ARABIC.test(only))))
      return false;
    if (GULFS.includes(only) && OTHER_GULF.test(whole.slice(end, end + 5))) return false;
    if (ABBREVIATIONS.has(only))
      return !shouted[text] && whole.slice(start, end) === whole.slice(start, end).toUpperCase();
    if (!capital && WORDS_IN_LOWER_CASE.has(only)) return false;
  }
  if (!adjective) return true;
  // An English adjective of a country has its capital; "polish" is what shoes need.
  if (texts[text]!.language === 'en' && !capital) return false;
  return !namesLanguage(words, first, last, whole);
}

/** "In French", "the Norwegian language", "cours de français". */
function namesLanguage(words: readonly Word[], first: number, last: number, whole: string): boolean {
  const before = words[first - 1];
  const after = words[last + 1];
  if (before?.text === words[first]!.text && words[first]!.joined && LANGUAGE_WORDS.has(before.word)) return true;
  if (after?.text === words[first]!.text && after.joined && LANGUAGE_WORDS.has(after.word)) return true;
  const ahead = whole.slice(Math.max(0, words[first]!.start - 8), words[first]!.start);
  const behind = whole.slice(words[last]!.end, words[last]!.end + 6);
  return (
    /(?:^|[^\p{L}])(?:in|into|en|al)\s$/iu.test(ahead) && !/^\s(?!(?:and|or|et|ou|y|o|e|to|à|a)\s)\p{L}/iu.test(behind)
  );
}

function sureOf(words: readonly Word[], first: number, last: number, name: Name, meaning: Meaning): number {
  if (meaning.kind !== 'country') {
    const vague = meaning.kind === 'regions' && meaning.codes.every((code) => CONTINENTS.includes(code));
    return vague ? SURE.continent : SURE.region;
  }
  const { before, after } = VETOES[meaning.code] ?? {};
  const [ahead, behind] = [words[first - 1], words[last + 1]];
  if (name.words.length === 1) {
    if (ahead && words[first]!.joined && before?.has(ahead.word)) return 0;
    if (behind?.joined && after?.has(behind.word)) return 0;
  }
  const unsure = name.words.length === 1 ? UNSURE[name.words[0]!] : undefined;
  return (unsure ?? (name.adjective ? SURE.adjective : SURE.name)) * (pays(words, first, last) ? PAYING_SHARE : 1);
}

/** Whether a country is named for its money: "financed by Switzerland", "Germany's development ministry". */
function pays(words: readonly Word[], first: number, last: number): boolean {
  const { sentence } = words[first]!;
  for (let at = Math.max(0, first - 3); at < first; at++)
    if (words[at]!.sentence === sentence && PAYING.test(words[at]!.word)) return true;
  const next = words.slice(last + 1, last + 4).filter((word) => word.sentence === sentence && word.joined);
  const payer = next.findIndex(({ word }) => PAYERS.test(word));
  return payer === 0 || (payer > 0 && /^(?:develop|feder|foreign|cooper)/.test(next[payer - 1]!.word));
}

/** Without vowel signs Oman and Amman are one word: where Jordan is named, and no sultanate, it is the city. */
function withoutAmman(mentions: Mention[], words: readonly Word[]): Mention[] {
  const named = (code: string) => mentions.some(({ meaning }) => meaning.kind === 'country' && meaning.code === code);
  if (!named('JO')) return mentions;
  return mentions.filter(({ first, last }) => first !== last || !/عمان$/u.test(words[first]!.word));
}

/** "The Congo" may be either; where one of the two is named in full, it is that one. */
function withOneCongo(mentions: Mention[]): Mention[] {
  const isOf = (code: string, { meaning }: Mention) => meaning.kind === 'country' && meaning.code === code;
  const certain = ['CD', 'CG'].filter((code) => mentions.some((one) => isOf(code, one) && one.sure >= SURE.name));
  const [only] = certain;
  if (certain.length !== 1) return mentions;
  return mentions.filter((one) => !['CD', 'CG'].some((code) => code !== only && isOf(code, one)));
}
